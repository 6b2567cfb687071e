"""Slots of builtin types called from C, and a type in C that derives from list."""

import gc
import unittest

import capi_slots as c

# Slot numbers (typeslots.h).
MP_LENGTH, MP_SUBSCRIPT = 4, 5
NB_ADD, NB_NEGATIVE, NB_SUBTRACT = 7, 30, 36
SQ_CONCAT, SQ_LENGTH = 40, 45
TP_CALL, TP_HASH, TP_ITER, TP_ITERNEXT, TP_NEW, TP_REPR = 50, 59, 62, 63, 65, 66
LT, EQ = 0, 2


class BuiltinTypes(unittest.TestCase):
    def test_objects(self):
        self.assertEqual(c.unary(list, TP_REPR, [1]), "[1]")
        self.assertEqual(c.unary(int, NB_NEGATIVE, 5), -5)
        self.assertEqual(list(c.unary(dict, TP_ITER, {"a": 1})), ["a"])
        self.assertEqual(c.binary(int, NB_ADD, 2, 3), 5)
        self.assertIs(c.binary(int, NB_ADD, 2, "3"), NotImplemented)
        self.assertEqual(c.binary(float, NB_SUBTRACT, 2, 0.5), 1.5)
        self.assertEqual(c.binary(list, SQ_CONCAT, [1], [2]), [1, 2])
        self.assertEqual(c.binary(dict, MP_SUBSCRIPT, {1: 2}, 1), 2)

    def test_numbers(self):
        self.assertEqual(c.size(str, TP_HASH, "x"), hash("x"))
        self.assertEqual(c.size(dict, MP_LENGTH, {1: 2}), 1)
        self.assertEqual(c.size(tuple, SQ_LENGTH, (1, 2)), 2)

    def test_compare(self):
        self.assertIs(c.compare(int, 1, 2, LT), True)
        self.assertIs(c.compare(str, "a", "a", EQ), True)
        self.assertIs(c.compare(int, 1, "a", EQ), NotImplemented)

    def test_errors(self):
        with self.assertRaises(KeyError):
            c.binary(dict, MP_SUBSCRIPT, {}, 1)
        with self.assertRaises(TypeError):
            c.size(list, TP_HASH, [])
        with self.assertRaises(LookupError):
            c.unary(int, TP_ITER, 1)

    def test_next(self):
        iterator = iter([1])
        self.assertEqual(c.unary(type(iterator), TP_ITERNEXT, iterator), 1)
        with self.assertRaises(SystemError):  # NULL without exception is the end
            c.unary(type(iterator), TP_ITERNEXT, iterator)

    def test_set_item(self):
        items = {}
        c.set_item(dict, items, "a", 1)
        self.assertEqual(items, {"a": 1})
        c.set_item(dict, items, "a")
        self.assertEqual(items, {})

    def test_make(self):
        made = c.make(dict, dict, ())
        self.assertEqual(made, {})
        c.initialize(dict, made, ([("a", 1)],))
        self.assertEqual(made, {"a": 1})
        self.assertEqual(c.make(int, int, ("12",)), 12)
        self.assertTrue(c.has(Exception, TP_NEW))

    def test_a_type_is_asked_not_the_object(self):
        class Loud(list):
            def __repr__(self):
                return "LOUD"

        self.assertEqual(c.unary(list, TP_REPR, Loud()), "[]")
        self.assertEqual(c.unary(Loud, TP_REPR, Loud()), "LOUD")


class PythonClasses(unittest.TestCase):
    def test_methods(self):
        class Thing:
            def __init__(self, value=0):
                self.value = value

            def __add__(self, other):
                return ("add", other)

            def __radd__(self, other):
                return ("radd", other)

            def __hash__(self):
                return 42

            def __len__(self):
                return 7

            def __getattr__(self, name):
                return name.upper()

        thing = Thing()
        self.assertEqual(c.binary(Thing, NB_ADD, thing, 1), ("add", 1))
        self.assertEqual(c.binary(Thing, NB_ADD, 1, thing), ("radd", 1))
        self.assertEqual(c.size(Thing, TP_HASH, thing), 42)
        self.assertEqual(c.size(Thing, MP_LENGTH, thing), 7)
        self.assertIs(type(c.make(Thing, Thing, ())), Thing)
        c.initialize(Thing, thing, (3,))
        self.assertEqual(thing.value, 3)


class DerivedFromList(unittest.TestCase):
    def test_both_halves(self):
        made = c.Counted("ab")
        self.assertEqual(made, ["a", "b"])
        self.assertGreater(made.number(), 1000)
        made.append("c")
        self.assertEqual(len(made), 3)
        self.assertIsInstance(made, list)

    def test_subclass(self):
        class Derived(c.Counted):
            def __init__(self, items):
                super().__init__(items)
                self.name = "derived"

        made = Derived([1])
        self.assertEqual((made, made.name), ([1], "derived"))
        self.assertGreater(made.number(), 1000)

    def test_freed(self):
        def settle():
            for _ in range(3):
                gc.collect()
            return c.alive()

        before = settle()
        for i in range(2000):
            c.Counted([i]).number()
        self.assertLess(settle() - before, 20)


if __name__ == "__main__":
    unittest.main()
