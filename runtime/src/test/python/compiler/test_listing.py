"""What code objects tell about themselves: instructions for dis, lines, equality."""

import dis
import gc
import inspect
import types
import unittest

LIMIT = 3


def sample(a, b=2):
    total = a + b
    for i in range(LIMIT):
        total += i
    return [str(x) for x in (total,)], len


class ListingTest(unittest.TestCase):
    def test_instructions_have_names_and_targets(self):
        found = [(i.opname, i.argval) for i in dis.get_instructions(sample)]
        self.assertEqual(found[0], ("RESUME", 0))
        for expected in [
            ("STORE_FAST", "i"),
            ("LOAD_GLOBAL", "LIMIT"),
            ("STORE_FAST", "total"),
            ("CALL", 1),
        ]:
            self.assertIn(expected, found)
        lines = [i for i in dis.get_instructions(sample) if i.opname == "FOR_ITER"]
        self.assertEqual(len(lines), 2)

    def test_statement_that_does_nothing(self):
        def nothing():
            pass

        first = nothing.__code__.co_firstlineno
        found = [(i.opname, i.line_number - first) for i in dis.get_instructions(nothing)]
        self.assertEqual(found, [("RESUME", 0), ("LOAD_CONST", 1), ("RETURN_VALUE", 1)])

    def test_closure_variables(self):
        found = inspect.getclosurevars(sample)
        self.assertEqual(found.globals, {"LIMIT": LIMIT})
        self.assertEqual(set(found.builtins), {"range", "str", "len"})

    def test_code_made_of_the_parts_of_another(self):
        c = sample.__code__
        copy = types.CodeType(
            c.co_argcount,
            c.co_posonlyargcount,
            c.co_kwonlyargcount,
            c.co_nlocals,
            c.co_stacksize,
            c.co_flags,
            c.co_code,
            c.co_consts,
            c.co_names,
            c.co_varnames,
            c.co_filename,
            c.co_name,
            c.co_qualname,
            c.co_firstlineno,
            c.co_linetable,
            c.co_exceptiontable,
        )
        self.assertEqual(copy, c)
        self.assertEqual(hash(copy), hash(c))
        f = types.FunctionType(copy, globals())
        self.assertEqual(f(1, 2), sample(1))

    def test_positions_follow_instructions(self):
        def fails(x):
            return x.y + x.nothing

        try:
            fails(types.SimpleNamespace(y=1))
        except AttributeError as e:
            tb = e.__traceback__.tb_next
        positions = list(tb.tb_frame.f_code.co_positions())
        line, end_line, column, end_column = positions[tb.tb_lasti // 2]
        self.assertEqual(line, fails.__code__.co_firstlineno + 1)
        self.assertEqual(end_column - column, len("x.nothing"))


class LinesTest(unittest.TestCase):
    def test_line_of_a_frame_that_has_ended(self):
        def again():
            try:
                1 / 0
            finally:
                pass

        try:
            again()
        except ZeroDivisionError as e:
            tb = e.__traceback__.tb_next
        first = again.__code__.co_firstlineno
        self.assertEqual((tb.tb_lineno - first, tb.tb_frame.f_lineno - first), (2, 4))


class GeneratorsTest(unittest.TestCase):
    def test_closed_when_it_dies(self):
        done = []

        def body():
            try:
                yield
            finally:
                done.append(1)

        g = body()
        next(g)
        del g
        for _ in range(3):
            gc.collect()
        self.assertEqual(done, [1])

    def test_locals_of_a_comprehension(self):
        self.assertEqual([locals()["x"] for x in [1, 2]], [1, 2])
        with self.assertRaises(UnboundLocalError):
            [1 for (y[0], y) in [[1, 2]]]


class DepthTest(unittest.TestCase):
    def test_chains_too_long_for_the_compiler(self):
        for text in ["a" + ".b" * 200_000, "a" + "*a" * 200_000, "a" + "()" * 200_000]:
            with self.assertRaises(RecursionError):
                compile(text, "f", "eval")


if __name__ == "__main__":
    unittest.main()
