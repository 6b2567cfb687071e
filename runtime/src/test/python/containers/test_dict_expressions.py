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
{}[1]
{}.pop(1)
{}.popitem()
dict(1)
dict([1])
dict([(1,2,3)])
dict(['abc'])
dict(1,2)
{}.update(1,2)
{}.update([1])
{}|[]
{}.__or__([])
{}.__ior__([(1,2)])
{}.setdefault([])
{}.fromkeys(1)
hash({})
{}<{}
{}.keys()|1
{1:2}.keys()&[1]
{}.values()<1
{1:2}.items()|[1]
{1:[]}.items()|[1]
{}.keys().mapping
{}.__class_getitem__(int)
iter({1:2}).__reduce__()
iter({1:2}.items()).__reduce__()
reversed({1:2}).__reduce__()
iter({}),iter({}.values()),reversed({}),reversed({}.items())
{1:2}.items()=={(1,2)}
{1:2}.keys() <= {1}
{}.get()
{}.get(1,2,3)
{}.pop()
{}.pop(1,2,3)
dict.fromkeys([1],2)
dict.fromkeys()
{}.__sizeof__()
iter({1:1}).__length_hint__()
""".strip().splitlines():
    show(line)
