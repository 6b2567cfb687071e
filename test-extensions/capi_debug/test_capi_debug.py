"""The options --capi-trace and --capi-debug: what they print of calls and of mistakes."""

import os
import pathlib
import re
import subprocess
import sys
import unittest

BUILT = pathlib.Path(os.environ["JABIRU_TEST_BUILT"])
START = f"import sys; sys.path.insert(0, {str(BUILT / 'bad_input')!r}); import lifetimes as m; "


def run(option, program):
    """Output, and the lines of stderr that are the option's."""
    command = [sys.executable, option, "-c", START + program]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout, done.stderr


@unittest.skipUnless("Jabiru" in sys.version, "options of Jabiru's")
class Trace(unittest.TestCase):
    def test_calls_both_ways(self):
        _, trace = run("--capi-trace", "m.clean(5)")
        self.assertRegex(trace, r"J> clean\(<module>, 5\)\n  C> PyObject_Repr\(.*\) -> '\(5, 5\)'")
        self.assertRegex(trace, r"J< '\(5, 5\)'")

    def test_errors(self):
        _, trace = run("--capi-trace", "m.leak('a')")
        self.assertRegex(trace, r"J> leak\(<module>, 'a'\)(.|\n)* raises TypeError\(")

    def test_nothing_without(self):
        output, errors = run("-I", "print(m.clean(5))")
        self.assertEqual((output, errors), ("(5, 5)\n", ""))


@unittest.skipUnless("Jabiru" in sys.version, "options of Jabiru's")
class Debug(unittest.TestCase):
    def test_use_after_free(self):
        _, errors = run("--capi-debug", "m.use_after_free()")
        self.assertRegex(
            errors,
            r"use after free: PyObject_Repr was given 0x\w+, "
            r"made by PyList_New called at lifetimes\.abi3\.so\+0x",
        )
        self.assertIn("SystemError: PyObject_Repr() was given an object that was freed", errors)

    def test_reference_given_up_twice(self):
        _, errors = run("--capi-debug", "m.count_after_free()")
        self.assertRegex(
            errors, r"use after free: Py_DE\w+ was given 0x\w+, made by PyFloat_FromDouble"
        )

    def test_leak(self):
        _, errors = run("--capi-debug", "m.leak(1000)")
        self.assertRegex(
            errors, r"jabiru: +1000 x bytes, made by PyBytes_FromString called at life"
        )

    def test_nothing_wrong(self):
        output, errors = run("--capi-debug", "[m.clean([i]) for i in range(500)]; print('end')")
        self.assertEqual(output, "end\n")
        held = int(re.search(r"C still holds (\d+) objects", errors)[1])
        self.assertLess(held, 20)
        self.assertNotIn("use after free", errors)


@unittest.skipUnless("Jabiru" in sys.version, "options of Jabiru's")
class FailingAllocations(unittest.TestCase):
    def test_each_of_an_import(self):
        """Memory that is not there is an exception, wherever that is, and never the end."""
        program = "import sys; sys.path[:0] = sys.argv[1:]; import random_calls; print('there')"
        failed = 0
        for number in range(1, 40, 3):
            done = subprocess.run(
                [sys.executable, "--capi-debug", "-c", program, str(BUILT / "random_calls")],
                env={**os.environ, "JABIRU_FAIL_ALLOCATION": str(number)},
                capture_output=True,
                text=True,
            )
            if done.returncode == 0:
                self.assertEqual(done.stdout, "there\n")
                break
            failed += 1
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertRegex(done.stderr, r"(?m)^(Memory|System)Error")
        self.assertGreater(failed, 0)


if __name__ == "__main__":
    unittest.main()
