import warnings

warnings.simplefilter("ignore")  # of the expressions, on the compiler's side

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
(1,)+[1]
(1,)*'a'
(1,)['a']
(1,)[3]
(1,).index(3)
(1,2)[::0]
tuple(1,2)
tuple(sequence=())
tuple(1)
(1,'a')<(1,2)
(1).__lt__('a')
hash((1,2,3))
hash(())
hash((1,))
iter((1,2)).__reduce__()
(1,).__getnewargs__()
""".strip().splitlines():
    show(line)
