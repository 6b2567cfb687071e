"""Tuples made in C: their identity, and borrowed references to them and their items."""

import gc
import unittest
import weakref

import capi_tuple as c


class Thing:
    pass


class Handed(unittest.TestCase):
    def test_borrowed_from_a_dict(self):
        d, thing = {}, Thing()
        c.hand_over(d, "key", thing)
        for _ in range(4):
            gc.collect()
            self.assertIs(c.borrowed_tuple(), d["key"])
            first, second, third = c.borrowed_items()
            self.assertIs(first, thing)
            self.assertIs(second, d["key"][1])
            self.assertIs(third, d["key"][2])
            self.assertEqual(third, (thing, "text", 12345678))
            d[Thing()] = d["key"], [d["key"]]

    def test_java_keeps_no_item_longer(self):
        d = {}
        c.hand_over(d, "key", Thing())
        dead = weakref.ref(d["key"][0])
        c.borrowed_items()
        d.clear()
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_cycle_through_the_tuple(self):
        thing = Thing()
        thing.d = {}
        c.hand_over(thing.d, "key", thing)
        c.borrowed_tuple()
        dead = weakref.ref(thing)
        del thing
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_item_kept(self):
        d = {}
        c.hand_over(d, "key", Thing())
        dead = weakref.ref(d["key"][0])
        for crosses in range(3):
            c.keep_first()
            if crosses:
                c.borrowed_tuple()
        d.clear()
        for _ in range(3):
            gc.collect()
        self.assertIs(c.take_kept(), dead())
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())


class Borrowed(unittest.TestCase):
    def test_of_python(self):
        thing = Thing()
        d = {1: (thing, b"bytes", 2.5, "text", (thing,), b"b" * 100)}
        c.borrow(d, 1)
        for _ in range(3):
            gc.collect()
            self.assertIs(c.borrowed_tuple(), d[1])
            self.assertEqual(tuple(c.borrowed_items()), d[1])

    def test_cycle(self):
        thing = Thing()
        thing.d = {1: (thing,)}
        c.borrow(thing.d, 1)
        c.borrowed_items()
        dead = weakref.ref(thing)
        del thing
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())


class Identity(unittest.TestCase):
    def test_same_argument(self):
        seen = []
        c.call_twice(seen.append)
        self.assertIs(seen[0], seen[1])
        self.assertIs(seen[0][1], seen[1][1])

    def test_nested(self):
        thing = Thing()
        for depth in range(1, 50):
            made = c.nested(depth, thing)
            for i in reversed(range(depth)):
                self.assertIs(type(made), list if i % 2 else tuple)
                (made,) = made
            self.assertIs(made, thing)

    def test_shared_items(self):
        thing = Thing()
        made = c.shared_items(thing)
        self.assertEqual(made, [(thing, thing)] * 2)
        self.assertIs(made[0], made[1])
        self.assertIs(c.take_kept(), made[0])

    def test_contains_itself(self):
        made = c.in_itself()
        self.assertIs(made[0][0], made)


if __name__ == "__main__":
    unittest.main()
