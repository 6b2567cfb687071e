"""What a trace function sees of places: f_lineno and f_lasti say the same."""

import sys
import unittest


def line_of(frame):
    for start, end, line in frame.f_code.co_lines():
        if start <= frame.f_lasti < end:
            return line
    return None


def first(function):
    return function.__code__.co_firstlineno


class TracedLines(unittest.TestCase):
    def traced(self, function):
        events = []
        first = function.__code__.co_firstlineno

        def trace(frame, event, argument):
            if frame.f_code is function.__code__:
                events.append((frame.f_lineno - first, event))
                self.assertEqual(line_of(frame), frame.f_lineno)
            return trace

        sys.settrace(trace)
        try:
            function()
        finally:
            sys.settrace(None)
        return events

    def test_statements_that_do_nothing(self):
        self.traced(lambda: None)  # from now on functions are made to be traced

        def function():
            if 0:
                pass
            try:
                raise KeyError
            except KeyError:
                pass

        self.assertEqual(
            self.traced(function),
            [
                (0, "call"),
                (1, "line"),
                (3, "line"),
                (4, "line"),
                (4, "exception"),
                (5, "line"),
                (6, "line"),
                (6, "return"),
            ],
        )

    def test_generator(self):
        def function():
            list(numbers())

        def numbers():
            yield 1

        events = []
        sys.settrace(lambda f, e, a: events.append((f.f_lineno, f.f_code.co_name)))
        list(numbers())
        sys.settrace(None)
        self.assertEqual(events[0], (numbers.__code__.co_firstlineno, "numbers"))
        self.assertEqual(self.traced(function), [(0, "call"), (1, "line"), (1, "return")])

    def lines_of(self, source):
        """The events of a module's code and of what it runs."""
        events = []

        def trace(frame, event, argument):
            if frame.f_code.co_filename == "<source>":
                events.append((event, frame.f_lineno))
            return trace

        code = compile(source, "<source>", "exec")
        sys.settrace(trace)
        try:
            exec(code, {})
        finally:
            sys.settrace(None)
        return events

    def test_module(self):
        for source, lines in [
            ("", [0]),
            ("global x", [0]),
            ("pass", [1]),
            ('"""doc"""', [1]),
            ('\n"""doc\n\n"""\nx = 1', [2, 5]),
        ]:
            with self.subTest(source):
                expected = [("call", 0), *(("line", n) for n in lines), ("return", lines[-1])]
                self.assertEqual(self.lines_of(source), expected)

    def test_docstring_alone(self):
        def function():
            """Does nothing."""

        self.assertEqual(self.traced(function), [(0, "call"), (0, "line"), (0, "return")])
        self.assertEqual({line for _, _, line in function.__code__.co_lines()}, {first(function)})

    def test_class_body(self):
        source = 'class A:\n    """doc"""\n\n    x = 1'
        body = [("call", 1), ("line", 1), ("line", 2), ("line", 4), ("return", 4)]
        expected = [("call", 0), ("line", 1), *body, ("return", 1)]
        self.assertEqual(self.lines_of(source), expected)

    def test_lines_of_code(self):
        def function(a):
            for _ in a:
                if a:
                    continue
                else:
                    pass

        first = function.__code__.co_firstlineno
        lines = {line - first for _, _, line in function.__code__.co_lines() if line}
        self.assertLessEqual({0, 1, 2, 3, 5}, lines)


if __name__ == "__main__":
    unittest.main()
