"""The command `jabiru abi-check`: what it says of good, foreign and damaged files."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

BUILT = pathlib.Path(os.environ["JABIRU_TEST_BUILT"])


def check(*files):
    """Exit status, output, errors."""
    done = subprocess.run(
        [sys.executable, "abi-check", *map(str, files)], capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


@unittest.skipUnless("Jabiru" in sys.version, "a command of Jabiru's")
class AbiCheck(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)
        self.library = (BUILT / "calls" / "capi_list.abi3.so").read_bytes()

    def file(self, name, content):
        path = self.scratch / name
        path.write_bytes(content)
        return path

    def refused(self, content, message, name="x.abi3.so"):
        status, output, errors = check(self.file(name, content))
        self.assertEqual((status, output), (2, ""))
        self.assertIn(message, errors)

    def test_stable_abi(self):
        status, output, _ = check(BUILT / "calls" / "capi_list.abi3.so")
        self.assertEqual(status, 0)
        self.assertIn("extension module for the stable ABI", output)
        self.assertRegex(output, r"stable ABI +\d+ of them, limited API 3\.\d+ or later")
        self.assertRegex(output, r"verdict +loads\n")

    def test_version_is_the_newest_symbol(self):
        _, output, _ = check(BUILT / "inline" / "capi_refcounts.abi3.so")
        self.assertIn("limited API 3.5 or later (because of PyModuleDef_Init)", output)

    def test_beyond_the_stable_abi(self):
        path = next((BUILT / "full").glob("capi_refcounts*.so"))
        status, output, _ = check(path)
        self.assertEqual(status, 0)
        self.assertIn("extension module for one version of CPython", output)

    def test_missing_symbol(self):
        changed = self.library.replace(b"PyList_Append\0", b"PyList_Prepen\0")
        status, output, _ = check(self.file("x.abi3.so", changed))
        self.assertEqual(status, 1)
        self.assertRegex(output, r"missing +PyList_Prepen\n")
        self.assertIn("does not load: 1 symbol is missing", output)

    def test_other_version(self):
        path = self.file("x.cpython-312-x86_64-linux-gnu.so", self.library)
        status, output, _ = check(path)
        self.assertEqual(status, 1)
        self.assertIn("built for CPython 3.12 by its name", output)
        path = self.file("x.cpython-314t-x86_64-linux-gnu.so", self.library)
        self.assertIn("3.14, free-threaded, by its name", check(path)[1])

    def test_not_elf(self):
        self.refused(b"", "not an ELF file: it is empty")
        self.refused(b"#!/bin/sh\n", "not an ELF file: other content")
        self.refused(b"MZ\x90\0", "it is a library for Windows")
        self.refused(b"\xcf\xfa\xed\xfe", "it is a library for macOS")

    def test_wrong_machine(self):
        changed = bytearray(self.library)
        changed[18] = 183
        self.refused(bytes(changed), "for another machine: AArch64")
        changed = bytearray(self.library)
        changed[4] = 1
        self.refused(bytes(changed), "for another machine: 32 bits")

    def test_truncated(self):
        for size in (5, 63, 64, 200, 1000, len(self.library) // 8):
            with self.subTest(size=size):
                self.refused(self.library[:size], "truncated")

    def test_any_damage_is_an_error_or_a_report(self):
        for at in range(16, 1200, 23):
            changed = bytearray(self.library)
            changed[at] ^= 0xFF
            self.file(f"{at}.abi3.so", bytes(changed))
        status, _, errors = check(*self.scratch.glob("*.so"))
        self.assertIn(status, (0, 1, 2))
        self.assertNotIn("Exception", errors)

    def test_no_shared_library(self):
        changed = bytearray(self.library)
        changed[16] = 1
        self.refused(bytes(changed), "not a shared library")

    def test_missing_file(self):
        status, _, errors = check(self.scratch / "nothing.so")
        self.assertEqual(status, 2)
        self.assertIn("no such file", errors)

    def test_wheel(self):
        path = self.scratch / "x-1-cp39-abi3-linux_x86_64.whl"
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr("x/__init__.py", "")
            wheel.writestr("x/list.abi3.so", self.library)
        status, output, _ = check(path)
        self.assertEqual(status, 0)
        self.assertTrue(output.startswith("x/list.abi3.so\n"))

    def test_wheel_for_another_system(self):
        path = self.scratch / "x-1-cp39-abi3-win_amd64.whl"
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr("x/list.pyd", b"MZ")
        status, _, errors = check(path)
        self.assertEqual(status, 2)
        self.assertIn("a wheel for another operating system", errors)
        self.refused(b"PK\3\4", "", "broken.whl")

    def test_pure_wheel(self):
        path = self.scratch / "x-1-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr("x/__init__.py", "")
        status, output, _ = check(path)
        self.assertEqual(status, 0)
        self.assertIn("nothing in it but Python", output)

    def test_usage(self):
        self.assertEqual(check()[0], 2)
        self.assertIn("usage: jabiru abi-check", check()[2])


if __name__ == "__main__":
    unittest.main()
