"""Auditing events (PEP 578) with their arguments, as the manual's table has them."""

import _thread
import marshal
import os
import sys
import tempfile
import time
import types
import unittest

SEEN = []
WATCHED = [False]


def hook(event, arguments):
    if WATCHED[0]:
        SEEN.append((event, arguments))


sys.addaudithook(hook)


def events(function, *prefixes):
    """What is seen while a function runs, of the events that begin so."""
    SEEN.clear()
    WATCHED[0] = True
    try:
        function()
    finally:
        WATCHED[0] = False
    return [(name, args) for name, args in SEEN if name.startswith(prefixes)]


class Audit(unittest.TestCase):
    def test_code(self):
        seen = events(lambda: exec("1"), "compile", "exec")
        self.assertEqual(seen[0], ("compile", (b"1", "<string>")))
        self.assertIsInstance(seen[1][1][0], types.CodeType)
        code = compile("1", "file", "exec")
        self.assertEqual(events(lambda: exec(code), "compile", "exec"), [("exec", (code,))])
        self.assertEqual(
            events(lambda: types.FunctionType(code, {}), "function."),
            [("function.__new__", (code,))],
        )

    def test_import(self):
        with self.assertRaises(ImportError):
            events(lambda: __import__("no_such_module_here"))
        self.assertEqual(
            [event for event in SEEN if event[0] == "import"],
            [
                (
                    "import",
                    ("no_such_module_here", None, sys.path, sys.meta_path, sys.path_hooks),
                )
            ],
        )

    def test_attributes(self):
        class A:
            pass

        class B:
            pass

        def f():
            pass

        a = A()
        changes = {
            (A, "__name__"): "C",
            (A, "__bases__"): (object,),
            (a, "__class__"): B,
            (f, "__defaults__"): (1,),
            (f, "__kwdefaults__"): {},
        }
        for (owner, name), value in changes.items():
            with self.subTest(name):
                self.assertEqual(
                    events(lambda: setattr(owner, name, value), "object.__setattr__"),
                    [("object.__setattr__", (owner, name, value))],
                )
        self.assertEqual(
            events(lambda: delattr(f, "__defaults__"), "object."),
            [("object.__delattr__", (f, "__defaults__"))],
        )

    def test_marshal(self):
        data = marshal.dumps([1])
        self.assertEqual(
            events(lambda: marshal.dumps(1), "marshal"), [("marshal.dumps", (1, marshal.version))]
        )
        self.assertEqual(
            events(lambda: marshal.loads(data), "marshal"), [("marshal.loads", (data,))]
        )

    def test_time_and_threads(self):
        self.assertEqual(events(lambda: time.sleep(0), "time"), [("time.sleep", (0,))])
        with self.assertRaises(ValueError):
            events(lambda: time.sleep(-1))
        self.assertEqual(SEEN, [("time.sleep", (-1,))])
        self.assertEqual(
            events(lambda: _thread.start_new_thread(int, ()), "_thread"),
            [("_thread.start_new_thread", (int, (), None))],
        )

    def test_files(self):
        with tempfile.TemporaryDirectory() as directory:
            name = os.path.join(directory, "file")
            seen = events(lambda: open(name, "wb").close(), "open")
            self.assertEqual([args[:2] for _, args in seen], [(name, "w")])
            self.assertEqual(
                events(lambda: os.chmod(name, 0o600), "os"), [("os.chmod", (name, 0o600, -1))]
            )
            self.assertEqual(
                events(lambda: os.truncate(name, 3), "os"), [("os.truncate", (name, 3))]
            )
            self.assertEqual(
                events(lambda: os.utime(name, (1, 2)), "os"),
                [("os.utime", (name, (1, 2), None, -1))],
            )
            other = name + "2"
            self.assertEqual(
                events(lambda: os.symlink(name, other), "os"), [("os.symlink", (name, other, -1))]
            )
        self.assertEqual(
            events(lambda: os.putenv("AUDITED", "1"), "os"), [("os.putenv", (b"AUDITED", b"1"))]
        )

    def test_a_hook_forbids(self):
        class Forbidden(Exception):
            pass

        def forbid(event, arguments):
            if event == "os.rmdir" and WATCHED[0]:
                raise Forbidden

        sys.addaudithook(forbid)
        with tempfile.TemporaryDirectory() as directory:
            with self.assertRaises(Forbidden):
                events(lambda: os.rmdir(directory))
            self.assertTrue(os.path.isdir(directory))


if __name__ == "__main__":
    unittest.main()
