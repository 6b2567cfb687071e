"""What small.c does: run in CPython and in Jabiru on each build of it."""

import sys

sys.path.insert(0, sys.argv[1])
import small

c = small.Counter()
print(c, c.increment(), c.increment(5), c.number, c.double, c.thing)
c.thing = [c]
c.number = 100
print(repr(c), len(c.thing), small.answer)
print([small.kinds(x) for x in (1, [], (), "", {}, 1.0, None)])
print(small.identity("same"), small.nothing(), small.keywords(1, second=2))
for bad in (
    lambda: small.fail("x"),
    lambda: small.keywords(),
    lambda: c.increment("x"),
    lambda: setattr(c, "number", "x"),
):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


class Sub(small.Counter):
    pass


s = Sub()
s.extra = 1
print(s, s.increment().extra)
