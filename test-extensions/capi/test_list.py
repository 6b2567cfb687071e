"""Lists seen from C are the lists that Python sees, whoever changed them last."""

import gc
import random
import unittest
import weakref

import capi_list as c


class Thing:
    pass


class Names(list):
    def __getitem__(self, index):
        return "overridden"


def values():
    return [1, 10**6, -(2**70), 2.5, "text", "é", b"bytes", None, True, Thing(), (1, [2]), [3]]


class Reading(unittest.TestCase):
    def test_items(self):
        for items in [], [1], values(), list(range(5000)), Names("abc"):
            self.assertEqual(c.items(items), tuple(list.__iter__(items)))
            self.assertEqual(c.as_tuple(items), tuple(list.__iter__(items)))

    def test_the_same_objects(self):
        things = [Thing() for _ in range(20)]
        for mine, theirs in zip(things, c.items(things)):
            self.assertIs(mine, theirs)

    def test_index(self):
        items = values()
        for i, item in enumerate(items):
            self.assertEqual(c.get(items, i), item)
        for i in -1, len(items), 2**40:
            with self.assertRaisesRegex(IndexError, "list index out of range"):
                c.get(items, i)

    def test_no_list(self):
        for other in (1, 2), None, "text":
            with self.assertRaises(SystemError):
                c.items(other)
            with self.assertRaises(SystemError):
                c.append(other, 1)

    def test_slice(self):
        items = list(range(10))
        for low, high in (0, 3), (2, 100), (5, 2), (-3, 4):
            self.assertEqual(c.slice(items, low, high), items[max(low, 0) : max(high, 0)])


class Changing(unittest.TestCase):
    def test_set(self):
        items = [1, 2, 3]
        thing = Thing()
        for i, item in enumerate((thing, "text", 10**9)):
            self.assertIs(type(c.set(items, i, item)), type(item))
        self.assertEqual(items, [thing, "text", 10**9])
        with self.assertRaisesRegex(IndexError, "list assignment index out of range"):
            c.set(items, 3, 4)

    def test_append_and_insert(self):
        items = []
        for i in range(300):
            self.assertEqual(c.append(items, i), i + 1)
        self.assertEqual(items, list(range(300)))
        self.assertEqual(c.insert(items, 0, "first"), 301)
        self.assertEqual(c.insert(items, -1, "last but one"), 302)
        self.assertEqual((items[0], items[-2:]), ("first", ["last but one", 299]))

    def test_order(self):
        items = [3, 1, 2]
        self.assertEqual(c.reverse_and_sort(items), ((2, 1, 3), (1, 2, 3)))
        self.assertEqual(items, [1, 2, 3])

    def test_at_random(self):
        """The same operations on two lists, from C on one of them."""
        source = random.Random(314)
        for size in 0, 3, 700:
            native, python = list(range(size)), list(range(size))
            for step in range(300):
                item = source.choice([step, step * 10**6, str(step), 0.5 * step, None])
                action = source.randrange(6)
                if action == 0:
                    c.append(native, item)
                    python.append(item)
                elif action == 1:
                    native.append(item)
                    python.append(item)
                elif python:
                    i = source.randrange(len(python))
                    if action == 2:
                        c.set(native, i, item)
                        python[i] = item
                    elif action == 3:
                        native[i] = python[i] = item
                    elif action == 4:
                        del native[-1], python[-1]
                    else:
                        self.assertEqual(c.get(native, i), python[i])
                if step % 25 == 0:
                    self.assertEqual(c.items(native), tuple(python))
            self.assertEqual(native, python)


class Between(unittest.TestCase):
    """Python code that runs while C is in the middle of a list."""

    def test_changed_during_the_loop(self):
        for size in 5, 300, 2000:
            items = list(range(size))

            def double_the_last(item):
                items[-1] += 1
                return item

            expected = [*range(size - 1), size - 1 + size - 1]
            self.assertEqual(c.for_each(items, double_the_last), expected)

    def test_grows_and_shrinks(self):
        for size in 4, 600:
            items = list(range(size))

            def grow(item):
                if len(items) < size + 3:
                    items.append("new")
                return item

            self.assertEqual(c.for_each(items, grow), [*range(size), "new", "new", "new"])
            items[:] = range(size)
            self.assertEqual(c.for_each(items, lambda i: items.pop() and i), [*range(size // 2)])

    def test_around(self):
        for size in 3, 1000:
            items = [Thing() for _ in range(size)]
            before = tuple(items)
            new = Thing()

            def change():
                items[size // 2] = new
                del items[0]
                gc.collect()

            first, second = c.around(items, change)
            self.assertEqual(first, before)
            self.assertEqual(second, tuple(items))
            self.assertIs(second[size // 2 - 1], new)

    def test_error(self):
        with self.assertRaisesRegex(KeyError, "stop"):
            c.for_each([1, 2], lambda i: {}["stop"])

    def test_shared_with_c(self):
        seen = []

        def change(items):
            seen.append((items, list(items)))
            items[0] = "changed"
            items.append(Thing)

        made = c.shared(change)
        self.assertIs(made, seen[0][0])
        self.assertEqual(seen[0][1], [1000, "second"])
        self.assertEqual(made, ["changed", "second", Thing, 3000])


class Lifetime(unittest.TestCase):
    def test_kept(self):
        items = [1, "two"]
        c.keep(items)
        items.append(Thing)
        self.assertEqual(c.kept_items(), (1, "two", Thing))
        del items
        gc.collect()
        self.assertEqual(c.kept_items(), (1, "two", Thing))
        c.drop()

    def test_items_live_and_die(self):
        thing = Thing()
        dead = weakref.ref(thing)
        items = [thing, [thing]]
        c.keep(items)
        c.kept_items()
        del thing, items
        gc.collect()
        self.assertIsNotNone(dead())
        c.drop()
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_cycle_that_crossed(self):
        thing = Thing()
        dead = weakref.ref(thing)
        items = [1, thing]
        thing.items = items
        c.items(items)
        del thing, items
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_values_that_crossed(self):
        words = [Thing, 10**7, "word"]
        for _ in range(5):
            self.assertEqual(c.items(words), (Thing, 10**7, "word"))
            words[1] = 10**7


if __name__ == "__main__":
    unittest.main()
