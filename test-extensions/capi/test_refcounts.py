"""References through C: objects survive, come back as themselves, and are let go."""

import gc
import unittest
import weakref

import capi_refcounts as c


class Thing:
    def __init__(self, name="thing"):
        self.name = name


class Identity(unittest.TestCase):
    def test_the_same_object_comes_back(self):
        values = [None, True, False, ..., NotImplemented, (), [], {}, set(), Thing(), Thing, len]
        for value in values:
            self.assertIs(c.identity(value), value)

    def test_equal_values_come_back(self):
        for value in (
            0,
            -6,
            257,
            10**30,
            -(1 << 62),
            1.5,
            float("inf"),
            "",
            "é",
            "日本👋",
            b"",
            b"\0x",
        ):
            self.assertEqual(c.identity(value), value)
            self.assertIs(type(c.identity(value)), type(value))

    def test_mutable_objects_are_shared(self):
        items = [1, 2]
        c.identity(items).append(3)
        self.assertEqual(items, [1, 2, 3])


class Counting(unittest.TestCase):
    def test_many_references_to_anything(self):
        for value in (None, True, 5, 10**20, "text", b"bytes", (), [1], {}, int, Thing("x"), 1.5):
            c.churn(value, 100_000)
            self.assertEqual(c.identity(value), value)

    def test_kept_objects_stay_alive(self):
        thing = Thing("kept")
        seen = weakref.ref(thing)
        c.keep(thing)
        del thing
        gc.collect()
        self.assertEqual(seen().name, "kept")
        self.assertEqual(c.keep(None).name, "kept")

    def test_pair(self):
        thing = Thing()
        result = c.pair(thing)
        self.assertEqual(type(result), tuple)
        self.assertIs(result[0], thing)
        self.assertEqual(result[1], 123456789)

    def test_borrowed_items(self):
        items = ["ab", (1, 2, 3), [4], {}, b"bytes"]
        self.assertEqual(c.lengths(items), 11)
        items.append("more")
        self.assertEqual(c.lengths(items), 15)
        with self.assertRaises(TypeError):
            c.lengths([1])


class Borrowed(unittest.TestCase):
    """C may take a reference of its own to what it has borrowed."""

    def check(self, keep, known):
        thing = Thing("kept")
        if known:
            c.churn(thing, 1)
        dead = weakref.ref(thing)
        keep(thing)
        del thing
        for _ in range(3):
            gc.collect()
        self.assertEqual(dead().name, "kept")
        self.assertEqual(c.keep(None).name, "kept")
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_value_of_a_dict(self):
        for known in False, True:
            self.check(lambda thing: c.keep_value({"key": thing}, "key"), known)

    def test_kept_by_its_container(self):
        for value in [Thing(), "other"], {1: Thing()}, {Thing}, Thing(), Thing:
            container = {"key": value}
            c.borrow(container, "key")
            for _ in range(3):
                gc.collect()
                self.assertIs(c.borrowed_value(), value)

    def test_list_kept_by_its_container(self):
        items = [Thing(), "text", 7]
        container = {"key": items}
        c.borrow(container, "key")
        for _ in range(3):
            gc.collect()
            self.assertEqual(c.borrowed_items(), items[:-1])
            items.insert(0, Thing())
        self.assertEqual(len(items), 9)

    def test_list_in_a_cycle_goes(self):
        items = [Thing()]
        items[0].items = items
        dead = weakref.ref(items[0])
        c.borrow({"key": items}, "key")
        c.borrowed_items()
        del items
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_value_met_on_the_way(self):
        for known in False, True:
            self.check(lambda thing: c.keep_last({1: 2, "key": thing}), known)
            self.check(lambda thing: c.keep_last({**dict.fromkeys(range(100)), 200: thing}), known)


if __name__ == "__main__":
    unittest.main()
