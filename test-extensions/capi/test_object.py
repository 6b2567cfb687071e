"""The object protocol from C against the same operation in Python."""

import abc
import operator
import unittest

import capi_object as c

OPERATORS = [operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge]
NAN = float("nan")


class Text(str):
    def __eq__(self, other):
        return "asked"

    __hash__ = str.__hash__


class Same:
    """Equal to nothing, itself included."""

    def __eq__(self, other):
        return False

    __hash__ = None


class Pretends:
    @property
    def __class__(self):
        return int


class Anything(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True


VALUES = [0, 1, -1, -2, 2**30, -(2**60), 2**61 - 1, 2**64, 10**40, True, 0.0, -0.0, 0.5, NAN]
VALUES += [float("inf"), "", "a", "b", "ab", "é", "éa", "日本", "👋", "\ud800", "a\0b", b"", b"a"]
VALUES += [b"a\0", None, (), (1, "a"), [1], {}, {1: 2}, Text("a"), Same, frozenset()]


class Compare(unittest.TestCase):
    def test_all(self):
        for a in VALUES:
            for b in VALUES:
                for number, op in enumerate(OPERATORS):
                    try:
                        expected = op(a, b)
                    except TypeError as e:
                        with self.assertRaises(TypeError) as caught:
                            c.compare(a, b, number)
                        self.assertEqual(str(caught.exception), str(e))
                    else:
                        self.assertIs(type(c.compare(a, b, number)), type(expected))
                        self.assertEqual(c.compare(a, b, number), expected, (a, op, b))

    def test_identity_comes_first(self):
        same = Same()
        self.assertIs(c.compare(same, same, 2), False)
        self.assertIs(c.compare_bool(same, same, 2), True)
        self.assertIs(c.compare_bool(same, same, 3), False)
        self.assertEqual(c.compare(Text("a"), "a", 2), "asked")

    def test_bool(self):
        for number, op in enumerate(OPERATORS):
            self.assertIs(c.compare_bool(3, 4, number), op(3, 4))
            self.assertIs(c.compare_bool("x", "é", number), op("x", "é"))


class Hash(unittest.TestCase):
    def test_as_python(self):
        for value in VALUES:
            try:
                expected = hash(value)
            except TypeError as e:
                with self.assertRaisesRegex(TypeError, "unhashable type") as caught:
                    c.hash(value)
                self.assertEqual(str(caught.exception), str(e))
            else:
                if value == value:
                    self.assertEqual(c.hash(value), expected, repr(value))

    def test_a_str_that_crosses_again(self):
        words = ["word%d" % i for i in range(50)]
        for _ in range(4):
            for word in words:
                self.assertEqual(c.hash(word), hash(word))
                self.assertEqual(c.hash(word.encode()), hash(word.encode()))


class Types(unittest.TestCase):
    def test_instances(self):
        types = [int, bool, str, object, type, tuple, dict, Text, Same, Anything, (str, int)]
        values = [1, True, "a", Text("b"), (), {}, Same(), Same, Pretends(), None, type]
        for value in values:
            for type_ in types:
                self.assertIs(c.is_instance(value, type_), isinstance(value, type_), (value, type_))

    def test_no_type(self):
        with self.assertRaisesRegex(TypeError, "isinstance\\(\\) arg 2 must be a type"):
            c.is_instance(1, 1)

    def test_truth(self):
        for value in VALUES:
            self.assertIs(c.is_true(value), bool(value))


class Text_(unittest.TestCase):
    def test_as_python(self):
        for value in VALUES:
            self.assertEqual(c.to_str(value), str(value))
            self.assertEqual(c.to_repr(value), repr(value))

    def test_same_str(self):
        for text in "a text", "", "é":
            self.assertEqual(c.to_str(text), text)


class Length(unittest.TestCase):
    def test_as_python(self):
        for value in ["", "aé", b"xy", (), (1,), [1, 2], {}, {1: 2}, {1, 2}, range(5)]:
            self.assertEqual(c.length(value), len(value))
        with self.assertRaisesRegex(TypeError, "object of type 'int' has no len\\(\\)"):
            c.length(1)

    def test_after_changes(self):
        items, names = [1, 2], {"a": 1}
        self.assertEqual(c.lengths_around(items, lambda: items.append(3)), (2, 2, 3))
        self.assertEqual(c.lengths_around(names, lambda: names.update(b=2, c=3)), (1, 1, 3))
        self.assertEqual(c.lengths_around(names, names.clear), (3, 3, 0))
        self.assertEqual(c.length(names), 0)


if __name__ == "__main__":
    unittest.main()
