"""What code of the full API reads from memory, without a call."""

import gc
import sys
import pathlib
import subprocess
import unittest
import weakref

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

    def test_traceback(self):
        try:
            raise ValueError
        except ValueError as e:
            traceback = e.__traceback__
        for _ in range(3):
            found = c.under_traceback(traceback, lambda: gc.collect() and 0 or 5)
            self.assertEqual(found, (5, traceback.tb_lasti))

    def test_content_of_bytes(self):
        for size in 5, 500:
            data = b"%d" % size * size
            self.assertTrue(c.remember_content(data))
            for i in range(500):
                self.assertEqual(c.length(b"%d" % i), len(str(i)))
            self.assertEqual(c.remembered_content(), data)

    def test_order_of_bases(self):
        for cls in int, bool, Thing, Mixed, type("Made", (Mixed,), {}), c.Endless:
            self.assertEqual(c.mro(cls), cls.__mro__)
            self.assertIs(c.mro(cls), cls.__mro__)
            self.assertIs(c.bases(cls), cls.__bases__)

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
    def test_bases_of_a_type_not_met(self):
        self.assertEqual(c.bases_of_none(), ((object,), (type(None), object)))

    def test_made_ready_late(self):
        self.assertEqual(c.Unready.__doc__, "Made ready late.")
        self.assertEqual(c.Unready.__mro__, (c.Unready, object))
        self.assertIs(type(c.Unready()), c.Unready)

    def test_metaclass_that_allocates(self):
        class First(metaclass=c.Numbering):
            def __init__(self, x=0):
                self.x = x

        class Second(First):
            def __repr__(self):
                return "second"

        number = c.number_of(First)
        self.assertEqual(c.number_of(Second), number + 1)
        made = c.Numbering("Made", (First,), {"y": 2})
        self.assertEqual(c.number_of(made), number + 2)
        first, second = First(4), Second(5)
        self.assertEqual(first + 1, (first, 1))
        self.assertEqual(1 + second, (1, second))
        self.assertEqual((repr(first), repr(second), repr(made())), ("<First>", "second", "<Made>"))
        self.assertEqual((first.x, second.x, made().y), (4, 5, 2))
        self.assertIn("__add__", vars(First))

    def test_method_of_a_class_just_made(self):
        for metaclass in type, c.Numbering:

            def init(self, x):
                self.x = x

            made = c.make_class(metaclass, "__init__", init)
            self.assertIs(made.__init__, init)
            self.assertEqual(made(3).x, 3)

    def test_static_types_do_not_change(self):
        for cls in c.Endless, c.Unready:
            with self.assertRaisesRegex(TypeError, "cannot set 'x' attribute of immutable type"):
                cls.x = 1
            with self.assertRaises(TypeError):
                del cls.__new__

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


class Dicts(unittest.TestCase):
    """_PyObject_GetDictPtr, of instances of a class over a type made in C."""

    def setUp(self):
        class Kept(c.Unready):
            pass

        self.kept = Kept()

    def test_read(self):
        self.assertIs(c.dict_in_field(c.Unready()), NotImplemented)
        self.assertIsNone(c.dict_in_field(self.kept))
        self.kept.x = 1
        self.assertEqual(c.dict_in_field(self.kept), {"x": 1})
        self.assertIs(c.dict_in_field(self.kept), self.kept.__dict__)
        self.kept.y = 2
        self.assertEqual(c.dict_in_field(self.kept), {"x": 1, "y": 2})

    def test_write(self):
        def change(kept):
            self.assertEqual(kept.a, 1)
            kept.b = 2
            return kept.__dict__

        for _ in range(3):
            made = {"a": 1}
            self.assertIs(c.put_dict(self.kept, made, change), made)
            self.assertEqual(made, {"a": 1, "b": 2})
            self.assertIs(self.kept.__dict__, made)
            self.kept.d = 4
            self.assertEqual(c.dict_in_field(self.kept), {"a": 1, "b": 2, "d": 4})

    def test_take_away(self):
        self.kept.x = 1

        def look(kept):
            self.assertFalse(hasattr(kept, "x"))
            kept.y = 2
            return c.dict_in_field(kept)

        self.assertEqual(c.put_dict(self.kept, None, look), {"y": 2})
        self.assertEqual(vars(self.kept), {"y": 2})
        c.put_dict(self.kept, None, lambda kept: None)
        self.assertEqual(vars(self.kept), {})

    def test_set_by_python_meanwhile(self):
        def replace(kept):
            kept.__dict__ = {"z": 3}
            return c.dict_in_field(kept)

        self.assertEqual(c.put_dict(self.kept, {}, replace), {"z": 3})
        self.assertEqual(vars(self.kept), {"z": 3})

    def test_cycle(self):
        self.kept.me = self.kept
        c.dict_in_field(self.kept)
        self.kept.thing = Thing()
        end = weakref.ref(self.kept.thing)
        self.kept = None
        gc.collect()
        self.assertIsNone(end())


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


class Exceptions(unittest.TestCase):
    def test_value_of_stop_iteration(self):
        self.assertIsNone(c.stop_value(StopIteration()))
        value = object()
        self.assertIs(c.stop_value(StopIteration(value, 2)), value)

        def generator():
            yield
            return [1]

        made = generator()
        next(made)
        with self.assertRaises(StopIteration) as caught:
            next(made)
        self.assertEqual(c.stop_value(caught.exception), [1])
        caught.exception.value = "other"
        self.assertEqual(c.stop_value(caught.exception), "other")

    def test_sizes(self):
        # Inlined code of C reads the fields of every exception, the traceback among them.
        for exception in (BaseException, Exception, KeyError, GeneratorExit, StopAsyncIteration):
            self.assertEqual(exception.__basicsize__, 72)
        self.assertEqual(StopIteration.__basicsize__, 80)


class SlotsOfBuiltinTypes(unittest.TestCase):
    def test_seen_by_the_limited_api_first(self):
        here = pathlib.Path(c.__file__).parent
        program = (
            f"import sys; sys.path[:0] = [{str(here.parent / 'plain')!r}, {str(here)!r}]\n"
            "import capi_layouts\n"
            "import os; result = os.stat('/')\n"
            "try: capi_layouts.make(type(result))\n"
            "except TypeError: pass\n"
            "import capi_inlined\n"
            "print(capi_inlined.has_subscript(result))"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
        self.assertEqual((done.stdout, done.returncode), ("True\n", 0), done.stderr)


class Bytes(unittest.TestCase):
    def test_bytearray_made_smaller(self):
        for room, size in ((40, 7), (7, 7), (5, 0), (200_000, 150_000)):
            b = bytearray(b"start")
            self.assertEqual(c.fill_and_shrink(b, room, size, bytes), b"x" * size)
            self.assertEqual((len(b), b), (size, bytearray(b"x" * size)))
            b += b"more"
            self.assertEqual(b[size:], b"more")
            self.assertEqual(c.fill_and_shrink(b, 9, 3, lambda a: (a is b, len(a))), (True, 3))

    def test_view_of_a_part(self):
        for made in (bytes, bytearray, lambda b: memoryview(bytearray(b))):
            for data in (b"0123456789", bytes(range(256)) * 300):
                show = lambda v: (bytes(v), v.shape, v.nbytes, v.obj == data)
                result, view = c.part(made(data), 3, 4, show)
                self.assertEqual(result, (data[3:7], (4,), 4, True))
                self.assertEqual((len(view), view[1:].tobytes()), (4, data[4:7]))
                view.release()


if __name__ == "__main__":
    unittest.main()
