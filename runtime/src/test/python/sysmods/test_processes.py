"""New processes: subprocess, and what of it is CPython's C code."""

import os
import signal
import subprocess
import sys
import unittest


class Subprocess(unittest.TestCase):
    def test_directory_and_environment(self):
        done = subprocess.run(
            "pwd; echo $A; exit 3", shell=True, cwd="/tmp", env={"A": "b"}, capture_output=True
        )
        self.assertEqual((done.returncode, done.stdout), (3, b"/tmp\nb\n"))

    def test_what_failed(self):
        with self.assertRaises(FileNotFoundError) as program:
            subprocess.run(["/no/such/program"], close_fds=False, cwd="/")
        self.assertEqual(program.exception.filename, "/no/such/program")
        with self.assertRaises(FileNotFoundError) as directory:
            subprocess.run(["ls"], cwd="/no/such/directory")
        self.assertEqual(directory.exception.filename, "/no/such/directory")

    def test_pipes(self):
        data = b"x" * 300_000
        done = subprocess.run(["cat"], input=data, capture_output=True)
        self.assertEqual(done.stdout, data)

    def test_descriptors(self):
        read, write = os.pipe()
        self.addCleanup(os.close, read)
        command = f"echo passed > /dev/fd/{write}"
        refused = subprocess.run(command, shell=True, stderr=subprocess.DEVNULL)
        self.assertNotEqual(refused.returncode, 0)
        self.assertEqual(subprocess.run(command, shell=True, pass_fds=[write]).returncode, 0)
        os.close(write)
        self.assertEqual(os.read(read, 100), b"passed\n")

    def test_session(self):
        code = "ps -o sid= -p $$"
        own = subprocess.run(code, shell=True, capture_output=True).stdout
        new = subprocess.run(code, shell=True, capture_output=True, start_new_session=True).stdout
        self.assertNotEqual(own, new)

    def test_end_by_signal(self):
        child = subprocess.Popen(["sleep", "60"])
        child.terminate()
        self.assertEqual(child.wait(), -signal.SIGTERM)


class Fork(unittest.TestCase):
    @unittest.skipIf(hasattr(os, "fork"), "CPython can")
    def test_reason(self):
        for name in "fork", "forkpty":
            with self.assertRaisesRegex(AttributeError, f"'{name}'.*cannot be forked.*subprocess"):
                getattr(os, name)


class Spawn(unittest.TestCase):
    def test_statuses(self):
        self.assertEqual(os.spawnl(os.P_WAIT, "/bin/sh", "sh", "-c", "exit 7"), 7)
        self.assertEqual(os.spawnlp(os.P_WAIT, "no-such-program", "x"), 127)
        pid = os.spawnv(os.P_NOWAIT, "/bin/sh", ["sh", "-c", "exit 2"])
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 2)

    def test_arguments(self):
        with self.assertRaises(ValueError):
            os.posix_spawn(sys.executable, [""], {})
        with self.assertRaises(ValueError):
            os.posix_spawn(sys.executable, ["x"], {"a=b": "c"})


if __name__ == "__main__":
    unittest.main()
