"""Texts that may be no programs: small changes to programs, for the errors of the compiler."""

import io
import random
import tokenize

from programs import Programs

PIECES = """( ) [ ] { } : , . ; = == := -> + - * ** / // % @ ~ < > != & | ^ << >> ... ! $ ?
if else elif for while def class return yield await async lambda import from as with try except
finally raise global nonlocal del pass break continue assert and or not in is None True False
match case type print exec x 1 1.5 1e 0x 0b2 012 1_ 'a' "b f'{' f'{x' f'{x!z}' f'{}' b'é' '''a ''
* ** *x **x x=1 x:int (x) [x] lambda: x:=1 \\ \t é ‘ 𝐱 \x0c # """.split(" ")
SNIPPETS = """def f(x, x): pass
def f(x=1, y): pass
def f(*, **k): pass
f(x=1, 2)
f(**k, *a)
f(x for x in y, 1)
f(a=1, a=2)
x = yield
return 1
break
continue
nonlocal x
def f():\n    x = 1\n    global x
def f(x):\n    nonlocal x
class C:\n    return 1
await x
async with x: pass
[x async for x in y]
None = 1
f() = 1
x + 1 = 2
(x, 1) = 3
[a, *b, *c] = d
*a = b
del f()
del (a, b), [c]
x: int: str
(x): int = 1
x, y: int
for 1 in x: pass
with open(x) as 1: pass
import a.b as c.d
from . import *
from __future__ import braces
from __future__ import nope
def f():\n    from x import *
try:\n    pass
try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass
try:\n    pass\nexcept* A:\n    pass\nexcept B:\n    pass
try:\n    pass\nexcept A, B:\n    pass
try:\n    pass\nexcept A, B as e:\n    pass
match x:\n    case y: pass\n    case z: pass
match x:\n    case [a, a]: pass
match x:\n    case {**r, 'k': 1}: pass
match x:\n    case a | b: pass
match x:\n    case C(a=1, 2): pass
if x = 1: pass
while x = 1: pass
print 'a'
exec 'a'
f'{a b}'
f'{a!x}'
f'{a:{b:{c:{d}}}}'
f'{lambda x: 1}'
t'{x' f''
{**a, b}
{a: 1, b}
{a: *b}
x = (1,\n2
x = [1, 2\ny = 3
  x = 1
if x:\npass
if x:\n    pass\n  y
def f(:\n    pass
lambda *: 1
lambda x, /, y, /: 1
def f[T: (x := 1)](): pass
class C[T, T]: pass
type X[T = int, U] = T
def f(a, *, b=1, c, **d, e): pass
a if b
a if b else
not
x is not not y
1 in in 2
a.1
1.a
1_000_
0777
0xg
1__0
"abc
'''abc
b'é'
'a' b'b'
f'a' b'b'
u'' t''
\\
x = $
x ? y
else: pass
elif x: pass
async def f():\n    yield 1\n    return 2
async def f():\n    yield from x
def f():\n    async for x in y: pass
@x y
a = b = yield c = d
(yield) = 1
x = *a
print(*a, **b, c)
f(a.b=1)
f(True=1)
f(None=1)
a, b += 1
(a, b) += 1
assert (x, 'y')
x = 1 if 2 else 3 = 4
class C(x for x in y): pass
raise x from
raise x, y
global
import
from x import
from x import (a, b
from x import a,
with (a as b, c as d) : x = 1 2
[x for x in y if z else w]
[x, y for x in z]
{x: y, z for x in w}
(x for x)
def f() -> : pass
__debug__ = 1
def __debug__(): pass
f(__debug__=1)
x.__debug__ = 1
"\\N{no such name}"
"\\x1"
"\\u12"
b"\\x1"
"\\d"
"\\8"
if 1 is 1: pass
() is x
1()
"a"[1.5]
(1, 2)(3)
[1][1, 2]
def f():\n\treturn 1\n        return 2""".split("\n")


def mutations(rng, text):
    """A copy with one to three tokens changed."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return text
    words = [(t.start, t.end, t.string) for t in tokens if t.string.strip()]
    lines = text.split("\n")
    for _ in range(rng.randint(1, 2)):
        (row, begin), (end_row, end), word = rng.choice(words)
        if row != end_row or row > len(lines):
            continue
        line = lines[row - 1]
        change = rng.random()
        if change < 0.35:
            new = line[:begin] + line[end:]
        elif change < 0.6:
            new = line[:begin] + rng.choice(PIECES) + line[end:]
        elif change < 0.8:
            new = line[:begin] + rng.choice(PIECES) + " " + line[begin:]
        elif change < 0.9:
            new = line[:end] + " " + word + line[end:]
        else:
            new = " " * rng.randint(0, 6) + line.lstrip()
        lines[row - 1] = new
    return "\n".join(lines)


def text(seed):
    rng = random.Random(seed)
    if rng.random() < 0.4:
        source = rng.choice(SNIPPETS).replace("\\n", "\n").replace("\\t", "\t") + "\n"
        return mutations(rng, source) if rng.random() < 0.6 else source
    source = Programs(seed).program()
    kept = source.split("\n")
    begin = rng.randrange(len(kept))
    return mutations(rng, "\n".join(kept[: begin + 12]) + "\n")
