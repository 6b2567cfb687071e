"""Where names live."""

import sys
import traceback
import unittest

glob = "global"


class ClosureTest(unittest.TestCase):
    def test_nonlocal(self):
        def counter():
            n = 0

            def add():
                nonlocal n
                n += 1
                return n

            return add

        c = counter()
        self.assertEqual([c(), c(), c()], [1, 2, 3])

    def test_global_through_function(self):
        def f():
            glob = "local"

            def g():
                global glob
                return glob

            return g()

        self.assertEqual(f(), "global")

    def test_lambdas_share_loop_variable(self):
        self.assertEqual([f() for f in [lambda: i for i in range(3)]], [2, 2, 2])
        self.assertEqual([f() for f in [lambda i=i: i for i in range(3)]], [0, 1, 2])
        outer = []
        for k in range(2):
            outer.append([lambda: (k, j) for j in range(2)])
        self.assertEqual(outer[0][0](), (1, 1))

    def test_comprehension_variable_is_its_own(self):
        x = "kept"
        [x for x in range(3)]
        {x: x for x in range(3)}
        self.assertEqual(x, "kept")
        self.assertEqual([[x for x in range(y)] for y in range(3)], [[], [0], [0, 1]])

    def test_walrus_in_comprehension(self):
        self.assertEqual([last := i for i in range(3)], [0, 1, 2])
        self.assertEqual(last, 2)
        any((hit := i) > 3 for i in range(9))
        self.assertEqual(hit, 4)

    def test_unbound(self):
        def f():
            print(a)
            a = 1

        def g():
            def h():
                return b

            h()
            b = 1

        with self.assertRaises(UnboundLocalError):
            f()
        with self.assertRaisesRegex(NameError, "free variable 'b'"):
            g()

    def test_exec_and_locals(self):
        def f(a):
            b = 2
            return lambda: b, locals()

        self.assertEqual(f(1)[1], {"a": 1, "b": 2})
        ns = {}
        exec("x = [y for y in range(2)]\ndef f(): return x", ns)
        self.assertEqual(ns["f"](), [0, 1])

    def test_generator_expression_first_iterable_is_eager(self):
        with self.assertRaises(ZeroDivisionError):
            (x for x in 1 / 0)
        (y for x in [1] for y in 1 / 0)


class ClassTest(unittest.TestCase):
    def test_body_and_comprehension(self):
        class C:
            a = [1, 2]
            b = [x * 2 for x in a]
            try:
                c = [a for _ in range(1)]
            except NameError:
                c = "no"
            d = locals()["a"]

        self.assertEqual((C.b, C.c, C.d), ([2, 4], "no", [1, 2]))

    def test_class_sees_global_before_it_binds(self):
        class C:
            glob = glob + "!"

        self.assertEqual(C.glob, "global!")

    def test_free_variable_in_class(self):
        x = 1

        class C:
            y = x

            def f(self):
                return x

        x = 2
        self.assertEqual((C.y, C().f()), (1, 2))

    def test_mangling(self):
        class A:
            __x = 1

            def get(self):
                return self.__x, [self.__x for _ in "a"]

            def __private(self, __arg=5):
                return __arg

        self.assertEqual(A().get(), (1, [1]))
        self.assertEqual(A()._A__private(), 5)
        self.assertIn("_A__x", vars(A))

    def test_super_and_class_cell(self):
        class A:
            def f(self):
                return "A"

            @classmethod
            def c(cls):
                return cls.__name__

        class B(A):
            def f(self):
                def inner():
                    return __class__.__name__

                return super().f() + inner()

            def g(self):
                return [super(B, self).f() for _ in range(1)]

            @classmethod
            def c(cls):
                return super().c()

        self.assertEqual((B().f(), B().g(), B.c()), ("AB", ["A"], "B"))

    def test_docstrings_and_names(self):
        class C:
            """class doc"""

            def f(self):
                """method doc"""

        self.assertEqual((C.__doc__, C.f.__doc__), ("class doc", "method doc"))
        self.assertEqual(C.f.__qualname__, "ClassTest.test_docstrings_and_names.<locals>.C.f")
        self.assertEqual(C.__static_attributes__, ())


class AnnotationTest(unittest.TestCase):
    def test_function(self):
        def f(a: Later, b: int = 1) -> str: ...

        with self.assertRaises(NameError):
            f.__annotations__
        self.assertEqual(list(f.__annotate__.__code__.co_varnames)[:1], ["format"])

        def g(a: int, *b: str, **c: float) -> bool: ...

        self.assertEqual(g.__annotations__, {"a": int, "b": str, "c": float, "return": bool})

    def test_class(self):
        class C:
            a: int
            b: "str" = 1
            if False:
                c: float
            d: Self

            class Self: ...

        self.assertEqual(C.__annotations__, {"a": int, "b": "str", "d": C.Self})

    def test_future(self):
        ns = {}
        exec(
            "from __future__ import annotations\n"
            "def f(a: x . y, *, b: (1, 2) = 0) -> not z: ...\nq: a[b:c]",
            ns,
        )
        self.assertEqual(ns["f"].__annotations__, {"a": "x.y", "b": "(1, 2)", "return": "not z"})
        self.assertEqual(ns["__annotations__"], {"q": "a[b:c]"})

    def test_local_annotation_is_not_evaluated(self):
        def f():
            x: undefined = 1
            return x

        self.assertEqual(f(), 1)


class TypeParameterTest(unittest.TestCase):
    def test_function(self):
        def f[T: int, *Ts, **P](x: T) -> T:
            return T

        self.assertEqual([p.__name__ for p in f.__type_params__], ["T", "Ts", "P"])
        self.assertIs(f(1), f.__type_params__[0])
        self.assertIs(f.__type_params__[0].__bound__, int)
        self.assertIs(f.__annotations__["x"], f.__type_params__[0])

    def test_class(self):
        class C[T = int]:
            x: T

            def m[U](self, a: T, b: U): ...

        (T,) = C.__type_params__
        self.assertIs(T.__default__, int)
        self.assertIs(C.__annotations__["x"], T)
        self.assertIs(C.m.__annotations__["a"], T)
        self.assertEqual(C[str].__args__, (str,))

    def test_alias(self):
        type A[T] = list[T] | B
        type B = int
        self.assertEqual(A.__name__, "A")
        self.assertIs(B.__value__, int)
        self.assertEqual(A.__value__, list[A.__type_params__[0]] | B)

        class C:
            X = str
            type Y = X

        self.assertIs(C.Y.__value__, str)


class StringTest(unittest.TestCase):
    def test_f_strings(self):
        x, w = 3.14159, 8
        self.assertEqual(f"{x:{w}.{w - 6}f}|{'ab'!r}|{x=:.1f}|{{}}", "    3.14|'ab'|x=3.1|{}")
        self.assertEqual(f"{f'{f"{1}"}'}", "1")
        self.assertEqual(f"{(lambda a: a)(1)}{[i for i in range(2)]}", "1[0, 1]")

    def test_t_strings(self):
        x = 1
        t = t"a{x!r:>{x}}b{x=}"
        self.assertEqual(t.strings, ("a", "bx=", ""))
        self.assertEqual(
            [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations],
            [(1, "x", "r", ">1"), (1, "x", "r", "")],
        )


class AsyncTest(unittest.TestCase):
    def run_it(self, coroutine):
        try:
            coroutine.send(None)
        except StopIteration as e:
            return e.value
        self.fail("suspended")

    def test_comprehensions(self):
        async def numbers(n):
            for i in range(n):
                yield i

        async def value(x):
            return x

        async def main():
            a = [i async for i in numbers(3) if i]
            b = {i: await value(i) async for i in numbers(2)}
            c = [x async for x in (i * 2 async for i in numbers(3))]
            d = [[j async for j in numbers(i)] for i in range(3)]
            return a, b, c, d

        self.assertEqual(self.run_it(main()), ([1, 2], {0: 0, 1: 1}, [0, 2, 4], [[], [0], [0, 1]]))

    def test_with_and_for(self):
        class M:
            async def __aenter__(self):
                return 1

            async def __aexit__(self, *e):
                return True

        async def numbers():
            yield 1
            yield 2

        async def main():
            out = []
            async with M() as m, M():
                out.append(m)
                raise ValueError
            async for x in numbers():
                if x == 1:
                    continue
                out.append(x)
            else:
                out.append("else")
            return out

        self.assertEqual(self.run_it(main()), [1, 2, "else"])


class ComprehensionsInClassesTest(unittest.TestCase):
    """They run in the frame of the class body (PEP 709), but do not see its variables."""

    def test_frame(self):
        class C:
            q = 7
            names = [sys._getframe().f_code.co_name for q in [1]]
            found = [sorted(locals()) for q in [1]]
            after = q

        self.assertEqual((C.names, C.found, C.after), (["C"], [["q"]], 7))

    def test_traceback(self):
        try:

            class C:
                z = {q: 1 / 0 for q in [1]}

        except ZeroDivisionError as e:
            names = [f.name for f in traceback.extract_tb(e.__traceback__)]
        self.assertEqual(names, ["test_traceback", "C"])

    def test_variables_after_an_error(self):
        def function():
            q = 5
            try:
                [1 / 0 for q in [1] for w in [2]]
            except ZeroDivisionError:
                return locals()

        self.assertEqual(function(), {"q": 5})
        namespace = {}
        source = "try: [1 / 0 for q in [1]]\nexcept ZeroDivisionError: locals()['x'] = 3"
        exec(source, namespace)
        self.assertEqual((namespace["x"], "q" in namespace), (3, False))

    def test_operands_before(self):
        def call(*operands):
            try:
                return sum(operands[:1], [*operands, *[1 // q for q in operands]][-1])
            except ZeroDivisionError:
                return "zero"

        self.assertEqual([call(1, 2), call(3, 0), call(2, 1)], [1, "zero", 3])

    def test_variables_around(self):
        def outer(a):
            class C:
                a = 5
                closures = [(lambda: (a, q))() for q in [1]]
                nested = {k: [a + j for j in [k]] for k in [a]}
                same = [a for a in [a, 3]]

            return C

        found = outer(7)
        self.assertEqual(found.closures, [(7, 1)])
        self.assertEqual((found.nested, found.same, found.a), ({5: [12]}, [5, 3], 5))

    def test_class_itself(self):
        with self.assertRaisesRegex(NameError, "name '__class__' is not defined"):

            class C:
                z = [__class__ for _ in [1]]


if __name__ == "__main__":
    unittest.main()
