"""Trace functions: the lines of statements that stand on several."""

import sys
import unittest


# fmt: off
class K:
    x = 5

    def m(self, *a, **k):
        return self


class CM:
    def __enter__(self):
        return 1, 2

    def __exit__(self, *a):
        pass


def ident(*a, **kw):
    return a


def dec(f):
    return f


k = K()


def calls():
    x = ident(
        1,
        k,
        3)
    y = (k
         .m(1)
         .m(
            k,
            2))
    return (x
            , y)


def conditions():
    if (k and
            k.x and
            not ident):
        pass
    z = (k or
         ident or
         k)
    w = k.x + \
        k.x * \
        k.x
    return w


def loops():
    for a in (
        ident(1)
    ):
        pass
    for (b,
         c) in [(1,2),
                (3,4)]:
        pass
    while (a and
           b < 0):
        pass


def targets():
    (a,
     b, *c) = (1,
         k, 3, 4)
    d = {
        1: k,
        2: a,
    }
    e = [
        k,
        a
    ]
    g = f"{k.x
      } {a
      }"
    k.y = (
        a)
    k.m(
      )[
        0:
        a] = \
        5
    a += (
       b.x)
    assert (a
       or b)
    return


def displays():
    x = [i
         for i in
         ident(1,2)
         if i]
    y = lambda: (
        1)
    z = ident(
        *x,
        a=1,
        b=k
    )
    t = (1,
         2)
    u = k if x else \
        y
    raise ValueError(
        k)


def definitions():
    @dec
    def a():
        pass
    @dec
    @dec
    def b(x=1,
          y=dec):
        pass
    @dec
    async def c(): pass
    @dec
    class D:
        x = 1
    @dec
    class E[T]: pass
    class F(
        D,
        E): pass
    def h(
       x=dec,
       y=dec): pass
    return a


def blocks():
    with CM(
       ) \
         as x:
        y = 1
    with CM() as (
        x, y), \
        CM() as z:
        pass
    try:
        (x
           .foo)
    except (ValueError,
            AttributeError
            ) as e:
        pass
    match (x,
           y):
        case (1,
              2):
            pass
    import os, \
      re
    from os import (path,
        sep)
    del (x,
         y)
    for i in [
       1, 2]: pass
    yield (
       1)
    return


def assignments():
    global w0
    w: int = (
       3)
    w += (1 +
       w)
    a = b = (w,
      w)
    raise (
      ValueError
    ) from (
      None)


# fmt: on
def told(function):
    """The lines told of, relative to the function's, and other events by their first letter."""
    out = []
    first = function.__code__.co_firstlineno

    def trace(frame, event, arg):
        if frame.f_code is function.__code__:
            out.append(f"{'' if event == 'line' else event[0]}{frame.f_lineno - first}")
            return trace

    sys.settrace(trace)
    try:
        list(function() or ())
    except TypeError, ValueError:
        pass
    finally:
        sys.settrace(None)
    return " ".join(out)


EXPECTED = {
    calls: ("c0 1 2 3 4 1 5 6 7 8 9 7 5 10 11 10 r10"),
    conditions: ("c0 1 2 3 5 8 9 10 9 8 11 r11"),
    loops: ("c0 2 1 4 2 6 5 6 8 6 5 6 8 6 9 10 r10"),
    targets: ("c0 2 3 2 1 2 5 6 4 9 10 8 12 13 12 16 15 21 17 19 20 17 e17 r17"),
    displays: ("c0 3 1 3 2 4 1 3 2 4 1 3 5 7 8 7 9 7 10 7 12 14 16 17 16 e16 r16"),
    definitions: (
        "c0 1 2 1 2 4 5 6 7 6 5 4 6 9 10 9 10 11 12 11 12 14 15 14 15 16 17 18 16 20 21 19 22 r22"
    ),
    blocks: (
        "c0 1 3 4 1 5 6 7 8 7 5 9 10 11 e11 12 13 12 15 16 17 16 18 19 20 21 23 25 26 27 28 "
        "27 28 27 30 29 r29 c29 31 r31"
    ),
    assignments: ("c0 3 2 4 5 4 6 7 6 9 11 8 e8 r8"),
}


class InnerLines(unittest.TestCase):
    def test_lines(self):
        for function, lines in EXPECTED.items():
            with self.subTest(function.__name__):
                self.assertEqual(told(function), lines)


if __name__ == "__main__":
    unittest.main()
