"""Py_AtExit: the functions run when modules and what they held have ended."""

import subprocess
import sys
import textwrap
import unittest

START = """
    import capi_exit_functions as c
    assert c.count_at_exit()
"""


def run(program):
    code = textwrap.dedent(START) + textwrap.dedent(program)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


class ExitFunctions(unittest.TestCase):
    def assertNothingLeft(self, program, status=0):
        self.assertEqual(run(program), (status, "left: 0 objects, 0 types, finalizing 1\n", ""))

    def test_nothing_made(self):
        self.assertNothingLeft("")

    def test_globals(self):
        self.assertNothingLeft("""
            kept = [c.Counted(), {"a": c.Counted((c.Counted(), c.Counted))}]
            assert c.count()[0] == 3
        """)

    def test_cycles(self):
        self.assertNothingLeft("""
            a = c.Counted()
            a.__init__([a, c])
            b = c.Counted(a)
            def f(): return b
            b.__init__(f)
        """)

    def test_classes(self):
        self.assertNothingLeft("""
            class A(c.Counted):
                shared = c.Counted()
            class B(A):
                def method(self): return B
            assert c.count()[1] == 3
            many = [type(f"C{i}", (B,), {"number": i}) for i in range(50)]
            objects = [cls(cls) for cls in many]
        """)

    def test_other_modules(self):
        self.assertNothingLeft("""
            import collections, json, sys, types
            json.kept = c.Counted()
            sys.modules["made"] = made = types.ModuleType("made")
            made.kept = collections.OrderedDict(a=c.Counted(made))
        """)

    def test_finalizer(self):
        status, out, err = run("""
            class A:
                def __del__(self): print("end of", self.value is not None)
            a = A()
            a.value = c.Counted(a)
        """)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(out, "end of True\nleft: 0 objects, 0 types, finalizing 1\n")

    def test_exit_status(self):
        self.assertNothingLeft("import sys; a = c.Counted(); sys.exit(3)", 3)


if __name__ == "__main__":
    unittest.main()
