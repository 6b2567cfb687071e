"""What code of the full API reads from memory, without a call."""

import gc
import sys
import unittest

import capi_inlined as c


class Thing:
    def method(self):
        pass


class Mixed(Thing, dict):
    pass


class Memory(unittest.TestCase):
    def test_methods(self):
        thing = Thing()
        self.assertEqual(c.method_parts(thing.method), (Thing.method, thing))

    def test_receiver_without_its_method(self):
        for _ in range(3):
            receiver = c.receiver_of_dropped(lambda: Thing().method)
            gc.collect()
            self.assertIs(type(receiver), Thing)

    def test_order_of_bases(self):
        for cls in int, bool, Thing, Mixed, type("Made", (Mixed,), {}), c.Endless:
            self.assertEqual(c.mro(cls), cls.__mro__)

    def test_numbers(self):
        for cls in int, float, complex:
            self.assertTrue(c.adds_as_number(cls))
        for cls in list, tuple, str, bytes, bytearray, range, memoryview:
            self.assertFalse(c.adds_as_number(cls))

    def test_sizes(self):
        s, d, items = {1, 2, 3}, {1: 2, 3: 4}, [1, 2, 3, 4, 5]
        calls = set.pop, dict.popitem, list.pop
        self.assertEqual(c.sizes_after(s, d, items, calls), (10, 2, 1, 4))
        calls = lambda s: s.add(9), lambda d: d.update(a=1), lambda i: i.extend("abc")
        self.assertEqual(c.sizes_after(s, d, items, calls), (7, 3, 2, 7))
        self.assertEqual(c.sizes_after(s, d, items, (s.update,)), (12, 3, 2, 7))
        self.assertEqual(c.sizes_after(s, d, items, calls[:0]), (12, 3, 2, 7))

    def test_pop_and_append(self):
        for items in [1], [1, 2, 3], list("abcdefgh"), [[], [2]]:
            before = list(items)
            self.assertEqual(c.pop_and_append(items), len(before) - 1)
            self.assertEqual(items, before)

    def test_lists_in_each_other(self):
        a, b = [], [1]
        a.append(b)
        b.append(a)
        self.assertEqual(c.sizes_after(set(), {}, a, ()), (1, 0, 0, 1))
        self.assertEqual(c.sizes_after(set(), {}, b, (set.copy, dict.copy, list.copy))[3], 2)

    def test_pop(self):
        thing, text = Thing(), "text" * 3
        items = [1, text, thing, 2.5, None]
        self.assertIs(c.pop(items, 2), thing)
        self.assertEqual(items, [1, text, 2.5, None])
        self.assertIs(items[1], text)
        self.assertEqual(c.pop(items, -1), None)
        self.assertEqual(c.pop(items, 0), 1)
        items.append(thing)
        self.assertEqual(items, [text, 2.5, thing])
        self.assertEqual([c.pop(items, 0) for _ in range(3)], [text, 2.5, thing])
        self.assertEqual(items, [])
        with self.assertRaises(IndexError):
            c.pop(items, 0)

    def test_pop_of_a_list_that_is_no_argument(self):
        thing = Thing()
        thing.items = [[number] for number in range(40)]
        for number in range(39, -1, -1):
            self.assertEqual(c.pop_items(thing), [number])
            self.assertEqual(len(thing.items), number)

    def test_pop_of_a_kept_list(self):
        c.keep([3, 3, "a", 3])
        self.assertEqual(c.pop_kept(), 3)
        self.assertEqual(c.get_kept(), [3, "a", 3])
        self.assertEqual([c.pop_kept(), c.pop_kept()], [3, "a"])
        items = c.get_kept()
        items.append("b")
        self.assertEqual(c.get_kept(), [3, "b"])
        c.keep([])
        self.assertEqual(items, [3, "b"])


class Types(unittest.TestCase):
    def test_items_without_a_length(self):
        endless = c.Endless()
        self.assertEqual(c.get_item(endless, 3), 3)
        with self.assertRaisesRegex(IndexError, "asked for -3"):
            c.get_item(endless, -3)

    def test_new_exchanged_later(self):
        self.assertIs(type(c.Endless()), c.Endless)
        c.exchange_new()
        self.assertIsNone(c.Endless())
        c.exchange_new()
        self.assertIs(type(c.Endless()), c.Endless)

    def test_without_new(self):
        for cls in c.Abstract, c.Concrete:
            for arguments in (), (1,):
                with self.assertRaisesRegex(TypeError, f"^cannot create '.*{cls.__name__}' inst"):
                    cls(*arguments)
        self.assertTrue(c.Abstract.__flags__ & 1 << 7)

    def test_null_of_a_getter(self):
        thing = c.make_concrete()
        self.assertFalse(hasattr(thing, "nothing"))
        self.assertEqual(getattr(thing, "nothing", 5), 5)
        with self.assertRaises(SystemError):
            thing.nothing

    def test_size(self):
        thing = c.make_concrete()
        self.assertEqual(sys.getsizeof(thing), thing.__sizeof__())
        self.assertEqual(c.Concrete.__basicsize__, 24)


class Sizes(unittest.TestCase):
    def test_of_what_c_changes(self):
        self.assertEqual(c.sizes_of_own("item"), (1, 2, 1, 0, 0) * 2)


class Stores(unittest.TestCase):
    def test_items(self):
        for size in 1, 3, 5000:
            items = [None] * size
            for index in {0, size // 2, size - 1}:
                for item in Thing(), "text", 5, [1], None:
                    c.set_inline(items, index, item)
                    self.assertIs(items[index], item)
            self.assertEqual(len(items), size)

    def test_in_a_row(self):
        items, expected = [0] * 50, [0] * 50
        for i in range(200):
            c.set_inline(items, i * 7 % 50, i)
            expected[i * 7 % 50] = i
            if i % 3 == 0:
                items.append(i)
                expected.append(i)
            if i % 5 == 0:
                self.assertEqual(items.pop(0), expected.pop(0))
                items.insert(0, -i)
                expected.insert(0, -i)
        self.assertEqual(items, expected)

    def test_seen_by_a_callback(self):
        items, thing = [1, 2, 3], Thing()
        self.assertEqual(c.set_inline(items, 1, thing, lambda: list(items)), [1, thing, 3])
        c.set_inline(items, 0, thing, lambda: items.append(4))
        self.assertEqual(items, [thing, thing, 3, 4])

    def test_in_a_kept_list(self):
        items, thing = [1, 2], Thing()
        c.keep(items)
        c.set_kept(thing)
        self.assertEqual(c.get_kept(), [thing, 2])
        self.assertIs(c.get_kept(), items)
        self.assertEqual(items, [thing, 2])
        c.keep(None)


class Limits(unittest.TestCase):
    def test_allocator(self):
        self.assertEqual(c.exchange_allocator(), 1)

    def test_recursion(self):
        for _ in range(3):
            with self.assertRaisesRegex(RecursionError, "in recurse"):
                c.recurse_without_end()


if __name__ == "__main__":
    unittest.main()
