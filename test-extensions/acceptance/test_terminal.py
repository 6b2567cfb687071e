"""Lines that are typed at a terminal: the module readline edits and completes them."""

import os
import select
import subprocess
import sys
import time
import unittest

PATIENCE = 60
INTERRUPT = b"\x03"


class Terminal(unittest.TestCase):
    def typed(self, program, *steps):
        """What a program prints on a terminal; each step is what it prints, then what is typed."""
        master, slave = os.openpty()
        environment = os.environ | {"TERM": "dumb", "INPUTRC": os.devnull}
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", program],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)
        self.addCleanup(os.close, master)
        self.addCleanup(process.kill)
        printed = b""
        end = time.monotonic() + PATIENCE
        interrupts = b""
        for awaited, text in steps:
            again = time.monotonic() + 1
            while awaited not in printed and time.monotonic() < end:
                printed += self.read(master)
                if interrupts and time.monotonic() > again:
                    os.write(master, interrupts)
                    again = time.monotonic() + 1
            self.assertIn(awaited, printed)
            printed = printed.partition(awaited)[2]
            os.write(master, text)
            # The module readline does not see a signal that comes just before it waits.
            interrupts = INTERRUPT if text.endswith(INTERRUPT) else b""
        while time.monotonic() < end and process.poll() is None:
            printed += self.read(master)
        printed += self.read(master)
        self.assertEqual(process.wait(PATIENCE), 0, printed)
        return printed.replace(b"\r", b"")

    def read(self, master):
        if not select.select([master], [], [], 0.1)[0]:
            return b""
        try:
            return os.read(master, 4096)
        except OSError:  # the other end is closed
            return b""

    def test_completed(self):
        program = """
import readline
words = ["special", "value"]
readline.set_completer(lambda text, n: [w for w in words if w.startswith(text)][n])
readline.parse_and_bind("tab: complete")
print(repr(input("first> ")))
print(repr(input("second> ")))
"""
        printed = self.typed(program, (b"first> ", b"spe\t\n"), (b"second> ", b"va\t!\x01#\n"))
        self.assertIn(b"'#value!'", printed)

    def test_end(self):
        program = """
import readline
try:
    input("> ")
except EOFError as e:
    print("end:", e.args)
"""
        self.assertIn(b"end: ()", self.typed(program, (b"> ", b"\x04")))

    def test_interrupted(self):
        program = """
import fcntl, readline, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
while True:
    try:
        print(repr(input("> ")))
        break
    except KeyboardInterrupt:
        print("interrupted")
"""
        printed = self.typed(program, (b"> ", b"abc" + INTERRUPT), (b"interrupted", b"x\n"))
        self.assertIn(b"'x'", printed)

    def test_prompt(self):
        program = """
import readline
try:
    input("a\\0b")
except ValueError as e:
    print(e)
"""
        self.assertIn(b"input: prompt string cannot contain null characters", self.typed(program))


if __name__ == "__main__":
    unittest.main()
