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
set().pop()
set().remove(1)
set().add([])
{1}|[1]
set(1)
set(1,2)
set(a=1)
frozenset(a=1)
hash(set())
{1}<[1]
{1}.issubset(1)
{1}.__lt__(1)
{1}-[1]
{1}.difference(1)
{1}.__isub__([1])
hash(frozenset())
hash(frozenset({1,2,3}))
hash(frozenset(range(100)))
{3,1,2,-1,-2,100,64,8}
set(range(100,0,-7))
set.__class_getitem__(int)
{1}.__reduce__()
frozenset({1}).__reduce__()
frozenset({1}).__or__(1)
set().update(1)
set().union(1)
set().issubset()
{1}.symmetric_difference()
set().__sizeof__()
""".strip().splitlines():
    show(line)
