"""Lists seen from C are the lists that Python sees, whoever changed them last."""

import gc
import random
import threading
import time
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


def script(items, steps, callback):
    """What the function of the same name does."""
    out = []
    for n, step in enumerate(steps):
        size = len(items)
        if step == "a":
            items.append(n * 1000)
        elif step == "A":
            items.append(f"item {n}")
        elif step == "L":
            items.append([])
        elif step == "s" and size:
            items[n % size] = -n
        elif step == "S" and size:
            items[n % size] = f"set {n}"
        elif step == "g":
            out.append(items[n % size] if size else None)
        elif step == "z":
            out.append(size)
        elif step == "d":
            del items[:2]
        elif step == "t":
            out.append(tuple(items))
        elif step == "c":
            out.append(callback(items))
    return out


class Writing(unittest.TestCase):
    def check(self, steps, start=(), callback=len):
        here, there = list(start), list(start)
        expected = script(here, steps, callback)
        self.assertEqual(c.script(there, steps, callback), expected, steps)
        self.assertEqual(there, here, steps)
        # And once more with a list that C knows already.
        expected = script(here, steps, callback)
        self.assertEqual(c.script(there, steps, callback), expected, steps)
        self.assertEqual(there, here, steps)

    def test_appending(self):
        for steps in ("a", "aaaa", "AAAAA", "LLL", "aAL" * 200, "az" * 20, "ag" * 20, "aczt" * 5):
            self.check(steps)
            self.check(steps, ["start"] * 300)

    def test_setting(self):
        for steps in ("s", "ss", "sg" * 10, "sSsSsSgz" * 10, "scsc", "sxs" * 3, "sgagd" * 9):
            self.check(steps, range(10))
            self.check(steps, range(1000))

    def test_any_order(self):
        random.seed(7)
        for _ in range(300):
            steps = "".join(random.choices("aALsSgzdtcx", k=random.randrange(40)))
            self.check(steps, range(random.choice([0, 3, 300])))

    def test_callback_that_changes_the_list(self):
        def callback(items):
            items.append("callback")
            if items:
                items[0] = "first"
            return list(items)

        random.seed(8)
        for _ in range(100):
            steps = "".join(random.choices("aAsSgztccx", k=20))
            self.check(steps, range(5), callback)

    def test_many(self):
        items = []
        c.append_range(items, 100_000)
        self.assertEqual(items, [i * 1000 for i in range(100_000)])
        self.assertEqual(c.items(items), tuple(items))
        c.append_range(items, 1000)
        self.assertEqual(items[100_000:], [i * 1000 for i in range(1000)])

    def test_seen_by_other_threads(self):
        items, seen = [], []

        def look():
            while not stop:
                seen.append(len(items))
                time.sleep(0.005)

        stop = False
        thread = threading.Thread(target=look)
        thread.start()
        c.append_and_wait(items, "item", 400)
        during = len(seen)
        stop = True
        thread.join()
        self.assertIn(1, seen[:during])

    def test_set_all(self):
        thing = Thing()
        dead = weakref.ref(thing)
        items = list(range(2000))
        c.set_all(items, thing)
        self.assertTrue(all(i is thing for i in items))
        c.set_all(items, "text")
        self.assertEqual(items, ["text"] * 2000)
        del thing
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_objects_go(self):
        items = [Thing() for _ in range(10)]
        dead = [weakref.ref(i) for i in items]
        c.set_all(items, None)
        for _ in range(3):
            gc.collect()
        self.assertTrue(all(d() is None for d in dead))

    def test_that_contains_itself(self):
        items = c.knotted()
        self.assertEqual(len(items), 4)
        self.assertIs(items[0], items)
        self.assertIs(items[1][0], items)
        self.assertEqual(items[2], "the same text")
        self.assertIs(items[2], items[3])
        self.assertIs(items[2], items[1][1])
        items.clear()

    def test_subclass(self):
        items = Names("abc")
        c.append_range(items, 10)
        c.set_all(items, 5)
        self.assertEqual(list(list.__iter__(items)), [5] * 13)


if __name__ == "__main__":
    unittest.main()
