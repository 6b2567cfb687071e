"""sys.remote_exec: scripts in other processes (PEP 768)."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest

TARGET = """
import sys, time
done = False
print(sys.is_remote_debug_enabled(), flush=True)
while not done:
    time.sleep(0.01)
print("went on")
"""


class RemoteExec(unittest.TestCase):
    def script(self, text):
        file = tempfile.NamedTemporaryFile("w", suffix=".py")
        self.addCleanup(file.close)
        file.write(text)
        file.flush()
        return file.name

    def target(self, *options):
        process = subprocess.Popen(
            [sys.executable, *options, "-c", TARGET],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.addCleanup(process.kill)
        line = process.stdout.readline()
        time.sleep(0.3)  # a script that prints while the process does that may be refused
        return process, line

    def test_another_process(self):
        process, enabled = self.target()
        self.assertEqual(enabled, "True\n")
        code = "import sys, __main__\nprint('in', __name__, len(globals()))\n"
        sys.remote_exec(process.pid, self.script(code + "__main__.done = True\n1 / 0\n"))
        out, err = process.communicate(timeout=60)
        self.assertEqual(out, "in builtins 3\nwent on\n")
        self.assertRegex(err, r"Error executing debugger script \S+\.py:")
        self.assertIn("ZeroDivisionError: division by zero", err)
        self.assertEqual(process.returncode, 0)

    def test_a_process_with_sockets(self):
        # The JVM's own network code has a signal, too.
        left, right = socket.socketpair()
        with left, right, tempfile.NamedTemporaryFile("w", suffix=".py") as target:
            target.write(
                "import socket, sys, pathlib\n"
                f"s = socket.socket(fileno={right.fileno()})\n"
                "pathlib.Path(__file__).read_text()\n"
                "print('ready', flush=True)\n"
                "s.recv(1)\n"
                "for i in range(1000): pass\n"
                "print('end')\n"
            )
            target.flush()
            process = subprocess.Popen(
                [sys.executable, target.name],
                stdout=subprocess.PIPE,
                text=True,
                pass_fds=[right.fileno()],
            )
            self.addCleanup(process.kill)
            self.assertEqual(process.stdout.readline(), "ready\n")
            sys.remote_exec(process.pid, self.script("print('script')"))
            left.send(b"x")
            self.assertEqual(process.communicate(timeout=60)[0], "script\nend\n")

    def test_process_that_refuses(self):
        process, enabled = self.target("-X", "disable-remote-debug")
        self.assertEqual(enabled, "False\n")
        with self.assertRaisesRegex(RuntimeError, "not enabled in the remote process"):
            sys.remote_exec(process.pid, self.script("1 / 0"))
        self.assertIsNone(process.poll())

    def test_process_of_another_program(self):
        process = subprocess.Popen(["sleep", "60"])
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        with self.assertRaises(RuntimeError):
            sys.remote_exec(process.pid, self.script("1 / 0"))
        self.assertIsNone(process.poll())

    def test_scripts_that_cannot_be(self):
        with self.assertRaisesRegex(FileNotFoundError, "Script file does not exist"):
            sys.remote_exec(os.getpid(), "/nowhere.py")
        with self.assertRaisesRegex(ValueError, "too long"):
            sys.remote_exec(os.getpid(), os.path.join("/", "./" * 300, "tmp"))


if __name__ == "__main__":
    unittest.main()
