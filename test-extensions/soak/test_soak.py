"""The short form of the soak test: nothing is left of 150,000 calls."""

import os
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
BUILT = os.path.join(os.environ["JABIRU_TEST_BUILT"], "soak")


class Soak(unittest.TestCase):
    def test_nothing_is_left(self):
        done = subprocess.run(
            [sys.executable, os.path.join(HERE, "load.py"), "150000"],
            env={**os.environ, "PYTHONPATH": BUILT},
            capture_output=True,
            text=True,
        )
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
