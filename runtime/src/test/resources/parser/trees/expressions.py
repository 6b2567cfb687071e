a or b or c and d and not e
a if b else c if d else lambda: e
not a < b <= c == d != e is f is not g in h not in i
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** ~c; + - ~d
(a + b) * (c)
a.b.c(d)(e, *f, g=h, *i, **j, k=l)[m][n:o, p:q:r, ::, :, s:, *t][u,]
f(x for x in y)
f(a := 1, *b, c=(d := 2))
x[a := 1]; x[b:(c := 2)]
(), (a,), (a, b), [], [a], [a, *b], {}, {a}, {a, *b, }, {a: b}, {a: b, **c}, {**a, b: c,}
[a for b, in c if d if e for f in g]
{a for a in b}; {a: b for a, b in c}; (a async for a in b)
[x for x in (lambda_, y)] if 0 else 1
(yield)
((a))
(a := b)
print((x), (y, ), sep="")
1, 0, 00_0, 1_000, 0xFF, 0o17, 0b1_0, 123456789012345678901234567890, 0xffffffffffffffff
1.0, .5, 5., 1e10, 1E-5, 1_0.0_1e+1_0, 1e400, 0.1, 1e16, 123456789.123, 5e-324, 1e22, 1e-7
1j, 1.5J, 0j, 1e3j, 00.5, 09.5, 0_0
None, True, False, ..., Ellipsis
(a
 + b  # comment
 - c)
a \
    + b
x = (yield a)
é = ªº = ﬁ = 変数
await_ = async_ = 1
a if b else c, d
*a, b
