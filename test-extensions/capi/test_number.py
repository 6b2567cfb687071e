"""Numbers that C works on, with the ones that Python's operators give: both must be the same."""

import operator
import unittest

import capi_number as c


class Meters(int):
    def __add__(self, other):
        return "added"


EDGES = [0, 1, 2, 5, 255, 256, 257, 2**29, 2**30 - 1, 2**30, 2**31, 2**59, 2**60 - 1, 2**60]
EDGES += [2**62, 2**63 - 1, 2**63, 2**64, 10**30]
INTS = [*EDGES, *(-n for n in EDGES[1:])]
FLOATS = [0.0, -0.0, 0.5, -1.5, 1e308, float("inf"), float("-inf")]


def outcome(function, *args):
    try:
        result = function(*args)
    except Exception as e:
        return type(e), str(e)
    return type(result), repr(result)


class Arithmetic(unittest.TestCase):
    PAIRS = [
        (c.add, operator.add),
        (c.subtract, operator.sub),
        (c.multiply, operator.mul),
        (c.and_, operator.and_),
    ]

    def compare(self, a, b):
        for native, python in self.PAIRS:
            expected = outcome(python, a, b)
            if expected[0] is TypeError:
                with self.assertRaises(TypeError):
                    native(a, b)
            else:
                self.assertEqual(outcome(native, a, b), expected, (python.__name__, a, b))

    def test_ints(self):
        for a in INTS:
            for b in INTS:
                self.compare(a, b)

    def test_floats(self):
        for a in FLOATS:
            for b in [*FLOATS, 3, True, 2**80]:
                self.compare(a, b)
                self.compare(b, a)

    def test_others(self):
        for a in (True, False, "text", b"bytes", [1], (2,), None, Meters(3), 2j):
            for b in (1, True, "more", 2.5, Meters(4), (1,)):
                self.compare(a, b)

    def test_subclass_decides(self):
        self.assertEqual(c.add(Meters(1), 2), "added")
        self.assertEqual(c.add(1, 2), 3)

    def test_division(self):
        self.assertEqual(c.true_divide(1, 4), 0.25)
        with self.assertRaisesRegex(ZeroDivisionError, "division by zero"):
            c.true_divide(1, 0)

    def test_in_place(self):
        items = [1]
        self.assertIs(c.in_place_add(items, (2,)), items)
        self.assertEqual(items, [1, 2])


class Conversion(unittest.TestCase):
    def test_long_long(self):
        for n in INTS:
            if -(2**63) <= n < 2**63:
                self.assertEqual(c.as_long_long(n), n)
            else:
                with self.assertRaisesRegex(OverflowError, "int too big to convert"):
                    c.as_long_long(n)
        self.assertEqual(c.as_long_long(-(2**63)), -(2**63))
        self.assertEqual(c.as_long_long(Meters(7)), 7)
        self.assertEqual(c.as_long_long(True), 1)
        for bad in 1.5, "1", None:
            with self.assertRaises(TypeError):
                c.as_long_long(bad)

    def test_index(self):
        class Index:
            def __index__(self):
                return 2**40

        self.assertEqual(c.as_long_long(Index()), 2**40)
        with self.assertRaises(TypeError):
            c.as_size(Index())

    def test_size(self):
        for n in INTS:
            if -(2**63) <= n < 2**63:
                self.assertEqual(c.as_size(n), n)
            else:
                with self.assertRaises(OverflowError):
                    c.as_size(n)

    def test_overflow(self):
        for n in INTS:
            expected = (n, 0) if -(2**63) <= n < 2**63 else (-1, 1 if n > 0 else -1)
            self.assertEqual(c.as_long_and_overflow(n), expected)

    def test_double(self):
        for x in [*FLOATS, 3, -(2**70)]:
            self.assertEqual(c.as_double(x), float(x))
        with self.assertRaises(OverflowError):
            c.as_double(10**400)
        with self.assertRaises(TypeError):
            c.as_double("1")


if __name__ == "__main__":
    unittest.main()
