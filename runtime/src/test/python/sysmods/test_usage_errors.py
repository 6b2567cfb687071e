"""Command lines that cannot be understood, and what -i prints after a command."""

import subprocess
import sys
import unittest


def run(*arguments):
    done = subprocess.run(
        [sys.executable, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


class UsageErrors(unittest.TestCase):
    def check(self, arguments, first, status=2):
        got = run(*arguments)
        self.assertEqual(got[:2], (status, ""))
        self.assertEqual(got[2].splitlines()[0], first)

    def test_unknown_option(self):
        self.check(["-Q"], "Unknown option: -Q")
        self.check(["--nosuch"], "Unknown option: --nosuch")

    def test_missing_argument(self):
        self.check(["-c"], "Argument expected for the -c option")

    def test_limit(self):
        name = "config_init_int_max_str_digits: -X int_max_str_digits"
        text = f"Fatal Python error: {name}: invalid limit; must be >= 640 or 0 for unlimited."
        self.check(["-X", "int_max_str_digits=5", "-c", "pass"], text, 1)

    def test_utf8_mode(self):
        text = "Fatal Python error: preconfig_init_utf8_mode: invalid -X utf8 option value"
        self.check(["-X", "utf8=2", "-c", "pass"], text, 1)

    def test_no_banner_after_a_command(self):
        self.assertEqual(run("-I", "-i", "-c", "print(1)"), (0, "1\n", ">>> \n"))


if __name__ == "__main__":
    unittest.main()
