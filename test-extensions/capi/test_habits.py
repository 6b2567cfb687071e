"""What extensions do although no manual says so, and CPython lives with."""

import gc
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


class Functions(unittest.TestCase):
    def test_frames(self):
        def inner():
            return c.code_up(0), c.code_up(1), c.code_up(10_000)

        self.assertEqual(inner(), (inner.__code__, self.test_frames.__code__, None))

    def test_code(self):
        def function(a, /, b, *, c, d):
            pass

        code = function.__code__
        name = "Functions.test_code.<locals>.function"
        line = code.co_firstlineno
        expected = f"{__file__} function {name} {line} 2 2 1 {code.co_flags}"
        self.assertEqual(c.code_text(code), expected)

    def test_gil(self):
        self.assertEqual(c.gil_states(), (1, 0))

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
