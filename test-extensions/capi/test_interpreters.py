"""Interpreters that C makes, visits and ends."""

import gc
import os
import sys
import unittest

import capi_interpreters as m


def answers(program):
    """What a program, run in an interpreter of its own, prints to the descriptor `out`."""
    r, w = os.pipe()
    try:
        status = m.run_in_new(f"import os, sys\nout = {w}\n{program}")
        os.write(w, b"|")
        return status, os.read(r, 10_000).decode()[:-1]
    finally:
        os.close(r)
        os.close(w)


class Interpreters(unittest.TestCase):
    def test_own_modules(self):
        sys.here_only = 1
        try:
            status, text = answers("os.write(out, str(hasattr(sys, 'here_only')).encode())")
        finally:
            del sys.here_only
        self.assertEqual((status, text), (0, "False"))

    def test_exception(self):
        stderr = os.dup(2)
        r, w = os.pipe()
        os.dup2(w, 2)
        try:
            status, text = answers("sys.stderr.flush()\n1 / 0")
            os.write(w, b"|")
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)
            os.close(w)
        self.assertEqual(status, -1)
        with os.fdopen(r) as shown:
            self.assertIn("ZeroDivisionError", shown.read())

    def test_extension_module(self):
        before = m.executed()
        status, text = answers(
            f"sys.path[:0] = {sys.path!r}\n"
            "import capi_interpreters as m\n"
            "os.write(out, f'{m.executed()} {m.Error.__module__} {m.Error.__name__}'.encode())"
        )
        self.assertEqual((status, text), (0, f"{before + 1} capi_interpreters Error"))
        self.assertEqual(m.executed(), before + 1)

    def test_extension_types_are_apart(self):
        status, text = answers(
            f"sys.path[:0] = {sys.path!r}\n"
            "import capi_interpreters as m\n"
            f"os.write(out, str(id(m.Error) == {id(m.Error)}).encode())"
        )
        self.assertEqual((status, text), (0, "False"))

    def test_alternate(self):
        main, first, second, last = m.alternate()
        self.assertEqual(main, 0)
        self.assertGreater(first, 0)
        self.assertGreater(second, first)
        self.assertEqual(last, second)

    def test_errors(self):
        self.assertTrue(m.errors())

    def test_nested(self):
        status, text = answers(
            f"sys.path[:0] = {sys.path!r}\n"
            "import capi_interpreters as m\n"
            "m.run_in_new(f'import os; os.write({out}, b\"inner \")')\n"
            "os.write(out, b'outer')"
        )
        self.assertEqual((status, text), (0, "inner outer"))

    def test_threads_are_joined(self):
        status, text = answers(
            "import threading, time\n"
            "def late():\n"
            "    time.sleep(0.05)\n"
            "    os.write(out, b'late')\n"
            "threading.Thread(target=late).start()"
        )
        self.assertEqual((status, text), (0, "late"))

    def test_atexit(self):
        status, text = answers("import atexit; atexit.register(os.write, out, b'end')")
        self.assertEqual((status, text), (0, "end"))

    def test_thread_of_c(self):
        for _ in range(3):
            self.assertEqual(m.of_thread(), 0)

    def test_many(self):
        for _ in range(10):
            self.assertEqual(answers("os.write(out, b'x')"), (0, "x"))
        gc.collect()

    def test_callable_from_a_thread(self):
        import threading

        found = []
        t = threading.Thread(target=lambda: found.append(answers("os.write(out, b'y')")))
        t.start()
        t.join()
        self.assertEqual(found, [(0, "y")])


if __name__ == "__main__":
    unittest.main()
