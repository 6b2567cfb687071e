"""Subinterpreters: _interpreters (PEP 734)."""

import _interpreters
import gc
import os
import subprocess
import sys
import threading
import types
import unittest


def run_program(source):
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)


class InterpreterCase(unittest.TestCase):
    def setUp(self):
        self.sub = _interpreters.create()

    def tearDown(self):
        for interpreter, _ in _interpreters.list_all():
            if interpreter:
                _interpreters.destroy(interpreter)


class LifeTest(InterpreterCase):
    def test_list(self):
        main, current = _interpreters.get_main(), _interpreters.get_current()
        self.assertEqual(main, (0, _interpreters.WHENCE_RUNTIME))
        self.assertEqual(main, current)
        self.assertIn((self.sub, _interpreters.WHENCE_STDLIB), _interpreters.list_all())
        _interpreters.destroy(self.sub)
        self.assertEqual(_interpreters.list_all(), [main])

    def test_not_found(self):
        with self.assertRaises(_interpreters.InterpreterNotFoundError) as caught:
            _interpreters.exec(10**6, "pass")
        self.assertEqual(str(caught.exception), "unrecognized interpreter ID 1000000")
        for wrong, error in ("1", TypeError), (-1, ValueError), (2**64, OverflowError):
            with self.assertRaises(error):
                _interpreters.whence(wrong)

    def test_current_in_sub(self):
        script = "import _interpreters; assert _interpreters.get_current()[0] == expected"
        self.assertIsNone(_interpreters.exec(self.sub, script, {"expected": self.sub}))

    def test_destroy_current_and_main(self):
        with self.assertRaisesRegex(_interpreters.InterpreterError, "current"):
            _interpreters.destroy(0)
        info = _interpreters.exec(self.sub, "import _interpreters; _interpreters.destroy(0)")
        self.assertIn("interpreter running", info.msg)

    def test_destroy_while_running(self):
        read, write = os.pipe()
        begun, begin = os.pipe()
        script = f"import os; os.write({begin}, b'x'); os.read({read}, 1)"
        runner = threading.Thread(target=_interpreters.exec, args=(self.sub, script))
        runner.start()
        os.read(begun, 1)
        try:
            self.assertTrue(_interpreters.is_running(self.sub))
            with self.assertRaisesRegex(_interpreters.InterpreterError, "interpreter running"):
                _interpreters.destroy(self.sub)
            with self.assertRaisesRegex(_interpreters.InterpreterError, "already running"):
                _interpreters.exec(self.sub, "pass")
        finally:
            os.write(write, b"x")
            runner.join()
            for fd in read, write, begun, begin:
                os.close(fd)
        self.assertFalse(_interpreters.is_running(self.sub))

    def test_references(self):
        other = _interpreters.create(reqrefs=True)
        _interpreters.incref(other)
        _interpreters.incref(other)
        _interpreters.decref(other)
        self.assertEqual(_interpreters.whence(other), _interpreters.WHENCE_STDLIB)
        _interpreters.decref(other)
        with self.assertRaises(_interpreters.InterpreterNotFoundError):
            _interpreters.whence(other)

    def test_one_that_made_another_ends_first(self):
        script = "import _interpreters, os; os.write(fd, str(_interpreters.create()).encode())"
        read, write = os.pipe()
        self.assertIsNone(_interpreters.exec(self.sub, script, {"fd": write}))
        made = int(os.read(read, 10))
        os.close(read)
        os.close(write)
        _interpreters.destroy(self.sub)
        self.assertEqual(_interpreters.call(made, lambda: 5), (5, None))

    def test_config(self):
        isolated = _interpreters.new_config()
        self.assertEqual(isolated.gil, "own")
        self.assertFalse(isolated.allow_daemon_threads)
        self.assertEqual(_interpreters.get_config(self.sub), isolated)
        self.assertTrue(_interpreters.new_config("legacy").allow_daemon_threads)
        with self.assertRaises(ValueError):
            _interpreters.new_config("nothing")
        with self.assertRaises(ValueError):
            _interpreters.new_config(nothing=True)
        with self.assertRaises(TypeError):
            _interpreters.new_config(allow_exec=1)

    def test_left_at_exit(self):
        ran = run_program(
            "import _interpreters as i\n"
            "one = i.create()\n"
            "i.exec(one, 'import atexit; atexit.register(print, \"ended\")')\n"
            "print('main', flush=True)\n"
        )
        self.assertEqual(ran.stdout, "main\nended\n")
        self.assertIn("RuntimeWarning: remaining subinterpreters", ran.stderr)
        self.assertEqual(ran.returncode, 0)


class IsolationTest(InterpreterCase):
    def test_own_modules_and_builtins(self):
        self.assertIsNone(
            _interpreters.exec(self.sub, "import builtins, sys; builtins.mark = sys.mark = 1")
        )
        self.assertFalse(hasattr(sys, "mark"))
        with self.assertRaises(NameError):
            mark
        other = _interpreters.create()
        self.assertEqual(_interpreters.exec(other, "mark").type.__name__, "NameError")
        self.assertIsNone(_interpreters.exec(self.sub, "assert mark == sys.mark == 1"))

    def test_subclasses(self):
        _interpreters.exec(self.sub, "class OnlyThere(Exception): pass")
        names = [c.__name__ for c in Exception.__subclasses__()]
        self.assertNotIn("OnlyThere", names)
        script = "assert 'OnlyThere' in [c.__name__ for c in Exception.__subclasses__()]"
        self.assertIsNone(_interpreters.exec(self.sub, script))

    def test_flags_and_path_are_inherited(self):
        ran = run_program(
            "import _interpreters, sys\n"
            "one = _interpreters.create()\n"
            "script = 'import sys; assert (tuple(sys.flags), sys.path[0]) == (flags, first)'\n"
            "shared = {'flags': tuple(sys.flags), 'first': sys.path[0]}\n"
            "print(_interpreters.exec(one, script, shared))\n"
            "_interpreters.destroy(one)\n"
        )
        self.assertEqual(ran.stdout, "None\n")

    def test_no_frames_of_others(self):
        script = "import sys; assert sys._getframe().f_back is None"
        self.assertIsNone(_interpreters.exec(self.sub, script))
        names = _interpreters.call(self.sub, dir)[0]
        self.assertIn("__builtins__", names)
        self.assertNotIn("self", names)
        self.assertEqual(_interpreters.call(self.sub, eval, ("__name__",)), ("__main__", None))
        _interpreters.call(self.sub, exec, ("made = 1",))
        self.assertEqual(_interpreters.call(self.sub, eval, ("made",)), (1, None))

    def test_not_the_main_one(self):
        script = """if True:
            import _thread, os, signal, threading
            assert not _thread._is_main_interpreter()
            assert not _thread.daemon_threads_allowed()
            for f in (
                lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
                lambda: os.execv('/bin/true', ['true']),
                lambda: threading.Thread(target=print, daemon=True),
            ):
                try:
                    f()
                except (RuntimeError, ValueError) as e:
                    pass
                else:
                    raise AssertionError
        """
        self.assertIsNone(_interpreters.exec(self.sub, script))

    def test_threads_inside(self):
        script = """if True:
            import threading
            seen = []
            threads = [threading.Thread(target=seen.append, args=(n,)) for n in range(5)]
            for t in threads:
                t.start()
            for t in threads:
                t.join()
            assert sorted(seen) == [0, 1, 2, 3, 4]
        """
        self.assertIsNone(_interpreters.exec(self.sub, script))

    def test_end_waits_for_threads(self):
        read, write = os.pipe()
        script = f"""if True:
            import os, threading, time
            def work():
                time.sleep(0.2)
                os.write({write}, b'done')
            threading.Thread(target=work).start()
        """
        self.assertIsNone(_interpreters.exec(self.sub, script))
        _interpreters.destroy(self.sub)
        self.assertEqual(os.read(read, 4), b"done")
        os.close(read)
        os.close(write)

    def test_uses_what_has_fallbacks(self):
        script = """if True:
            import json, pickle, struct, time, datetime, collections, re, functools
            assert json.loads(json.dumps({'a': [1, None]})) == {'a': [1, None]}
            assert pickle.loads(pickle.dumps(collections.Counter('abca')))['a'] == 2
            assert re.sub('b+', 'x', 'abbc') == 'axc'
            assert datetime.date(2026, 1, 1).isoweekday() == 4
            import os, random, select, selectors, subprocess, tempfile, _sha2
            assert 0 <= random.random() < 1
            assert _sha2.sha256(b'abc').hexdigest()[:8] == 'ba7816bf'
            copy = (hash := _sha2.sha512(b'a')).copy()
            copy.update(b'b')
            assert copy.digest() == _sha2.sha512(b'ab').digest() != hash.digest()
            assert (hash.name, hash.digest_size, hash.block_size) == ('sha512', 64, 128)
            cat = subprocess.run(['cat'], input=b'x' * 100000, stdout=subprocess.PIPE)
            assert cat.stdout == b'x' * 100000
            r, w = os.pipe()
            assert select.select([r], [w], [], 0) == ([], [w], [])
            poll = select.poll()
            poll.register(r, select.POLLIN)
            assert poll.poll(10) == []
            os.write(w, b'x')
            assert select.select([r], [], []) == ([r], [], [])
            assert poll.poll() == [(r, select.POLLIN)]
            poll.unregister(r)
            for wrong in (lambda: poll.unregister(r), lambda: select.select([-1], [], [])):
                try:
                    wrong()
                except (KeyError, ValueError):
                    pass
                else:
                    raise AssertionError
            os.close(r)
            os.close(w)
        """
        self.assertIsNone(_interpreters.exec(self.sub, script))


class ExecutionTest(InterpreterCase):
    def test_namespace_stays(self):
        _interpreters.exec(self.sub, "x = 1")
        _interpreters.set___main___attrs(self.sub, {"y": (2, "three", None, b"4", 5.0, True)})
        script = "assert (x, y) == (1, (2, 'three', None, b'4', 5.0, True))"
        self.assertIsNone(_interpreters.exec(self.sub, script))

    def test_exception(self):
        info = _interpreters.exec(self.sub, "def f():\n    raise KeyError('k')\nf()")
        self.assertIsInstance(info, types.SimpleNamespace)
        self.assertEqual(
            vars(info.type),
            {
                "__name__": "KeyError",
                "__qualname__": "KeyError",
                "__module__": "builtins",
            },
        )
        self.assertEqual((info.msg, info.formatted), ("'k'", "KeyError: 'k'"))
        self.assertEqual(
            info.errdisplay,
            (
                "Traceback (most recent call last):\n"
                '  File "<script>", line 3, in <module>\n'
                '  File "<script>", line 2, in f\n'
                "KeyError: 'k'"
            ),
        )

    def test_exception_class_of_the_sub(self):
        info = _interpreters.exec(self.sub, "class E(Exception): pass\nraise E(1)")
        self.assertEqual((info.type.__name__, info.formatted), ("E", "E: 1"))
        self.assertEqual(
            _interpreters.exec(self.sub, "raise SystemExit(3)").formatted, "SystemExit: 3"
        )

    def test_scripts(self):
        def script():
            global made
            made = [1]

        def returning():
            return 1

        def early():
            if not made:
                return
            try:
                return
            finally:
                made.append(2)

        for code in script, script.__code__, "assert made == [1]", b"made", early:
            self.assertIsNone(_interpreters.exec(self.sub, code))
        self.assertIsNone(_interpreters.exec(self.sub, "assert made == [1, 2]"))
        for code, error in (
            (returning, ValueError),
            (lambda x: None, ValueError),
            (5, TypeError),
            ("a b", SyntaxError),
        ):
            with self.assertRaises(error):
                _interpreters.exec(self.sub, code)

    def test_call(self):
        def add(*args, **kwargs):
            return sum(args) + sum(kwargs.values())

        self.assertEqual(_interpreters.call(self.sub, add, (1, 2), {"x": 3}), (6, None))
        self.assertEqual(_interpreters.call(self.sub, lambda: {"a": [1]}), ({"a": [1]}, None))
        result, info = _interpreters.call(self.sub, lambda: 1 / 0)
        self.assertIsNone(result)
        self.assertEqual(info.formatted, "ZeroDivisionError: division by zero")

    def test_calls_that_are_not_shareable(self):
        one = object()

        def closure():
            return one

        with self.assertRaises(_interpreters.NotShareableError) as caught:
            _interpreters.call(self.sub, closure)
        self.assertEqual(str(caught.exception.__cause__), "closures not supported")
        with self.assertRaises(_interpreters.NotShareableError):
            _interpreters.call(self.sub, lambda x: x, (sys._getframe(),))
        with self.assertRaises(_interpreters.NotShareableError):
            _interpreters.call(self.sub, lambda: (x for x in ()))
        with self.assertRaises(TypeError):
            _interpreters.call(self.sub, 5)

    def test_shareable(self):
        for value in None, True, 1, 2.5, "s", b"b", (), memoryview(b"m"):
            self.assertTrue(_interpreters.is_shareable(value))
        for value in [], {}, object(), ..., int, print, bytearray():
            self.assertFalse(_interpreters.is_shareable(value))
        with self.assertRaises(_interpreters.NotShareableError) as caught:
            _interpreters.set___main___attrs(self.sub, {"a": (1, [])})
        self.assertEqual(str(caught.exception), "(1, []) does not support cross-interpreter data")
        self.assertEqual(
            str(caught.exception.__cause__), "[] does not support cross-interpreter data"
        )

    def test_memory_is_shared(self):
        memory = bytearray(b"abc")
        _interpreters.set___main___attrs(self.sub, {"view": memoryview(memory)})
        self.assertIsNone(_interpreters.exec(self.sub, "view[1] = ord('X'); del view"))
        self.assertEqual(memory, b"aXc")

    def test_parallel(self):
        read, write = os.pipe()
        back, answer = os.pipe()
        # Each waits for the other without giving its lock away.
        script = """if True:
            import os
            os.set_blocking(mine, False)
            os.write(yours, b'x')
            while True:
                try:
                    os.read(mine, 1)
                    break
                except BlockingIOError:
                    pass
        """
        other = _interpreters.create()
        ends = []
        threads = [
            threading.Thread(
                target=lambda *a: ends.append(_interpreters.exec(*a)),
                args=(i, script, {"mine": mine, "yours": yours}),
            )
            for i, mine, yours in ((self.sub, read, answer), (other, back, write))
        ]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.assertEqual(ends, [None, None])
        for fd in read, write, back, answer:
            os.close(fd)

    def test_interpreters_in_interpreters(self):
        script = """if True:
            import _interpreters
            inner = _interpreters.create()
            assert _interpreters.call(inner, lambda: 7) == (7, None)
            info = _interpreters.exec(inner, 'raise ValueError("deep")')
            assert info.formatted == 'ValueError: deep', info
            _interpreters.destroy(inner)
        """
        self.assertIsNone(_interpreters.exec(self.sub, script))


class SignalTest(unittest.TestCase):
    def test_main_thread_is_away(self):
        ran = run_program(
            "import _interpreters, os, signal\n"
            "def handle(*args):\n"
            "    print('handled', _interpreters.get_current()[0])\n"
            "signal.signal(signal.SIGUSR1, handle)\n"
            "one = _interpreters.create()\n"
            "script = ('import os, signal, time; os.kill(os.getpid(), signal.SIGUSR1);'\n"
            "          'time.sleep(0.1); print(\"there\", flush=True)')\n"
            "print(_interpreters.exec(one, script), flush=True)\n"
            "_interpreters.destroy(one)\n"
        )
        self.assertEqual(sorted(ran.stdout.splitlines()), ["None", "handled 0", "there"])
        self.assertLess(ran.stdout.index("there"), ran.stdout.index("handled"))


class MemoryTest(unittest.TestCase):
    def test_closed_interpreters_leave_nothing(self):
        def make(count):
            for _ in range(count):
                one = _interpreters.create()
                _interpreters.exec(one, "big = bytearray(1 << 20); class_ = type('C', (), {})")
                _interpreters.destroy(one)

        make(5)
        gc.collect()
        before = len(object.__subclasses__())
        make(40)
        gc.collect()
        self.assertEqual(len(object.__subclasses__()), before)


if __name__ == "__main__":
    unittest.main()
