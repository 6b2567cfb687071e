"""faulthandler: stacks of all threads on demand, on a signal, after a time."""

import faulthandler
import gc
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest


class FaultHandlerTest(unittest.TestCase):
    def setUp(self):
        self.file = tempfile.TemporaryFile()
        self.addCleanup(self.file.close)

    def dumped(self, wanted):
        """What was written, once it contains the text."""
        for _ in range(100):
            text = os.pread(self.file.fileno(), 100000, 0).decode()
            if wanted in text:
                return text
            time.sleep(0.1)
        self.fail(f"{wanted!r} is not in {text!r}")

    def test_now(self):
        faulthandler.dump_traceback(self.file, all_threads=False)
        self.assertIn("in test_now", self.dumped("test_stack_dumps"))

    def test_all_threads(self):
        end = threading.Event()

        def wait_for_the_end():
            end.wait()

        thread = threading.Thread(target=wait_for_the_end)
        thread.start()
        try:
            faulthandler.dump_traceback(self.file)
            text = self.dumped("in test_all_threads")
            self.assertIn("Current thread 0x", text)
            self.assertIn("in wait_for_the_end", text)
            self.assertEqual(text.count("\n\n"), 1, text)
        finally:
            end.set()
            thread.join()

    def test_signal(self):
        faulthandler.register(signal.SIGUSR1, self.file)
        try:
            os.kill(os.getpid(), signal.SIGUSR1)
            self.dumped("in test_signal")
        finally:
            self.assertTrue(faulthandler.unregister(signal.SIGUSR1))
        self.assertFalse(faulthandler.unregister(signal.SIGUSR1))

    def test_later(self):
        gc.collect()  # or another thread may just do that
        faulthandler.dump_traceback_later(0.2, file=self.file)
        text = self.dumped("in test_later")
        self.assertTrue(text.startswith("Timeout (0:00:00.200000)!\n"), text)
        self.assertNotIn("\n\n", text)
        faulthandler.cancel_dump_traceback_later()

    def test_signals_that_end_the_process(self):
        code = (
            "import faulthandler, os, signal, sys\n"
            "if sys.argv[1] == 'report': faulthandler.enable(1, c_stack=False)\n"
            "def last():\n"
            "    exec(sys.argv[2])\n"
            "last()\n"
        )
        for number, name in [
            (signal.SIGSEGV, "Segmentation fault"),
            (signal.SIGABRT, "Aborted"),
            (signal.SIGILL, "Illegal instruction"),
        ]:
            for how in [
                f"signal.raise_signal({int(number)})",
                f"os.kill(os.getpid(), {int(number)})",
            ]:
                with self.subTest(how):
                    run = [sys.executable, "-c", code]
                    silent = subprocess.run(
                        [*run, "no", how], capture_output=True, cwd=tempfile.gettempdir()
                    )
                    self.assertEqual(silent.returncode, -number)
                    self.assertEqual((silent.stdout, silent.stderr), (b"", b""))
                    told = subprocess.run([*run, "report", how], capture_output=True, text=True)
                    self.assertEqual(told.returncode, -number)
                    self.assertTrue(told.stdout.startswith(f"Fatal Python error: {name}\n\n"))
                    self.assertIn("in last\n", told.stdout)

    def test_wrong_arguments(self):
        for arguments, error in [((0,), ValueError), ((9,), OSError), ((11,), RuntimeError)]:
            with self.assertRaises(error):
                faulthandler.register(*arguments, file=self.file)
        with self.assertRaises(ValueError):
            faulthandler.dump_traceback_later(-1, file=self.file)


if __name__ == "__main__":
    unittest.main()
