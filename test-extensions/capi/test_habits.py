"""What extensions do although no manual says so, and CPython lives with."""

import ctypes
import gc
import inspect
import subprocess
import sys
import types
import unittest
import weakref

import capi_habits as c


class Thing:
    pass


class Types(unittest.TestCase):
    def test_weak_references_told_late(self):
        o = c.WeakLate()
        r = weakref.ref(o)
        self.assertIs(r(), o)
        del o
        gc.collect()
        self.assertIsNone(r())

        class Derived(c.WeakLate):
            pass

        d = Derived()
        self.assertIs(weakref.ref(d)(), d)

    def test_never_made_ready(self):
        o = c.make_unready()
        self.assertEqual(repr(o), "<unready>")
        self.assertEqual(type(o).__name__, "Unready")
        self.assertIs(type(c.make_unready()), type(o))

    def test_attributes_before_it_is_ready(self):
        early = c.make_early((Thing,))
        self.assertEqual((early.__name__, early.__bases__), ("Early", (Thing,)))
        self.assertEqual(early.given, (Thing,))
        self.assertEqual(repr(early()), "<unready>")
        early.given = 5
        self.assertEqual(early().given, 5)

    def test_slots_in_memory(self):
        class Pair(c.Filled, metaclass=c.FilledType):
            __slots__ = ("b", "a", "__weakref__")

        thing = Thing()
        pair = Pair(thing, [1])
        self.assertEqual((pair.a, pair.b), (thing, [1]))
        self.assertEqual(c.places(pair), [("a", 24, thing), ("b", 32, [1])])
        pair.b = "other"
        del pair.a
        self.assertEqual(c.places(pair), [("a", 24), ("b", 32, "other")])
        with self.assertRaisesRegex(AttributeError, "Pair' object has no attribute 'a'"):
            pair.a
        self.assertIsInstance(Pair.a, types.MemberDescriptorType)

        class Triple(Pair):
            __slots__ = ("c",)

        triple = Triple(pair)
        triple.a = 1
        self.assertEqual(c.places(triple)[0][2:], (pair,))
        self.assertEqual((triple.c, triple.a), (pair, 1))

        class Closed(c.Filled, metaclass=c.FilledType, closed=True):
            __slots__ = ("a",)

        with self.assertRaisesRegex(AttributeError, "a is filled"):
            Closed(1).a = 2

    def test_slots_in_memory_and_cycles(self):
        class One(c.Filled, metaclass=c.FilledType):
            __slots__ = ("one", "__weakref__")

        thing = Thing()
        items = [thing]
        one = One(items)
        items.append(one)
        ends = weakref.ref(thing), weakref.ref(one)
        del thing, items, one
        gc.collect()
        self.assertEqual([end() for end in ends], [None, None])
        plain = One(Thing())
        end = weakref.ref(plain.one)
        del plain
        gc.collect()
        self.assertIsNone(end())

    def test_member_named_module(self):
        self.assertIsInstance(c.Placed.__dict__["__module__"], types.MemberDescriptorType)

    def test_attribute_named_doc(self):
        self.assertEqual(c.WeakLate().__doc__, "The instance's own.")

    def test_async_generators(self):
        async def generate():
            yield

        self.assertIs(c.AsyncGenerator, types.AsyncGeneratorType)
        self.assertIs(type(generate()), c.AsyncGenerator)

    def test_builtin_types(self):
        wanted = [types.MappingProxyType, type({}.keys()), type(iter([])), weakref.ref]
        wanted += [types.GeneratorType, types.CoroutineType, types.FrameType, types.TracebackType]
        self.assertEqual(c.builtin_types(), tuple(wanted))

    def test_struct_sequence_in_the_modules_memory(self):
        pair = c.make_pair("x")
        self.assertEqual((pair, pair.left, pair.right), ((1, "x"), 1, "x"))
        self.assertIs(type(pair), c.Pair)
        self.assertEqual(repr(pair), "capi_habits.Pair(left=1, right='x')")
        self.assertEqual(c.Pair((3, 4)).right, 4)
        self.assertEqual((c.Pair.__doc__, c.Pair.n_fields), ("Two things.", 2))
        with self.assertRaises(TypeError):

            class Derived(c.Pair):
                pass

    def test_end_while_an_exception_is_on_its_way(self):
        managed = c.Managed()
        managed.name = 5
        self.assertEqual(managed.__dict__, {"name": 5})
        with self.assertRaisesRegex(KeyError, "on its way"):
            c.end_while_raising(c.Managed)

    def test_special_methods_that_come_late(self):
        class Born(c.WeakLate):
            pass

        for cls in c.Placed, Born, type("Derived", (c.Placed,), {}):
            with self.subTest(cls.__name__):
                made, equal, shown = c.through_slots(cls, (), 5)
                self.assertIs(type(made), cls)
                self.assertEqual((equal, shown), (NotImplemented, object.__repr__(made)))
                given = []
                cls.__init__ = lambda self, *args, given=given: given.append(args)
                cls.__eq__ = lambda self, other: other + 1
                cls.__repr__ = lambda self: "late"
                self.assertEqual(c.through_slots(cls, (1, 2), 5)[1:], (6, "late"))
                self.assertEqual(given, [(1, 2)])
                del cls.__init__, cls.__eq__, cls.__repr__
                made, equal, shown = c.through_slots(cls, (), 5)
                self.assertEqual((equal, shown), (NotImplemented, object.__repr__(made)))

    def test_named_builtin(self):
        self.assertEqual(repr(c.Named), "<class 'builtins.Named'>")
        self.assertIn("<builtins.Named object at 0x", repr(c.Named()))
        self.assertEqual((c.Named.__module__, c.Named.__qualname__), ("builtins", "Named"))


class Exit(unittest.TestCase):
    def test_registered_function(self):
        code = "import capi_habits as c; print(c.say_goodbye_at_exit(), flush=True)"
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout.decode(), "^True\ngoodbye, finalizing [01]\n$")

    def test_function_that_wants_python(self):
        # CPython's thread hangs, or the process ends with a signal.
        if "Jabiru" not in sys.version:
            self.skipTest("undefined on CPython")
        code = "import sys, capi_habits as c; c.want_python_at_exit(); print(1); sys.exit(3)"
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stdout), (3, b"1\n"))


class Lists(unittest.TestCase):
    def test_kept_by_the_module_alone(self):
        thing = Thing()
        c.registry[1] = thing
        gc.collect()
        self.assertIs(c.registered(1), thing)
        c.registry[1:] = [Thing, None]
        self.assertIs(c.registered(1), Thing)
        self.assertIsNone(c.registered(0))

    def test_slices_deleted_meanwhile(self):
        slices = [slice(3), slice(1, 3), slice(2, None), slice(0, 9, 2), slice(8, 1, -3), slice(0)]
        for part in slices:
            items = [(i, Thing) for i in range(10)]
            rest = list(items)
            del rest[part]
            self.assertEqual(c.delete_and_read(items, part), (10, tuple(rest)))
            self.assertEqual(items, rest)

    def test_taken_out_and_filled_again(self):
        def refill(items):
            left = list(items)
            items += more
            return left

        for length in 0, 1, 2, 3, 20, 300:
            for count in 0, 1, 2, length // 2, length - 1, length, length + 3:
                for appends in 0, 3:
                    if 0 <= count <= length + appends:
                        with self.subTest(length=length, count=count, appends=appends):
                            items = [Thing() for i in range(length)]
                            more = [Thing() for i in range(50)]
                            wanted = (items + [refill] * appends)[: length + appends - count]
                            found, size = c.take_out(items, count, appends, refill)
                            self.assertEqual((found, size), (wanted, len(wanted) + 50))
                            self.assertEqual(items, wanted + more)


class Dicts(unittest.TestCase):
    def test_views(self):
        d = {1: 2}
        for made in d.keys(), d.values(), d.items():
            view, items = c.make_dict_view(d, type(made))
            self.assertEqual(items, list(made))
            self.assertIs(view.mapping[1], d[1])
            d[3] = 4
            self.assertEqual(list(view), list(made))
            del d[3]

    def test_items_given_up_at_once(self):
        d = {str(i): (str(i) * 5, i * 1000.5, i * 1000, bytes([i] * 30))[i % 4] for i in range(40)}
        self.assertEqual(c.given_up(d, tuple(d)), tuple(d.values()))
        d = {str(i): str(i) * 5000 for i in range(40)}
        self.assertEqual(c.given_up(d, tuple(d)), tuple(d.values()))


class Bytes(unittest.TestCase):
    def test_filled_after_others_have_them(self):
        for size in 3, 64, 65, 5000, 500_000:
            with self.subTest(size):
                seen = []

                def look(b, seen=seen):
                    seen.append(b)
                    return bytes(memoryview(b)[:2])

                same, before, between, view, made = c.fill_late(size, look)
                self.assertEqual((same, before, between), (1, b"aa", b"bb"))
                self.assertEqual(made, b"c" * size)
                self.assertEqual(view, made)
                self.assertIs(view.obj, made)
                self.assertIs(seen[0], made)
                self.assertEqual(seen[1], b"b" * size)
                self.assertEqual({made: 1}[b"c" * size], 1)

    def test_filled_long_after_they_were_made(self):
        # pycryptodome: made through ctypes, written by a function that gets their address.
        make = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_ssize_t)(
            ("PyBytes_FromStringAndSize", ctypes.pythonapi)
        )
        address = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object)(
            ("PyBytes_AsString", ctypes.pythonapi)
        )
        for _ in range(3):
            for size in 2, 7, 8, 15, 16, 17, 64, 5000, 500_000, 5_000_000:
                with self.subTest(size):
                    made = make(None, size)
                    self.assertIs(type(made), bytes)
                    self.assertEqual(len(made), size)
                    for _ in range(100):
                        address(made)
                    ctypes.memset(address(made), 0x61, size)
                    self.assertEqual(made, b"a" * size)
                    self.assertEqual(bytes(memoryview(made)), b"a" * size)

    def test_filled_in_several_calls(self):
        # pycryptodome: C keeps a buffer of them, and writes as the content comes.
        make = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_ssize_t)(
            ("PyBytes_FromStringAndSize", ctypes.pythonapi)
        )
        address = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object)(
            ("PyBytes_AsString", ctypes.pythonapi)
        )
        for size in 16, 64, 5000, 500_000:
            with self.subTest(size):
                made = make(None, size)
                c.keep_bytes(made)
                start = address(made)
                half = size // 2
                ctypes.memset(start, 0x61, half)
                for _ in range(5):
                    ctypes.string_at(start, 2)
                self.assertEqual(made[:half], b"a" * half)
                ctypes.memset(start + half, 0x62, size - half)
                self.assertEqual(made, b"a" * half + b"b" * (size - half))
                c.keep_bytes(None)
                self.assertEqual(made, b"a" * half + b"b" * (size - half))

    def test_zeros_that_are_filled(self):
        for size in 2, 3, 64, 65, 5000, 500_000:
            with self.subTest(size):
                given = bytes(size)
                view = memoryview(given)
                self.assertEqual(c.fill_zeros(given), (b"m" * (size + 1), b"m" * size))
                self.assertEqual(given, b"g" * size)
                self.assertEqual(view, given)
        given = bytes(40)
        c.keep_bytes(given)
        self.assertEqual(c.fill_zeros(bytes(2))[1], b"mm")
        c.fill_kept()
        self.assertEqual(given, b"k" * 40)

    def test_pointers_to_literals(self):
        others = [str(i) * 3 for i in range(2000)]
        for by_name in False, True:
            c.keep_text(text="a näme") if by_name else c.keep_text("a literal")
            for other in others:
                setattr(c, other, None)
                delattr(c, other)
            self.assertEqual(c.read_text(), "a näme" if by_name else "a literal")

    def test_bytearrays_in_their_memory(self):
        def read_and_change():
            before = bytes(array)
            array.extend(b"XY")
            return before

        letters = bytes(range(97, 123))
        array = bytearray()
        self.assertEqual(c.append_inlined(array, read_and_change), letters * 3 + letters[:22])
        self.assertEqual(array, b"Y" + letters[1:] + letters * 2 + letters[:22] + b"XY")


class Functions(unittest.TestCase):
    def test_frames(self):
        def inner():
            return c.code_up(0), c.code_up(1), c.code_up(10_000)

        self.assertEqual(inner(), (inner.__code__, self.test_frames.__code__, None))

    def test_frames_of_c(self):
        def function(a):
            b = a
            return b

        namespace = {"x": 1}
        body = compile("y = x", "<body>", "exec")
        for code in body, function.__code__, function.__code__.replace(co_flags=0):
            for given in None, {"z": 2}:
                frame = c.frame_of(code, namespace, given)
                self.assertIs(frame.f_code, code)
                self.assertIs(frame.f_globals, namespace)
                self.assertIsNone(frame.f_back)
                optimized = code.co_flags & inspect.CO_OPTIMIZED
                self.assertEqual(dict(frame.f_locals), {} if optimized else given or {})
                self.assertIn("print", frame.f_builtins)
                frame.clear()

    def test_code(self):
        def function(a, /, b, *, c, d):
            pass

        code = function.__code__
        name = "Functions.test_code.<locals>.function"
        line = code.co_firstlineno
        expected = f"{__file__} function {name} {line} 2 2 1 {code.co_flags}"
        self.assertEqual(c.code_text(code), expected)

    def test_gil(self):
        self.assertEqual(c.gil_states(), (1, 0, 1, 2))

    def test_of_mypyc(self):
        with self.assertRaises(KeyError) as caught:
            c.raise_key_error((1, 2))
        self.assertEqual(caught.exception.args, ((1, 2),))
        s = {1}
        c.update_set(s, [2, 3])
        self.assertEqual(s, {1, 2, 3})
        with self.assertRaises(TypeError):
            c.update_set(s, 5)

        error = ValueError()
        self.assertEqual(c.handled_in_memory(error, sys.exception), (error, error))
        self.assertIsNone(sys.exception())

        def annotated(a: int):
            pass

        self.assertEqual(c.annotations(annotated), {"a": int})

    def test_facts(self):
        self.assertEqual(c.facts(len), (1, 1, 0))
        self.assertEqual(c.facts(5), (0, 0, 0))
        self.assertEqual(c.facts([]), (0, 1, 0))
        self.assertEqual(c.facts(property()), (0, 1, 1))

    def test_mutex(self):
        self.assertEqual(c.locked(), (0, 1, 0))


if __name__ == "__main__":
    unittest.main()
