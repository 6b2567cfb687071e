"""The GIL and C (C-API manual, Thread State and the Global Interpreter Lock)."""

import gc
import os
import subprocess
import sys
import threading
import time
import unittest

import capi_thread as c

try:
    import _jabiru
except ImportError:
    _jabiru = None


class AllowThreads(unittest.TestCase):
    def test_others_run_meanwhile(self):
        threads = [threading.Thread(target=c.sleeping, args=(400,)) for _ in range(8)]
        start = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertLess(time.monotonic() - start, 8 * 0.4)

    def test_python_runs_while_c_sleeps(self):
        done = []
        thread = threading.Thread(target=lambda: (c.sleeping(300), done.append("slept")))
        thread.start()
        count = 0
        while not done:
            count += 1
        thread.join()
        self.assertGreater(count, 100)

    def test_the_same_results(self):
        results = [None] * 4

        def compute(i):
            results[i] = c.computing(100_000 + i)

        threads = [threading.Thread(target=compute, args=(i,)) for i in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [c.computing(100_000 + i) for i in range(4)])


def counted():
    """Something that grows with the memory of values that C has got."""
    gc.collect()
    return _jabiru.native_bytes() if _jabiru else sys.getallocatedblocks()


def writable_kb():
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmData"))


def one_after_another(count):
    for _ in range(count):
        thread = threading.Thread(target=c.item, args=([0], 0))
        thread.start()
        thread.join()


class MemoryOfThreads(unittest.TestCase):
    def test_threads_that_have_ended(self):
        # The JVM's heap has all its memory from the start: it would grow when it pleased. And the C
        # library keeps a stack or two of threads that have ended: they are small.
        options = f"{os.environ.get('JABIRU_JAVA_OPTIONS', '')} -Xms512m -Xmx512m"
        code = (
            "import threading; threading.stack_size(1 << 20);"
            "from test_thread import one_after_another, writable_kb;"
            "one_after_another(50); before = writable_kb(); one_after_another(500);"
            "print(writable_kb() - before)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            timeout=100,
            cwd=os.path.dirname(__file__),
            env=os.environ | {"JABIRU_JAVA_OPTIONS": options.strip()},
        )
        self.assertEqual(done.stderr, "")
        self.assertLess(int(done.stdout), 100_000)

    def test_values_that_were_got_while_another_was_in_c(self):
        class Values:
            def __getitem__(self, i):
                return 1 << 70 | i

        values = Values()
        ended = threading.Event()

        def others():
            while not ended.is_set():
                c.sleeping(1)

        thread = threading.Thread(target=others)
        thread.start()
        numbers = []
        for _ in range(5):
            for _ in range(50):
                for i in range(64):
                    self.assertEqual(c.item(values, i), 1 << 70 | i)
                time.sleep(0.003)
            numbers.append(counted())
        ended.set()
        thread.join()
        self.assertLess(numbers[-1] - numbers[0], 100_000, numbers)


class Ensure(unittest.TestCase):
    def test_nested(self):
        thing = object()
        self.assertEqual(c.ensured(lambda: thing), (thing, thing, 1))

    def test_threads_that_end_with_the_process(self):
        for status in 0, 3:
            code = "import sys, capi_thread; capi_thread.lasting(lambda a, b: print('called'));"
            code += f"print('end'); sys.exit({status})"
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=100)
            self.assertEqual(done.returncode, status)
            self.assertEqual(done.stdout.split(), [b"called", b"end", b"joined"])

    def test_threads_of_c(self):
        seen = {}

        def note(number, i):
            seen.setdefault(number, []).append((i, threading.get_ident()))
            return [number, i]

        for count, calls in (1, 1), (4, 50):
            seen.clear()
            self.assertEqual(c.threads(note, count, calls), 0)
            self.assertEqual(sorted(seen), list(range(count)))
            for notes in seen.values():
                self.assertEqual([i for i, _ in notes], list(range(calls)))
                self.assertEqual(len({ident for _, ident in notes}), 1)
            self.assertNotIn(
                threading.get_ident(), {n[1] for notes in seen.values() for n in notes}
            )

    def test_errors_stay_in_their_thread(self):
        def fail(number, i):
            raise ValueError(number)

        self.assertEqual(c.threads(fail, 3, 5), 15)

    def test_objects_from_threads_of_c(self):
        made = []
        self.assertEqual(c.threads(lambda number, i: made.append((number, str(i))), 4, 200), 0)
        self.assertEqual(len(made), 800)
        self.assertEqual(len(set(made)), 800)

    def test_threads_of_both(self):
        counts = []
        workers = [
            threading.Thread(target=lambda: counts.append(c.threads(lambda n, i: [n, i], 2, 50)))
            for _ in range(3)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual(counts, [0, 0, 0])


if __name__ == "__main__":
    unittest.main()
