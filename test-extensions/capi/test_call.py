"""Python called from C."""

import gc
import traceback
import types
import unittest
import weakref

import capi_call as c


def show(*args, **keywords):
    return args, keywords


class Thing:
    def method(self, *args):
        return self, args


class Ways(unittest.TestCase):
    def test_arguments(self):
        thing = Thing()
        self.assertEqual(c.no_args(show), ((), {}))
        self.assertEqual(c.obj_args(show, thing), ((thing,), {}))
        self.assertEqual(c.obj_args(show, 1000, "é"), ((1000, "é"), {}))
        self.assertEqual(c.call(show, (1, thing), {"key": thing}), ((1, thing), {"key": thing}))
        self.assertEqual(c.call(show, ()), ((), {}))
        self.assertEqual(c.format(show), ((1000, "text", (2.5,)), {}))

    def test_a_tuple_is_the_arguments(self):
        self.assertEqual(c.single(show, (1, 2)), ((1, 2), {}))
        self.assertEqual(c.single(show, [1, 2]), (([1, 2],), {}))

    def test_methods(self):
        thing = Thing()
        self.assertEqual(c.method(thing, "method", "x"), (thing, ("x", 7)))
        self.assertEqual(c.method_obj_args(thing, "method", None), (thing, (None,)))
        with self.assertRaisesRegex(AttributeError, "'Thing' object has no attribute 'missing'"):
            c.method(thing, "missing", 1)

    def test_callables_of_all_kinds(self):
        self.assertEqual(c.obj_args(int, "12"), 12)
        self.assertEqual(c.obj_args(len, [1, 2]), 2)
        self.assertEqual(c.obj_args("a-b".split, "-"), ["a", "b"])
        self.assertEqual(c.obj_args(c.no_args, dict), {})
        self.assertIsInstance(c.no_args(Thing), Thing)
        self.assertEqual(c.many(lambda i: i * i, 1000), sum(i * i for i in range(1000)))

    def test_not_callable(self):
        for call in c.no_args, lambda f: c.obj_args(f, 1), c.format:
            with self.assertRaisesRegex(TypeError, "'int' object is not callable"):
                call(3)

    def test_keywords_must_be_strings(self):
        with self.assertRaisesRegex(TypeError, "keywords must be strings"):
            c.call(show, (), {1: 2})


class Errors(unittest.TestCase):
    def failing(self):
        raise LookupError("in Python")

    def test_passes_through(self):
        try:
            c.no_args(self.failing)
        except LookupError as e:
            names = [f.name for f in traceback.extract_tb(e.__traceback__)]
        self.assertEqual(names, ["test_passes_through", "failing"])

    def test_taken_by_c(self):
        error = c.swallow(self.failing)
        self.assertIsInstance(error, LookupError)
        self.assertEqual(error.args, ("in Python",))
        self.assertEqual(c.swallow(lambda: 5), 5)

    def test_recursion(self):
        with self.assertRaises(RecursionError):
            c.deeper(lambda f: c.deeper(f))
        self.assertEqual(c.no_args(show), ((), {}))

    @unittest.skipUnless(hasattr(c, "set_vectorcall"), "not in the limited API")
    def test_set_vectorcall(self):
        def f(a, b=2, *, d=4):
            return a + b + d

        code = f.__code__
        for _ in range(300):
            self.assertEqual(f(1), 7)
        c.set_vectorcall(f)
        for _ in range(300):
            self.assertEqual(f(1), (f, (1,), None))
        self.assertEqual(f(), (f, (), None))
        self.assertEqual(f(1, d=5, x=6), (f, (1, 5, 6), ("d", "x")))
        self.assertEqual(f(*[7, 8, 9, 10]), (f, (7, 8, 9, 10), None))
        self.assertEqual([*map(f, [1, 2])], [(f, (1,), None), (f, (2,), None)])
        self.assertEqual(types.MethodType(f, "self")(1), (f, ("self", 1), None))
        self.assertEqual(c.call(f, (1,), {"k": 2}), (f, (1, 2), ("k",)))
        self.assertIs(f.__code__, code)
        self.assertIsNone(f.__closure__)
        self.assertEqual(f.__defaults__, (2,))

    def test_many_then_error(self):
        def fail_late(i):
            return i if i < 500 else 1 / 0

        with self.assertRaises(ZeroDivisionError):
            c.many(fail_late, 1000)

    def test_references(self):
        thing = Thing()
        dead = weakref.ref(thing)
        for _ in range(100):
            c.call(show, (thing,), {"key": thing})
            c.method(thing, "method", thing)
            with self.assertRaises(ZeroDivisionError):
                c.obj_args(lambda t: 1 / 0, thing)
        del thing
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())


if __name__ == "__main__":
    unittest.main()
