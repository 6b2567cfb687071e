"""Objects of C types that are used in __del__, when they have become unreachable themselves."""

import gc
import sqlite3
import subprocess
import sys
import unittest


class User:
    """Uses a connection and a cursor when it dies."""

    def __init__(self, said):
        self.connection = sqlite3.connect(":memory:")
        self.cursor = self.connection.cursor()
        self.said = said

    def __del__(self):
        one = self.cursor.execute("select 7").fetchone()
        self.said.append(one + self.connection.execute("select 8").fetchone())


class NativeFinalizers(unittest.TestCase):
    def test_used_by_a_dying_object(self):
        said = []
        for _ in range(20):
            User(said)
        for _ in range(5):
            gc.collect()
        self.assertEqual(said, [(7, 8)] * 20)

    def test_used_in_a_cycle(self):
        said = []
        one, other = User(said), User(said)
        one.other, other.other = other, one
        del one, other
        for _ in range(5):
            gc.collect()
        self.assertEqual(said, [(7, 8)] * 2)

    def test_used_at_the_end(self):
        program = (
            "import sqlite3\n"
            "class A:\n"
            "    def __init__(self): self.c = sqlite3.connect(':memory:')\n"
            "    def __del__(self, print=print): print(self.c.execute('select 3').fetchone())\n"
            "a = A()\n"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
        self.assertEqual((done.stdout, done.stderr, done.returncode), ("(3,)\n", "", 0))


if __name__ == "__main__":
    unittest.main()
