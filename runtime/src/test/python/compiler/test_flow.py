"""Ways through statements: loops, try, with, match, and orders of evaluation."""

import unittest


class Log(list):
    def __call__(self, x):
        self.append(x)
        return x


class Manager:
    def __init__(self, log, name, swallow=False):
        self.log, self.name, self.swallow = log, name, swallow

    def __enter__(self):
        self.log(("enter", self.name))
        return self.name

    def __exit__(self, *exc):
        self.log(("exit", self.name, exc[0] and exc[0].__name__))
        return self.swallow


class LoopsTest(unittest.TestCase):
    def test_continue_and_break_pass_finally(self):
        log = Log()
        for i in range(5):
            try:
                if i == 1:
                    continue
                if i == 3:
                    break
                log(i)
            finally:
                log(("f", i))
        else:
            log("else")
        self.assertEqual(log, [0, ("f", 0), ("f", 1), 2, ("f", 2), ("f", 3)])

    def test_else_of_loops(self):
        log = Log()
        for i in range(2):
            log(i)
        else:
            log("for")
        while False:
            pass
        else:
            log("while")
        self.assertEqual(log, [0, 1, "for", "while"])

    def test_return_through_nested_finally(self):
        log = Log()

        def f():
            for i in range(3):
                try:
                    with Manager(log, i):
                        try:
                            return log("value")
                        finally:
                            log("inner")
                finally:
                    log("outer")

        self.assertEqual(f(), "value")
        self.assertEqual(log, [("enter", 0), "value", "inner", ("exit", 0, None), "outer"])

    def test_break_inside_finally_of_inner_loop(self):
        log = Log()
        for i in range(2):
            try:
                log(i)
            finally:
                for j in range(3):
                    if j == 1:
                        break
                    log(("j", j))
        self.assertEqual(log, [0, ("j", 0), 1, ("j", 0)])

    def test_exception_in_finally_keeps_context(self):
        try:
            try:
                1 / 0
            finally:
                [][1]
        except IndexError as e:
            self.assertIsInstance(e.__context__, ZeroDivisionError)

    def test_name_of_except_clause_ends(self):
        e = 1
        try:
            raise ValueError
        except ValueError as e:
            keep = lambda: e
        with self.assertRaises(NameError):
            keep()
        with self.assertRaises(UnboundLocalError):
            e

    def test_with_swallows(self):
        log = Log()
        with Manager(log, "a", True), Manager(log, "b") as b:
            log(b)
            raise KeyError
        self.assertEqual(
            log,
            [
                ("enter", "a"),
                ("enter", "b"),
                "b",
                ("exit", "b", "KeyError"),
                ("exit", "a", "KeyError"),
            ],
        )

    def test_continue_in_with(self):
        log = Log()
        for i in range(2):
            with Manager(log, i):
                continue
        self.assertEqual(len(log), 4)

    def test_try_else(self):
        log = Log()
        try:
            log(1)
        except Exception:
            log(2)
        else:
            log(3)
        finally:
            log(4)
        self.assertEqual(log, [1, 3, 4])

    def test_except_star(self):
        log = Log()
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
        except* ValueError as e:
            log(len(e.exceptions))
        except* (TypeError, KeyError) as e:
            log(len(e.exceptions))
        self.assertEqual(log, [1, 2])


class OrderTest(unittest.TestCase):
    def test_assignment(self):
        log = Log()
        d = {}
        log(d)[log("k")] = log("v")
        self.assertEqual(log[0], "v")
        self.assertEqual(log[2], "k")

    def test_augmented(self):
        log = Log()
        d = {"k": 1}

        def get():
            log("d")
            return d

        get()[log("k")] += log(2)
        self.assertEqual((d, log), ({"k": 3}, ["d", "k", 2]))

    def test_call(self):
        log = Log()

        def f(*a, **k):
            return a, k

        f(log(1), *[log(2)], a=log(3), *[log(4)], **{"b": log(5)}, c=log(6))
        self.assertEqual(log, [1, 2, 4, 3, 5, 6])

    def test_dict_key_first(self):
        log = Log()
        {log(1): log(2), **{log(3): log(4)}, log(5): log(6)}
        self.assertEqual(log, [1, 2, 3, 4, 5, 6])

    def test_chained_comparison(self):
        log = Log()
        self.assertFalse(log(1) < log(0) < log(5))
        self.assertTrue(log(1) < log(2) < log(3))
        self.assertEqual(log, [1, 0, 1, 2, 3])

    def test_defaults_and_decorators(self):
        log = Log()

        def deco(n):
            log(("make", n))
            return lambda f: log(("use", n)) and f

        @deco(1)
        @deco(2)
        def f(a=log("a"), *, b=log("b")) -> log("annotation"):
            pass

        self.assertEqual(log, [("make", 1), ("make", 2), "a", "b", ("use", 2), ("use", 1)])

    def test_conditional_and_boolean(self):
        log = Log()
        self.assertEqual(log(1) if log(0) else log(2), 2)
        self.assertEqual(log(0) or log("") or log(None), None)
        self.assertEqual(log(1) and log(0) and log(9), 0)
        self.assertEqual(log, [0, 2, 0, "", None, 1, 0])

    def test_multiple_targets(self):
        log = Log()

        class C:
            def __setattr__(self, name, value):
                log((name, value))

        c = C()
        c.a, (c.b, *c.c) = c.d = 1, (2, 3, 4)
        self.assertEqual(log, [("a", 1), ("b", 2), ("c", [3, 4]), ("d", (1, (2, 3, 4)))])

    def test_delete(self):
        a = b = 1
        d = {1: 2, 3: 4}
        del a, (b, d[1])
        with self.assertRaises(UnboundLocalError):
            a
        self.assertEqual(d, {3: 4})


class StarTest(unittest.TestCase):
    def test_displays(self):
        a = [1, 2]
        self.assertEqual([*a, 3, *a], [1, 2, 3, 1, 2])
        self.assertEqual((*a,), (1, 2))
        self.assertEqual({*a, 3}, {1, 2, 3})
        x = *a, 4
        self.assertEqual(x, (1, 2, 4))

    def test_subscript_and_return(self):
        class C:
            def __getitem__(self, key):
                return key

        def f(a):
            return 0, *a

        self.assertEqual(C()[*[1, 2], 3], (1, 2, 3))
        self.assertEqual(f((1,)), (0, 1))

    def test_unpacking_errors(self):
        with self.assertRaisesRegex(ValueError, "too many values to unpack"):
            a, b = 1, 2, 3
        with self.assertRaisesRegex(ValueError, "not enough values to unpack"):
            a, b, *c = (1,)

    def test_for_with_star(self):
        self.assertEqual([(a, b) for a, *b in [(1, 2, 3), (4,)]], [(1, [2, 3]), (4, [])])
        out = []
        for x in *[1], 2:
            out.append(x)
        self.assertEqual(out, [1, 2])


class MatchTest(unittest.TestCase):
    def kind(self, x):
        match x:
            case 0 | 1:
                return "small"
            case -1 | 1.5 | 1 + 2j:
                return "number"
            case None | True:
                return "constant"
            case "a":
                return "str"
            case [] | [_]:
                return "short"
            case [1, *rest, 2]:
                return rest
            case {"k": v, **rest}:
                return v, rest
            case {}:
                return "mapping"
            case Point(x=0, y=y):
                return "on y", y
            case Point(a, b) if a == b:
                return "diagonal", a
            case int(n) | str(n):
                return n
            case (a, b) as whole:
                return a, b, whole
            case _:
                return "other"

    def test_kinds(self):
        for value, expected in [
            (1, "small"),
            (-1, "number"),
            (1 + 2j, "number"),
            (None, "constant"),
            ("a", "str"),
            ([], "short"),
            ((5,), "short"),
            ([1, 3, 4, 2], [3, 4]),
            ({"k": 1, "z": 2}, (1, {"z": 2})),
            ({"q": 1}, "mapping"),
            (Point(0, 3), ("on y", 3)),
            (Point(2, 2), ("diagonal", 2)),
            (7, 7),
            ("b", "b"),
            ((8, 9), (8, 9, (8, 9))),
            (Point(1, 2), "other"),
            (b"ab", "other"),
        ]:
            self.assertEqual(self.kind(value), expected, value)

    def test_dotted_value(self):
        match 3:
            case Point.three:
                found = True
        self.assertTrue(found)

    def test_captures_stay(self):
        match [1, 2]:
            case [a, 3]:
                pass
            case [a, b]:
                pass
        self.assertEqual((a, b), (1, 2))


class Point:
    __match_args__ = ("x", "y")
    three = 3

    def __init__(self, x, y):
        self.x, self.y = x, y


class AssertTest(unittest.TestCase):
    def test_message(self):
        with self.assertRaises(AssertionError) as c:
            assert 0, "why"
        self.assertEqual(c.exception.args, ("why",))
        self.assertTrue(__debug__)


if __name__ == "__main__":
    unittest.main()
