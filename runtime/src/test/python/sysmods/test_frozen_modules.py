"""What the start imports looks as if importlib had done it."""

import _imp
import abc
import os
import stat
import sys
import time
import unittest
import zipimport


class FrozenModulesTest(unittest.TestCase):
    def test_frozen(self):
        for module in (abc, os, stat, zipimport):
            name = module.__name__
            spec = module.__spec__
            with self.subTest(name):
                self.assertEqual(spec.name, name)
                self.assertEqual(spec.origin, "frozen")
                self.assertEqual(spec.loader.__name__, "FrozenImporter")
                self.assertIs(module.__loader__, spec.loader)
                self.assertFalse(spec.has_location)
                self.assertIsNone(spec.submodule_search_locations)
                self.assertEqual(module.__package__, "")
                self.assertEqual(spec.loader_state.origname, name)
                self.assertEqual(module.__file__, f"{sys._stdlib_dir}/{name}.py")
                self.assertNotIn("__cached__", vars(module))

    def test_same_as_importlib(self):
        for module in (os, time):
            spec = module.__spec__
            again = type(spec)(spec.name, spec.loader, origin=spec.origin, is_package=False)
            again.loader_state = spec.loader_state
            again._initializing = False
            self.assertEqual(vars(again), vars(spec))

    def test_code(self):
        self.assertEqual(os.getenv.__code__.co_filename, "<frozen os>")
        self.assertEqual(_imp.find_frozen("os")[1:], (False, "os"))
        self.assertIsNone(_imp.find_frozen("enum"))
        self.assertTrue(_imp.is_frozen_package("__phello__"))
        with self.assertRaisesRegex(ImportError, "No such frozen object named 'enum'"):
            _imp.get_frozen_object("enum")
        data = _imp.find_frozen("abc", withdata=True)[0]
        self.assertEqual(_imp.get_frozen_object("abc", data).co_filename, "<frozen abc>")
        with self.assertRaisesRegex(ImportError, "Frozen object named 'abc' is invalid"):
            _imp.get_frozen_object("abc", b"")

    def test_package(self):
        import __phello__.spam

        self.assertEqual(__phello__.__path__, [f"{sys._stdlib_dir}/__phello__"])
        self.assertEqual(__phello__.spam.__spec__.parent, "__phello__")


if __name__ == "__main__":
    unittest.main()
