"""The interactive mode at a terminal."""

import os
import select
import subprocess
import sys
import tempfile
import time
import unittest

PATIENCE = 100


def talk(lines, **environment):
    """What a terminal shows when the lines are typed, each after a prompt."""
    master, slave = os.openpty()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | environment
    with tempfile.TemporaryDirectory() as home:
        environment |= {"HOME": home, "TERM": "xterm", "PYTHON_COLORS": "0"}
        process = subprocess.Popen(
            [sys.executable, "-q"], stdin=slave, stdout=slave, stderr=slave, env=environment
        )
        os.close(slave)
        shown = b""
        since_line = b""
        waiting = list(lines)
        end = time.monotonic() + PATIENCE
        try:
            while time.monotonic() < end and process.poll() is None:
                if select.select([master], [], [], 0.1)[0]:
                    data = os.read(master, 1000)
                    shown += data
                    since_line += data
                elif waiting and b">>> " in since_line:
                    since_line = b""
                    os.write(master, waiting.pop(0).encode() + b"\n")
        except OSError:  # the end: nobody has the other side open
            pass
        process.kill()
        process.wait()
    os.close(master)
    return shown.decode(errors="replace").replace("\r", "")


class Interactive(unittest.TestCase):
    def test_new_repl(self):
        shown = talk(["6 * 7", "1 +", "exit()"])
        self.assertIn("42", shown)
        self.assertIn('File "<python-input-1>", line 1', shown)
        self.assertIn("SyntaxError: invalid syntax", shown)

    def test_basic_repl_and_startup_file(self):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as startup:
            startup.write("answer = 42\nprint('start' + 'ed')\n")
            startup.flush()
            shown = talk(
                ["answer + 1", "exit()"], PYTHON_BASIC_REPL="1", PYTHONSTARTUP=startup.name
            )
        self.assertIn("started", shown)
        self.assertIn("43", shown)


if __name__ == "__main__":
    unittest.main()
