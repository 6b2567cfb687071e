"""tracemalloc: objects that Python code makes, and the places where that was."""

import gc
import io
import subprocess
import sys
import threading
import tracemalloc
import unittest
import warnings


class Thing:
    pass


class Tracing(unittest.TestCase):
    def setUp(self):
        tracemalloc.start(3)
        self.addCleanup(tracemalloc.stop)

    def line_of(self, obj):
        """How far below the caller's line an object was made, and in which function's file."""
        frame = tracemalloc.get_object_traceback(obj)[-1]
        self.assertEqual(frame.filename, __file__)
        return frame.lineno - sys._getframe(1).f_lineno

    def test_places(self):
        made = [
            Thing(),
            set(),
            bytes(5),
            lambda: made,
        ]
        self.assertEqual([self.line_of(o) for o in made], [-5, -4, -3, -2])

    def test_callers(self):
        def make():
            return Thing()

        def call():
            return make()

        thing = call()
        lines = [f.lineno for f in tracemalloc.get_object_traceback(thing)]
        here = make.__code__.co_firstlineno
        self.assertEqual(lines, [here + 6, here + 4, here + 1])

    def test_in_a_generator_and_a_thread(self):
        def things():
            yield Thing()
            yield Thing()

        first = things.__code__.co_firstlineno
        got = []
        thread = threading.Thread(target=lambda: got.extend(things()))
        thread.start()
        thread.join()
        lines = [tracemalloc.get_object_traceback(t)[-1].lineno for t in got]
        self.assertEqual(lines, [first + 1, first + 2])

    def test_what_was_there_before(self):
        tracemalloc.stop()
        old = Thing()
        tracemalloc.start()
        self.assertIsNone(tracemalloc.get_object_traceback(old))

    def test_memory(self):
        before, _ = tracemalloc.get_traced_memory()
        kept = [bytes(1000) for _ in range(100)]
        now, peak = tracemalloc.get_traced_memory()
        self.assertGreater(now, before + 100_000)
        self.assertLess(now, before + 150_000)
        self.assertGreaterEqual(peak, now)
        del kept
        gc.collect()
        after, peak = tracemalloc.get_traced_memory()
        self.assertLess(after, before + 20_000)
        self.assertGreaterEqual(peak, now)
        tracemalloc.reset_peak()
        self.assertLess(tracemalloc.get_traced_memory()[1], now)

    def test_differences(self):
        first = tracemalloc.take_snapshot()
        things = [Thing() for _ in range(500)]
        line = sys._getframe().f_lineno - 1
        second = tracemalloc.take_snapshot()
        most = second.compare_to(first, "lineno")
        at = [
            d.count_diff
            for d in most
            if d.traceback[0].filename == __file__ and d.traceback[0].lineno == line
        ]
        self.assertEqual(len(at), 1)
        self.assertGreaterEqual(at[0], 500)
        self.assertEqual(len(things), 500)

    def test_list_that_grew(self):
        tracemalloc.clear_traces()
        grown = []
        grown.extend([None] * 10_000)
        self.assertGreater(tracemalloc.get_traced_memory()[0], 79_999)

    def test_unclosed_file(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            file = open(__file__, "rb", buffering=0)
            line = sys._getframe().f_lineno - 1
            self.assertIsInstance(file, io.FileIO)
            del file
            gc.collect()
        (warning,) = [w for w in caught if w.category is ResourceWarning]
        self.assertEqual(tracemalloc.get_object_traceback(warning.source)[-1].lineno, line)


class Limits(unittest.TestCase):
    def test_limit_stays(self):
        self.addCleanup(tracemalloc.stop)
        tracemalloc.start(7)
        tracemalloc.start(9)
        self.assertEqual(tracemalloc.get_traceback_limit(), 7)
        tracemalloc.stop()
        self.assertEqual(tracemalloc.get_traceback_limit(), 7)
        self.assertEqual(tracemalloc.get_traced_memory(), (0, 0))
        self.assertEqual(tracemalloc.get_tracemalloc_memory(), 0)

    def test_refused(self):
        for frames in (0, -1, 65536):
            with self.assertRaises(ValueError):
                tracemalloc.start(frames)
        with self.assertRaises(RuntimeError):
            tracemalloc.take_snapshot()

    def test_from_the_start(self):
        code = "import tracemalloc as t; print(t.is_tracing(), t.get_traceback_limit())"
        done = subprocess.run(
            [sys.executable, "-X", "tracemalloc=5", "-c", code], capture_output=True, text=True
        )
        self.assertEqual((done.stdout, done.stderr), ("True 5\n", ""))


if __name__ == "__main__":
    unittest.main()
