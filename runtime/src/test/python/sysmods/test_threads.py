"""_thread, threading, time, contextvars, signal, atexit."""

import _thread
import contextvars
import signal
import subprocess
import sys
import threading
import time
import unittest


class LockTest(unittest.TestCase):
    def test_lock(self):
        lock = threading.Lock()
        self.assertTrue(lock.acquire())
        self.assertTrue(lock.locked())
        self.assertFalse(lock.acquire(blocking=False))
        self.assertFalse(lock.acquire(timeout=0.01))
        lock.release()
        with self.assertRaisesRegex(RuntimeError, "release unlocked lock"):
            lock.release()
        with self.assertRaisesRegex(ValueError, "non-blocking"):
            lock.acquire(False, 1)
        with lock:
            self.assertTrue(lock.locked())

    def test_rlock(self):
        lock = threading.RLock()
        with lock, lock:
            self.assertEqual(lock._recursion_count(), 2)
        with self.assertRaisesRegex(RuntimeError, "cannot release un-acquired lock"):
            lock.release()


class ThreadTest(unittest.TestCase):
    def test_many(self):
        total = 0
        lock = threading.Lock()

        def work():
            nonlocal total
            for _ in range(200):
                with lock:
                    total += 1

        threads = [threading.Thread(target=work) for _ in range(8)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.assertEqual(total, 1600)
        self.assertFalse(threads[0].is_alive())

    def test_switching(self):
        done = threading.Event()
        counter = 0

        def spin():
            nonlocal counter
            while not done.is_set():
                counter += 1

        t = threading.Thread(target=spin)
        t.start()
        time.sleep(0.2)
        done.set()
        t.join()
        self.assertGreater(counter, 0)

    def test_local(self):
        data = threading.local()
        data.x = 1
        seen = []

        def work():
            seen.append(hasattr(data, "x"))
            data.x = 2

        t = threading.Thread(target=work)
        t.start()
        t.join()
        self.assertEqual(seen, [False])
        self.assertEqual(data.x, 1)

    def test_exception(self):
        caught = []
        old = threading.excepthook
        threading.excepthook = lambda args: caught.append(args.exc_type)
        try:
            t = threading.Thread(target=lambda: 1 / 0)
            t.start()
            t.join()
        finally:
            threading.excepthook = old
        self.assertEqual(caught, [ZeroDivisionError])

    def test_condition_and_timeout(self):
        c = threading.Condition()
        with c:
            started = time.monotonic()
            self.assertFalse(c.wait(0.05))
            self.assertGreaterEqual(time.monotonic() - started, 0.04)
        with self.assertRaisesRegex(RuntimeError, "cannot join current thread"):
            threading.current_thread().join()
        with self.assertRaisesRegex(TypeError, "first arg must be callable"):
            _thread.start_new_thread(1, ())

    def test_frames_of_other_threads(self):
        raised = []
        go_on = threading.Event()
        results = []

        def fail():
            value = 1
            raise ValueError(value)

        def work():
            result = "kept"
            try:
                fail()
            except ValueError as e:
                raised.append(e.__traceback__)
            go_on.wait()
            results.append(result)

        thread = threading.Thread(target=work)
        thread.start()
        while not raised:
            time.sleep(0.001)
        running, ended = raised[0].tb_frame, raised[0].tb_next.tb_frame
        with self.assertRaisesRegex(RuntimeError, "cannot clear an executing frame"):
            running.clear()
        self.assertEqual(ended.f_locals, {"value": 1})
        ended.clear()
        self.assertEqual(ended.f_locals, {})
        go_on.set()
        thread.join()
        self.assertEqual(results, ["kept"])

    def test_join_at_the_end(self):
        program = """
import threading

class Joins:
    def __init__(self):
        self.cycle = self
        self.thread = threading.Thread(target=threading.Event().wait, daemon=True)
        self.thread.start()

    def __del__(self):
        try:
            self.thread.join()
        except PythonFinalizationError as e:
            print(e)

Joins()
"""
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
        self.assertEqual(done.stdout, "cannot join thread at interpreter shutdown\n")


class ContextTest(unittest.TestCase):
    def test_variables(self):
        v = contextvars.ContextVar("v", default=1)
        self.assertEqual(v.get(), 1)
        token = v.set(2)
        c = contextvars.copy_context()
        self.assertEqual(c[v], 2)
        self.assertEqual(c.run(lambda: (v.set(3), v.get())[1]), 3)
        self.assertEqual(v.get(), 2)
        self.assertEqual(c[v], 3)
        v.reset(token)
        self.assertEqual(v.get(), 1)
        with self.assertRaisesRegex(RuntimeError, "already been used once"):
            v.reset(token)
        self.assertIs(token.old_value, contextvars.Token.MISSING)


class SignalTest(unittest.TestCase):
    def test_handler(self):
        seen = []
        old = signal.signal(signal.SIGTERM, lambda n, f: seen.append(n))
        try:
            signal.raise_signal(signal.SIGTERM)
            self.assertEqual(seen, [signal.SIGTERM])
        finally:
            signal.signal(signal.SIGTERM, old)
        with self.assertRaises(ValueError):
            signal.signal(99, signal.SIG_IGN)
        with self.assertRaises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


class TimeTest(unittest.TestCase):
    def test_calendar(self):
        t = time.gmtime(86400 * 365)
        self.assertEqual(tuple(t), (1971, 1, 1, 0, 0, 0, 4, 1, 0))
        self.assertEqual(
            time.strftime("%Y-%m-%d %H:%M:%S %j %a %b", t), "1971-01-01 00:00:00 001 Fri Jan"
        )
        self.assertEqual(time.asctime(t), "Fri Jan  1 00:00:00 1971")
        self.assertEqual(time.strptime("2024-02-29", "%Y-%m-%d").tm_yday, 60)
        self.assertEqual(time.mktime(time.localtime(1e9)), 1e9)
        with self.assertRaisesRegex(ValueError, "month out of range"):
            time.strftime("%Y", (2000, 13, 1, 0, 0, 0, 0, 1, 0))
        with self.assertRaisesRegex(ValueError, "must be non-negative"):
            time.sleep(-1)
        a = time.perf_counter_ns()
        time.sleep(0.001)
        self.assertGreater(time.perf_counter_ns(), a)


if __name__ == "__main__":
    unittest.main()
