"""Daemon threads stop when the interpreter ends, and miss nothing that goes then."""

import subprocess
import sys
import unittest

PROGRAM = """
import os, sys, threading, time

class Last:
    def __del__(self):
        # Others get the lock here, if they get it at all.
        time.sleep(0.3)
        print("end", flush=True)

last = Last()
reading, writing = os.pipe()

def work():
    while True:
        threading.current_thread()
        time.sleep(0.01)
        os.path.join("a", "b")

def wait():
    os.read(reading, 1)
    threading.current_thread()

for f in work, work, wait:
    threading.Thread(target=f, daemon=True).start()
time.sleep(0.1)
print("main ends", flush=True)
"""


class DaemonThreads(unittest.TestCase):
    def test_end(self):
        for _ in range(3):
            done = subprocess.run(
                [sys.executable, "-I", "-c", PROGRAM], capture_output=True, text=True, timeout=120
            )
            self.assertEqual(done.stdout.splitlines()[0], "main ends")
            self.assertEqual((done.stderr, done.returncode), ("", 0))


if __name__ == "__main__":
    unittest.main()
