"""Every module of the standard library is there with the names it has on CPython.

One process of CPython tells its names; what differs stands below with its reason.
"""

import json
import pathlib
import subprocess
import sys
import unittest

ORACLE = pathlib.Path(__file__).resolve().parent.parent / "oracle"

# They do something when they are imported, or print.
NOT_IMPORTED = {"antigravity", "this", "__hello__", "__phello__"}

ABSENT = {
    "idlelib": "it needs Tk, which is not shipped",
    "turtledemo": "it needs Tk, which is not shipped",
}

IN_JAVA = {
    "_bisect",
    "_heapq",
    "_interpchannels",
    "_interpqueues",
    "_interpreters",
    "_json",
    "_pickle",
    "_posixsubprocess",
    "_queue",
    "_random",
    "_struct",
    "array",
    "binascii",
    "cmath",
    "math",
}  # builtin modules: without a __file__

FORKING = "the JVM cannot fork"
MISSING = {
    "_heapq": ({"__about__"}, "a text about CPython's C code"),
    "_sre": ({"copyright"}, "a text about CPython's C code"),
    "encodings": ({"utf_8"}, "UTF-8 is decoded without importing it"),
    "faulthandler": (
        {
            "_fatal_error_c_thread",
            "_read_null",
            "_sigabrt",
            "_sigfpe",
            "_sigsegv",
            "_stack_overflow",
        },
        "ways to crash CPython, for its tests",
    ),
    "itertools": ({"_tee_dataobject"}, "tee() keeps its items in a list of Java's"),
    "os": ({"_spawnvef", "fork", "forkpty"}, FORKING),
    "posix": ({"fork", "forkpty"}, FORKING),
    "socketserver": (
        {
            "ForkingMixIn",
            "ForkingTCPServer",
            "ForkingUDPServer",
            "ForkingUnixDatagramServer",
            "ForkingUnixStreamServer",
        },
        FORKING,
    ),
    "sys": ({"_dump_tracelets"}, "traces of CPython's own JIT"),
}

SPAWNING = {"P_NOWAIT", "P_NOWAITO", "P_WAIT", "spawnv", "spawnve", "spawnvp", "spawnvpe"}
MORE = {
    "posix": (SPAWNING, "os makes them of fork() on CPython"),
}


def names():
    """{module: its names, or the message of its ImportError}."""
    import importlib
    import warnings

    found = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in sorted(sys.stdlib_module_names - NOT_IMPORTED):
            try:
                found[name] = sorted(dir(importlib.import_module(name)))
            except ImportError as error:
                found[name] = str(error)
    return found


def without_files(module, names):
    return set(names) - ({"__file__"} if module in IN_JAVA else set())


@unittest.skipUnless(ORACLE.exists(), "no CPython to compare with")
class StandardLibrary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        command = [str(ORACLE), __file__, "names"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        cls.expected = json.loads(done.stdout)
        cls.found = names()

    def test_same_modules(self):
        self.assertEqual(set(self.found), set(self.expected))

    def test_modules_can_be_imported(self):
        absent = {
            name: self.found[name]
            for name, on_cpython in self.expected.items()
            if isinstance(on_cpython, list)
            and isinstance(self.found[name], str)
            and name not in ABSENT
        }
        self.assertEqual(absent, {})

    def test_same_names(self):
        for module, expected in self.expected.items():
            found = self.found[module]
            if isinstance(expected, str) or isinstance(found, str):
                continue
            missing, _ = MISSING.get(module, (set(), ""))
            more, _ = MORE.get(module, (set(), ""))
            with self.subTest(module):
                wanted = without_files(module, expected)
                self.assertEqual(wanted - set(found) - missing, set())
                self.assertEqual(without_files(module, found) - wanted - more, set())


if __name__ == "__main__":
    if sys.argv[1:] == ["names"]:
        json.dump(names(), sys.stdout)
    else:
        unittest.main()
