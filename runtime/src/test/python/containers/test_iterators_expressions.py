# Each expression, and what it gives: compared with the output of CPython.


def show(source):
    try:
        shown = repr(eval(source, globals()))
    except Exception as e:
        print(source, "!!", type(e).__name__, e)
        return
    # Addresses differ from run to run.
    parts = shown.split(" at 0x")
    print(source, "->", parts[0] + "".join(" at ADDRESS" + p[p.index(">"):] for p in parts[1:]))


for line in r"""
hash([])
enumerate(1)
enumerate([],'a')
enumerate([],start=2)
enumerate(iterable=[])
zip(1)
zip(foo=1)
map()
map(1)
filter()
filter(1,2)
filter(a=1)
reversed(1)
reversed({1})
reversed()
iter(1,2)
iter(1)
enumerate.__class_getitem__(int)
zip.__class_getitem__(int)
iter({1}).__reduce__()
enumerate([1]).__reduce__()
zip([1]).__reduce__()
zip([1],strict=True).__reduce__()
map(len,[1]).__reduce__()
map(len,[1],strict=True).__reduce__()
filter(None,[1]).__reduce__()
iter(len,1).__reduce__()
reversed((1,2)).__reduce__()
reversed('').__reduce__()
map(len,[]).__length_hint__()
""".strip().splitlines():
    show(line)
