"""Functions for programs that embed Python, called while the interpreter runs."""

import sys
import threading
import time
import unittest

import capi_embedding as c


class State(unittest.TestCase):
    def test_it_runs(self):
        initialized, prefix, exec_prefix = c.state()
        self.assertTrue(initialized)
        self.assertEqual((prefix, exec_prefix), (sys.prefix, sys.exec_prefix))

    def test_arguments(self):
        before = sys.argv
        try:
            c.set_argv()
            self.assertEqual(sys.argv, ["program", "é"])
        finally:
            sys.argv = before

    def test_syntax_location(self):
        with self.assertRaises(SyntaxError) as caught:
            c.syntax_error()
        error = caught.exception
        self.assertEqual((error.filename, error.lineno, error.offset), ("nowhere.py", 7, 3))
        self.assertEqual(error.msg, "bad")

    def test_frozen(self):
        self.assertEqual(c.import_frozen(b"no_such_module"), 0)
        self.assertEqual(c.import_frozen(b"__hello__"), 1)
        self.assertIn("__hello__", sys.modules)


class Pending(unittest.TestCase):
    def test_calls_run_soon(self):
        before = c.counted()
        self.assertEqual(c.add_pending(False), 0)
        limit = time.monotonic() + 10
        while c.counted() == before and time.monotonic() < limit:
            pass
        self.assertEqual(c.counted(), before + 5)

    def test_exception(self):
        with self.assertRaises(LookupError):
            c.add_pending(True)
            c.make_pending()
            for _ in range(1000):
                time.sleep(0.001)

    def test_interrupt(self):
        with self.assertRaises(KeyboardInterrupt):
            c.interrupt()


class Asynchronous(unittest.TestCase):
    def test_no_such_thread(self):
        self.assertEqual(c.raise_in(12345678901, ValueError), 0)

    def test_exception_in_another_thread(self):
        seen = []
        started = threading.Event()

        def work():
            try:
                started.set()
                for _ in range(2000):
                    time.sleep(0.005)
            except LookupError:
                seen.append("raised")

        thread = threading.Thread(target=work)
        thread.start()
        started.wait()
        self.assertEqual(c.raise_in(thread.ident, LookupError), 1)
        thread.join(20)
        self.assertEqual(seen, ["raised"])


if __name__ == "__main__":
    unittest.main()
