# Each expression, and what it gives: compared with the output of CPython.
from string.templatelib import Interpolation, Template

x = 1
T = Template
I = Interpolation


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
t"a{x}b"
t"a{x!r:>{x}}b"
t""
t"{x}{x}"
t"{x=}"
t"a".strings
t"a{x}".values
t"a{x}".interpolations[0]
t"a{x}".interpolations[0].expression
t"a{x!s}".interpolations[0].conversion
t"a{x:y}".interpolations[0].format_spec
list(t"a{x}b{x}")
iter(t"a{x}")
t"a"+t"b{x}"
t"a"+"b"
"a"+t"b"
T("a","b",I(1),I(2),"c")
T(1)
T(a=1)
T()
I()
I(1,"x","r","s")
I(1,"x","z")
I(1,2)
I(1,"x",None,3)
I(value=1,expression="e",conversion="a",format_spec="s")
I(1)==I(1)
t"a"==t"a"
hash(t"a") is None
I.__match_args__
T.__class_getitem__(int)
I.__class_getitem__(int)
t"a{x}".__reduce__()
I(1,"x").__reduce__()
type(iter(t""))
T.__bases__, T.__module__, T.__qualname__
I.__text_signature__
T.__text_signature__
t"a{x}".foo
t"a{x}".strings.__class__
""".strip().splitlines():
    show(line)
