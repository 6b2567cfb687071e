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
range(1,2,0)
range('a')
range()
range(1,2,3,4)
range(10)['a']
range(10)[20]
range(10).index(20)
range(10).index('a')
range(a=1)
slice()
slice(1).indices(-1)
slice(1).indices('a')
slice(1,2,0).indices(3)
slice(1)<slice(2)
hash(slice(1))
hash(range(10))
hash(slice(1,2,3))
slice.__class_getitem__(int)
range.__class_getitem__(int)
iter(range(3)).__reduce__()
iter(range(1<<70)).__reduce__()
range(3).__reduce__()
slice(3).__reduce__()
iter(range(10)).__setstate__('a')
reversed(range(10))
iter(range(1<<70))
""".strip().splitlines():
    show(line)
