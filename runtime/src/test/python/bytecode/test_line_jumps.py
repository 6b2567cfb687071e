"""Jumps to another line by frame.f_lineno; CPython's test_sys_settrace has many more."""

import sys
import unittest
import warnings


class Jumper:
    """Jumps once, at an event on a line; lines count from the function's own."""

    def __init__(self, function, jumps, event="line"):
        self.code = function.__code__
        self.jumps = dict(jumps)
        self.event = event
        self.events = []
        self.errors = []

    def __call__(self, frame, event, argument):
        if frame.f_code is not self.code:
            return None
        line = frame.f_lineno - self.code.co_firstlineno
        self.events.append((line, event))
        if event == self.event and line in self.jumps:
            target = self.code.co_firstlineno + self.jumps.pop(line)
            try:
                frame.f_lineno = target
            except ValueError as e:
                self.errors.append(str(e))
            else:
                assert frame.f_lineno == target
        return self

    def lines(self):
        return [line for line, event in self.events if event == "line"]


class JumpTest(unittest.TestCase):
    def run_with(self, function, jumps, *arguments, event="line"):
        jumper = Jumper(function, jumps, event)
        before = sys.gettrace()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            sys.settrace(jumper)
            try:
                result = function(*arguments)
            finally:
                sys.settrace(before)
        return result, jumper, [str(w.message) for w in caught]

    def test_forwards_binds_what_is_unbound(self):
        def f():
            a = 1
            b = 2
            c = 3
            return a, b, c

        result, jumper, messages = self.run_with(f, {2: 3})
        self.assertEqual(result, (1, None, 3))
        self.assertEqual(jumper.lines(), [1, 2, 4])
        self.assertEqual(messages, ["assigning None to 2 unbound locals"])

    def test_warnings_as_errors_leave_all_as_it_is(self):
        def f():
            a = 1
            b = 2
            return a, b

        def tracer(frame, event, argument):
            if frame.f_code is f.__code__ and event == "line" and not seen:
                seen.append(1)
                try:
                    frame.f_lineno = f.__code__.co_firstlineno + 2
                except RuntimeWarning as e:
                    seen.append(str(e))
            return tracer

        seen = []
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            sys.settrace(tracer)
            try:
                result = f()
            finally:
                sys.settrace(None)
        self.assertEqual(result, (1, 2))
        self.assertEqual(seen, [1, "assigning None to 2 unbound locals"])

    def test_many_jumps_are_no_recursion(self):
        def f():
            n = 0
            n += 1
            n += 0
            return n

        def tracer(frame, event, argument):
            if frame.f_code is f.__code__ and event == "line":
                first = f.__code__.co_firstlineno
                if frame.f_lineno == first + 3 and frame.f_locals["n"] < 5000:
                    frame.f_lineno = first + 2
            return tracer

        sys.settrace(tracer)
        try:
            result = f()
        finally:
            sys.settrace(None)
        self.assertEqual(result, 5000)

    def test_handled_exception_is_left(self):
        def f():
            try:
                1 / 0
            except ZeroDivisionError:
                try:
                    [][1]
                except IndexError:
                    here = 1
                    here = 2
                middle = type(sys.exception())
            return middle, sys.exception()

        self.assertEqual(self.run_with(f, {7: 9})[0], (ZeroDivisionError, None))
        self.assertEqual(self.run_with(f, {7: 10})[0], (None, None))

    def test_exception_after_a_jump(self):
        def f():
            out = []
            try:
                out.append(1)
            except ValueError:
                out.append("not this")
            try:
                raise ValueError("again")
            except ValueError as e:
                out.append(str(e))
            return out

        result, jumper, _ = self.run_with(f, {3: 7})
        self.assertEqual(result, ["again"])

        def g():
            try:
                a = 1
            except ZeroDivisionError:
                a = 2
            return 1 / 0

        lines = []
        traceback = None
        try:
            self.run_with(g, {2: 5})
        except ZeroDivisionError as e:
            traceback = e.__traceback__
        while traceback is not None:
            if traceback.tb_frame.f_code is g.__code__:
                lines.append(traceback.tb_lineno - g.__code__.co_firstlineno)
            traceback = traceback.tb_next
        self.assertEqual(lines, [5])

    def test_loops(self):
        def f():
            out = []
            for i in range(3):
                out.append(i)
                for j in "ab":
                    out.append(j)
                out.append("end")
            return out

        result, jumper, _ = self.run_with(f, {5: 6})
        self.assertEqual(result, [0, "end", 1, "a", "b", "end", 2, "a", "b", "end"])
        result, jumper, _ = self.run_with(f, {6: 3})
        self.assertEqual(result[:7], [0, "a", "b", 0, "a", "b", "end"])
        result, jumper, _ = self.run_with(f, {5: 7})
        self.assertEqual(result, [0])
        result, jumper, _ = self.run_with(f, {1: 3})
        self.assertEqual(jumper.errors, ["can't jump into the body of a for loop"])

    def test_with(self):
        class Manager:
            def __enter__(self):
                out.append("enter")

            def __exit__(self, *exception):
                out.append(("exit", exception[0]))

        def f():
            with Manager():
                out.append(1)
                out.append(2)
            with Manager():
                out.append(3)
            return 4

        out = []
        self.assertEqual(self.run_with(f, {3: 6})[0], 4)
        self.assertEqual(out, ["enter", 1])
        out = []
        self.run_with(f, {2: 5})
        self.assertEqual(out, ["enter", 3, ("exit", None)])
        out = []
        _, jumper, _ = self.run_with(f, {1: 2})
        self.assertEqual(jumper.errors, ["incompatible stacks"])
        self.assertEqual(out, ["enter", 1, 2, ("exit", None), "enter", 3, ("exit", None)])

    def test_return_with_finally(self):
        def f(value):
            for _ in 1, 2:
                try:
                    return str(value)
                finally:
                    value = 5
                    value = 6
            return 7

        result, jumper, _ = self.run_with(f, {5: 6}, 1)
        self.assertEqual(result, "1")
        self.assertEqual(jumper.events[-1], (6, "return"))
        self.assertEqual(self.run_with(f, {5: 7}, 1)[0], 7)
        result, jumper, _ = self.run_with(f, {3: 5}, 1)
        self.assertEqual(jumper.errors, ["incompatible stacks"])

    def test_generators(self):
        def g():
            a = yield 1
            b = yield 2
            yield a, b

        def f():
            made = g()
            return [next(made), made.send(5), made.send(6)]

        for event, jumps, expected in [
            ("line", {2: 1}, [1, 1, 2]),
            ("return", {2: 1}, [1, 1, 2]),
            ("call", {2: 1}, [1, 2, 1]),
        ]:
            with self.subTest(event=event):
                jumper = Jumper(g, jumps, event)
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    sys.settrace(jumper)
                    try:
                        result = f()
                    finally:
                        sys.settrace(None)
                self.assertEqual(result, expected)

    def test_refusals(self):
        def f():
            a = 1
            b = max(
                0,
                a,
            )
            return b

        first = f.__code__.co_firstlineno
        for event, line, target, message in [
            ("call", 0, 2, "can't jump from the 'call' trace event of a new frame"),
            ("return", 6, 1, "can only jump from a 'line' trace event"),
            ("line", 1, -1, f"line {first - 1} comes before the current code block"),
            ("line", 1, 900, f"line {first + 900} comes after the current code block"),
            ("line", 1, 4, "incompatible stacks"),
        ]:
            with self.subTest(event=event, target=target):
                result, jumper, _ = self.run_with(f, {line: target}, event=event)
                self.assertEqual(jumper.errors, [message])
                self.assertEqual(result, 1)

    def test_values(self):
        frame = sys._getframe()
        for value, message in [
            (frame.f_lineno, "f_lineno can only be set in a trace function"),
            ("x", "lineno must be an integer"),
            (True, "lineno must be an integer"),
        ]:
            with self.assertRaises(ValueError) as caught:
                frame.f_lineno = value
            self.assertEqual(str(caught.exception), message)
        with self.assertRaises(AttributeError) as caught:
            del frame.f_lineno
        self.assertEqual(str(caught.exception), "cannot delete attribute")

    def test_monitoring(self):
        def f():
            a = 1
            b = 2
            return a, b

        def on_line(code, line):
            if line == f.__code__.co_firstlineno + 1:
                sys._getframe(1).f_lineno = line + 1

        tools = sys.monitoring
        tools.use_tool_id(3, "jumps")
        try:
            tools.register_callback(3, tools.events.LINE, on_line)
            tools.set_local_events(3, f.__code__, tools.events.LINE)
            with self.assertWarns(RuntimeWarning):
                self.assertEqual(f(), (None, 2))
        finally:
            tools.free_tool_id(3)

    def test_module_and_class(self):
        text = "a = 1\nb = 2\nclass C:\n    c = 3\n    d = 4\ne = 5\n"
        code = compile(text, "<jumps>", "exec")

        def tracer(frame, event, argument):
            if frame.f_code.co_filename == "<jumps>" and event == "line":
                if frame.f_lineno in targets:
                    frame.f_lineno = targets.pop(frame.f_lineno)
                return tracer
            return tracer if frame.f_code.co_filename == "<jumps>" else None

        targets = {1: 2, 4: 5}
        namespace = {}
        sys.settrace(tracer)
        try:
            exec(code, namespace)
        finally:
            sys.settrace(None)
        self.assertNotIn("a", namespace)
        self.assertEqual((namespace["b"], namespace["e"]), (2, 5))
        self.assertEqual(namespace["C"].d, 4)
        self.assertFalse(hasattr(namespace["C"], "c"))


class EventOrder(unittest.TestCase):
    """A return is told of after the code that runs on the way."""

    def events(self, function):
        jumper = Jumper(function, {})
        sys.settrace(jumper)
        try:
            function()
        finally:
            sys.settrace(None)
        return jumper.events

    def test_finally(self):
        def f():
            try:
                return 1
            finally:
                len("")

        expected = [(0, "call"), (1, "line"), (2, "line"), (4, "line"), (4, "return")]
        self.assertEqual(self.events(f), expected)

    def test_with(self):
        def f():
            with memoryview(b""):
                return 1

        expected = [(0, "call"), (1, "line"), (2, "line"), (1, "line"), (1, "return")]
        self.assertEqual(self.events(f), expected)

    def test_with_exception(self):
        class Quiet:
            def __enter__(self):
                pass

            def __exit__(self, *exception):
                return True

        def f():
            with Quiet():
                1 / 0

        expected = [
            (0, "call"),
            (1, "line"),
            (2, "line"),
            (2, "exception"),
            (1, "line"),
            (1, "return"),
        ]
        self.assertEqual(self.events(f), expected)

    def test_comprehensions(self):
        def f():
            a = [x for x in (1, 2)]
            return {y: z for y in a for z in a}

        lines = [line for line, event in self.events(f) if event == "line"]
        self.assertEqual(lines, [1, 1, 1] + [2] * 7)

    def test_generator_expression(self):
        def f():
            return list(x for x in (0, 1, 2) if x)

        def tracer(frame, event, argument):
            if frame.f_code.co_name == "<genexpr>":
                events.append(event)
            return tracer

        events = []
        sys.settrace(tracer)
        try:
            f()
        finally:
            sys.settrace(None)
        first = ["call", "line", "line", "return"]
        self.assertEqual(events, first + ["call", "line", "return"] * 2)

    def test_what_ends_an_iteration(self):
        class Counter:
            def __init__(self):
                self.value = 0

            def __iter__(self):
                return self

            def __next__(self):
                if self.value:
                    raise StopIteration
                self.value = 1
                return 1

        def generator(result):
            yield 1
            return result

        def loop(iterator):
            for _ in iterator:
                pass

        def delegate(iterator):
            yield from iterator

        def told(function, iterator):
            def tracer(frame, event, argument):
                if frame.f_code is function.__code__ and event == "exception":
                    seen.append(repr(argument[1]))
                return tracer

            seen = []
            sys.settrace(tracer)
            try:
                list(function(iterator) or ())
            finally:
                sys.settrace(None)
            return seen

        self.assertEqual(told(loop, [1]), [])
        self.assertEqual(told(loop, generator(None)), [])
        self.assertEqual(told(loop, generator(5)), ["StopIteration(5)"])
        self.assertEqual(told(loop, Counter()), ["StopIteration()"])
        self.assertEqual(told(delegate, [1]), [])
        self.assertEqual(told(delegate, generator(None)), ["StopIteration()"])
        self.assertEqual(told(delegate, generator(5)), ["StopIteration(5)"])

    def test_none_for_a_call_leaves_the_function(self):
        def g():
            yield 1
            yield 2

        def tracer(frame, event, argument):
            if frame.f_code is not g.__code__:
                return None
            events.append(event)
            if event == "call" and events.count("call") > 1:
                return None
            return tracer

        events = []
        sys.settrace(tracer)
        try:
            list(g())
        finally:
            sys.settrace(None)
        expected = ["call", "line", "return", "call", "line", "return", "call", "return"]
        self.assertEqual(events, expected)

    def test_line_of_an_exception_that_a_handler_raises(self):
        def f():
            try:
                1 / 0
            except ZeroDivisionError:
                raise KeyError

        jumper = Jumper(f, {})
        sys.settrace(jumper)
        try:
            f()
        except KeyError:
            pass
        finally:
            sys.settrace(None)
        self.assertEqual(jumper.events[-2:], [(4, "exception"), (4, "return")])


if __name__ == "__main__":
    unittest.main()
