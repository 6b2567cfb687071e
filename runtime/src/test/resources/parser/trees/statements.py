#!/usr/bin/env python3
"""Statements of every kind."""
from __future__ import annotations
import a, b.c as d
from .. import e
from ...f.g import (h as i, j,)
from k import *

x = y = 1; z: int = 2; w: "str"
(p): int
q.r: list[int] = []
s[0] += 1; t //= 2; u **= v @ w; m @= n; o >>= 1; l <<= 1; k &= 1 | 2; j ^= 3
a, *b = *c, d
[a, (b, c)] = d.e, f[0] = g
del a, b.c, d[0], (e, [f, g]), ()
assert x, "message"
global_ = None
if a: pass
elif b:
    pass
elif c: pass
else:
    pass
while x:
    if y: break
    else: continue
else: pass
for a, *b in c, *d: pass
else: ...
for (x) in y: pass
for x[0], in y: pass
for x.y in z, : pass
try:
    raise
except: pass
try:
    raise A
except A: raise B from C
except (A, B) as e: pass
except A, B: pass
else: pass
finally: pass
try: pass
except* A as e: pass
except *A, B: pass
try: pass
finally:
    pass
with a: pass
with a as b, c as (d, e), f: pass
with (a as b, c): pass
with (a, b) as c: pass
with (a): pass
with (yield): pass
with (a).b as c.d, (e) as [f]: pass
with (a as b,): pass
match = case = type = _ = 1
match.x; match[0]; match(x); print(match, case)
match (x), y
type(x)
type = 3
