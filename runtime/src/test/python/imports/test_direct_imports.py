"""Modules that are imported without importlib's Python code are no others than those that are."""

import importlib
import importlib.machinery
import os
import sys
import tempfile
import threading
import unittest


def watched(function):
    """Calls a function while something watches, so that importlib does the work."""
    sys.setprofile(lambda *arguments: None)
    try:
        return function()
    finally:
        sys.setprofile(None)


def load(name):
    return __import__(name, fromlist=["x"])


def look(module):
    spec = module.__spec__
    seen = {k: v for k, v in vars(module).items() if k.startswith("__")}
    for own in ("__builtins__", "__spec__", "__loader__"):
        seen.pop(own)
    facts = {k: v for k, v in vars(spec).items() if k != "loader"}
    return list(vars(module)), seen, facts, type(spec.loader), vars(spec.loader)


class DirectImports(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = scratch.name
        sys.path.insert(0, self.directory)
        self.addCleanup(sys.path.remove, self.directory)
        before = set(sys.modules)
        self.addCleanup(lambda: [sys.modules.pop(n) for n in set(sys.modules) - before])

    def write(self, name, text):
        path = os.path.join(self.directory, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        importlib.invalidate_caches()

    def test_same_as_importlib(self):
        self.write("plain.py", "x = 1\n")
        self.write("package/__init__.py", "from . import inner\n")
        self.write("package/inner.py", "from package import nothing as y\n")
        self.write("package/nothing.py", "")
        for name in ("plain", "package", "package.inner"):
            direct = load(name)
            for known in [n for n in sys.modules if n.partition(".")[0] == name.partition(".")[0]]:
                del sys.modules[known]
            other = watched(lambda: load(name))
            self.assertIsNot(direct, other)
            self.assertEqual(look(direct), look(other))

    def test_missing(self):
        self.write("package/__init__.py", "")
        for name in ("nowhere", "package.nowhere", "sys.nowhere"):
            with self.assertRaises(ModuleNotFoundError) as direct:
                load(name)
            with self.assertRaises(ModuleNotFoundError) as other:
                watched(lambda: load(name))
            self.assertEqual(str(direct.exception), str(other.exception))
            self.assertEqual(direct.exception.name, name)

    def test_none_in_modules(self):
        sys.modules["halted"] = None
        self.write("halted.py", "")
        with self.assertRaisesRegex(ModuleNotFoundError, "import of halted halted"):
            import halted

    def test_failing_body(self):
        self.write("failing.py", "import sys\nassert 'failing' in sys.modules\n1 / 0\n")
        try:
            load("failing")
        except ZeroDivisionError as error:
            last = error.__traceback__
            while last.tb_next:
                last = last.tb_next
            self.assertEqual(last.tb_lineno, 3)
        else:
            self.fail("no exception")
        self.assertNotIn("failing", sys.modules)

    def test_broken_source(self):
        self.write("broken.py", "x = = 1\n")
        with self.assertRaises(SyntaxError) as caught:
            load("broken")
        self.assertEqual(caught.exception.lineno, 1)

    def test_replaces_itself(self):
        self.write("other.py", "import sys\nsys.modules[__name__] = 'something else'\n")
        import other

        self.assertEqual(other, "something else")

    def test_circular(self):
        self.write("first.py", "import second\nx = 1\n")
        self.write("second.py", "import first\nseen = hasattr(first, 'x')\n")
        import first
        import second

        self.assertIs(second.seen, False)

    def test_changed_source(self):
        self.write("changing.py", "x = 1\n")
        self.assertEqual(load("changing").x, 1)
        del sys.modules["changing"]
        self.write("changing.py", "x = 'another length'\n")
        self.assertEqual(load("changing").x, "another length")

    def test_cache_elsewhere(self):
        self.write("cached.py", "x = 1\n")
        old, sys.pycache_prefix = sys.pycache_prefix, os.path.join(self.directory, "cache")
        try:
            module = load("cached")
        finally:
            sys.pycache_prefix = old
        self.assertTrue(module.__cached__.startswith(self.directory + "/cache/"))

    def test_importlib_that_was_changed(self):
        self.write("found.py", "")
        finder = importlib.machinery.FileFinder
        original, asked = finder.find_spec, []

        def find_spec(self, name, target=None):
            asked.append(name)
            return original(self, name, target)

        finder.find_spec = find_spec
        try:
            load("found")
        finally:
            finder.find_spec = original
        self.assertIn("found", asked)

    def test_other_finders(self):
        class Finder:
            @staticmethod
            def find_spec(name, path, target=None):
                asked.append((name, path))

        self.write("found.py", "")
        asked = []
        sys.meta_path.insert(0, Finder)
        try:
            load("found")
        finally:
            sys.meta_path.remove(Finder)
        self.assertEqual(asked, [("found", None)])

    def test_threads_wait(self):
        self.write("slow.py", "import time\ntime.sleep(0.3)\ndone = True\n")
        seen = []

        def use():
            import slow

            seen.append(getattr(slow, "done", False))

        threads = [threading.Thread(target=use) for _ in range(4)]
        for thread in threads:
            thread.start()
        use()
        for thread in threads:
            thread.join()
        self.assertEqual(seen, [True] * 5)

    def test_body_waits_for_a_thread(self):
        self.write("helper.py", "x = 1\n")
        self.write(
            "waiting.py",
            "import threading\n"
            "def work():\n"
            "    import helper\n"
            "    found.append(helper.x)\n"
            "found = []\n"
            "thread = threading.Thread(target=work)\n"
            "thread.start()\n"
            "thread.join(20)\n",
        )
        import waiting

        self.assertEqual(waiting.found, [1])


if __name__ == "__main__":
    unittest.main()
