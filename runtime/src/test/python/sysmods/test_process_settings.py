import os
import subprocess
import sys
import unittest


def output(program, *options, **variables):
    names = ("PYTHONHASHSEED", "PYTHONUTF8", "LC_ALL", "LC_CTYPE", "LANG")
    env = {k: v for k, v in os.environ.items() if k not in names}
    env.update(variables)
    command = [sys.executable, *options, "-c", program]
    return subprocess.run(command, env=env, capture_output=True, text=True).stdout.strip()


class HashSeed(unittest.TestCase):
    PROGRAM = "import sys; print(hash('abc'), hash(b'abc'), sys.flags.hash_randomization)"

    def test_seeds(self):
        zero = "-4594863902769663758"
        self.assertEqual(output(self.PROGRAM, PYTHONHASHSEED="0"), f"{zero} {zero} 0")
        other = "3869580338025362921"
        self.assertEqual(output(self.PROGRAM, PYTHONHASHSEED="42"), f"{other} {other} 1")

    def test_random(self):
        first = output(self.PROGRAM, "-R", PYTHONHASHSEED="0")
        self.assertNotEqual(first, output(self.PROGRAM, PYTHONHASHSEED="random"))
        of_str, of_bytes, randomized = first.split()
        self.assertEqual((of_str, randomized), (of_bytes, "1"))


class Utf8Mode(unittest.TestCase):
    PROGRAM = "import io, sys; print(sys.flags.utf8_mode, sys.stdin.errors, io.text_encoding(None))"

    def test_modes(self):
        poor = "1 surrogateescape utf-8"
        self.assertEqual(output(self.PROGRAM, LC_ALL="C"), poor)
        self.assertEqual(output(self.PROGRAM, "-X", "utf8", LC_ALL="C.UTF-8"), poor)
        rich = "0 surrogateescape locale"
        self.assertEqual(output(self.PROGRAM, LC_ALL="C.UTF-8"), rich)
        self.assertEqual(output(self.PROGRAM, LC_ALL="C.UTF-8", PYTHONUTF8="0"), rich)


if __name__ == "__main__":
    unittest.main()
