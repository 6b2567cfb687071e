"""sys, marshal, errno, imports."""

import errno
import importlib
import marshal
import os
import sys
import tempfile
import types
import unittest


class SysTest(unittest.TestCase):
    def test_information(self):
        self.assertEqual(sys.version_info[:3], (3, 14, 3))
        self.assertEqual(sys.version_info.releaselevel, "final")
        self.assertTrue(sys.version.startswith("3.14.3 "))
        self.assertEqual(sys.implementation.name, "cpython")
        self.assertEqual(sys.hexversion, 0x030E03F0)
        self.assertEqual(sys.maxsize, 2**63 - 1)
        self.assertEqual(sys.float_info.epsilon, 2.0**-52)
        self.assertEqual(sys.hash_info.modulus, 2**61 - 1)
        self.assertIn("sys", sys.builtin_module_names)
        self.assertIn("os", sys.stdlib_module_names)
        self.assertIs(sys.modules["sys"], sys)
        self.assertRaises(TypeError, type(sys.flags))

    def test_exceptions(self):
        self.assertEqual(sys.exc_info(), (None, None, None))
        try:
            1 / 0
        except ZeroDivisionError as e:
            self.assertIs(sys.exception(), e)
            self.assertIs(sys.exc_info()[2], e.__traceback__)
        for status in (None, 3, "text", (1, 2)):
            with self.assertRaises(SystemExit) as c:
                sys.exit(status)
        self.assertEqual(c.exception.args, (1, 2))

    def test_limits(self):
        old = sys.getrecursionlimit()
        sys.setrecursionlimit(old + 10)
        self.assertEqual(sys.getrecursionlimit(), old + 10)
        sys.setrecursionlimit(old)
        self.assertRaises(ValueError, sys.setrecursionlimit, 0)
        interval = sys.getswitchinterval()
        sys.setswitchinterval(0.001)
        self.assertAlmostEqual(sys.getswitchinterval(), 0.001)
        sys.setswitchinterval(interval)
        self.assertRaises(ValueError, sys.set_int_max_str_digits, 1)

    def test_intern_and_frames(self):
        s = "".join(["in", "tern"])
        self.assertIs(sys.intern(s), sys.intern("".join(["int", "ern"])))
        self.assertEqual(sys._getframe().f_code.co_name, "test_intern_and_frames")
        self.assertEqual(sys._getframemodulename(), __name__)


class MarshalTest(unittest.TestCase):
    def test_round_trip(self):
        shared = ["é", b"x"]
        values = [
            None,
            True,
            ...,
            0,
            -1,
            2**31,
            -(2**100),
            1.5,
            float("inf"),
            2 - 3j,
            "",
            "é\udc80",
            "a" * 300,
            b"ab",
            (),
            (1, (2,)),
            [shared, shared],
            {"a": [1]},
            {1, 2},
            frozenset("ab"),
            slice(1, None, 2),
            StopIteration,
            tuple(range(300)),
        ]
        for value in values:
            for version in range(5 if isinstance(value, slice) else 0, 6):
                self.assertEqual(marshal.loads(marshal.dumps(value, version)), value)
        self.assertEqual(marshal.dumps(2**40, 5)[-1:], b"\x04")
        again = marshal.loads(marshal.dumps([shared, shared]))
        self.assertIs(again[0], again[1])

    def test_code(self):
        code = compile("x = [i * 2 for i in range(n)]", "name.py", "exec")
        again = marshal.loads(marshal.dumps(code))
        namespace = {"n": 3}
        exec(again, namespace)
        self.assertEqual(namespace["x"], [0, 2, 4])
        self.assertEqual(again.co_filename, "name.py")
        self.assertRaises(ValueError, marshal.dumps, code, allow_code=False)

    def test_errors(self):
        for bad in (b"", b"i\0"):
            self.assertRaises(EOFError, marshal.loads, bad)
        self.assertRaises(ValueError, marshal.loads, b"r\5\0\0\0")
        self.assertRaises(TypeError, marshal.loads, b"0")
        self.assertRaises(ValueError, marshal.dumps, object())


class ImportTest(unittest.TestCase):
    def test_package(self):
        with tempfile.TemporaryDirectory() as d:
            os.mkdir(os.path.join(d, "jabiru_pkg"))
            files = {
                "__init__.py": "from . import a\nfrom .a import value\n",
                "a.py": "value = 1\nfrom jabiru_pkg import b\n",
                "b.py": "from . import a\nname = __name__\n",
                "bad.py": "def f(:\n",
            }
            for name, text in files.items():
                with open(os.path.join(d, "jabiru_pkg", name), "w") as f:
                    f.write(text)
            sys.path.insert(0, d)
            try:
                import jabiru_pkg.b

                self.assertEqual(jabiru_pkg.b.name, "jabiru_pkg.b")
                self.assertEqual(jabiru_pkg.value, 1)
                cached = jabiru_pkg.a.__cached__
                self.assertTrue(cached.endswith(sys.implementation.cache_tag + ".pyc"))
                importlib.reload(jabiru_pkg.a)
                with self.assertRaises(SyntaxError):
                    import jabiru_pkg.bad
                with self.assertRaisesRegex(ImportError, "cannot import name 'nope'"):
                    from jabiru_pkg import nope
                with self.assertRaises(ModuleNotFoundError) as c:
                    import jabiru_pkg.missing
                self.assertEqual(c.exception.name, "jabiru_pkg.missing")
            finally:
                sys.path.remove(d)
                for name in [n for n in sys.modules if n.startswith("jabiru_pkg")]:
                    del sys.modules[name]

    def test_builtin_modules(self):
        self.assertEqual(errno.errorcode[errno.EAGAIN], "EAGAIN")
        self.assertIsInstance(sys, types.ModuleType)
        self.assertEqual(sys.__spec__.origin, "built-in")
        self.assertIn("built-in", repr(sys))


if __name__ == "__main__":
    unittest.main()
