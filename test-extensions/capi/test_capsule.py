"""Capsules (C-API manual, Capsules)."""

import gc
import unittest

import capi_capsule as c


class Capsule(unittest.TestCase):
    def test_read(self):
        for name in "capi_capsule.api", "é", "", None:
            capsule = c.make(name)
            self.assertEqual(c.read(capsule, name), (17, 18, name))
            self.assertTrue(c.is_valid(capsule, name))
            self.assertEqual(type(capsule).__name__, "PyCapsule")

    def test_wrong_name(self):
        capsule = c.make("name")
        for other in "Name", "", None:
            self.assertFalse(c.is_valid(capsule, other))
            with self.assertRaisesRegex(ValueError, "called with incorrect name"):
                c.read(capsule, other)

    def test_no_capsule(self):
        for other in 1, None, object():
            self.assertFalse(c.is_valid(other, "name"))
            with self.assertRaisesRegex(ValueError, "called with invalid PyCapsule object"):
                c.read(other, "name")
        with self.assertRaisesRegex(ValueError, "called with null pointer"):
            c.null()

    def test_change(self):
        capsule = c.make("name")
        c.change(capsule)
        self.assertEqual(c.read(capsule, "changed"), (18, 18, "changed"))

    def test_repr(self):
        self.assertRegex(repr(c.make("a name")), r'^<capsule object "a name" at 0x[0-9a-f]+>$')
        self.assertRegex(repr(c.make(None)), r"^<capsule object NULL at 0x[0-9a-f]+>$")

    def test_import(self):
        c.api = c.make("capi_capsule.api")
        self.assertEqual(c.import_("capi_capsule.api"), 17)
        c.other = c.make("another name")
        with self.assertRaisesRegex(AttributeError, 'PyCapsule_Import "capi_capsule.other" is not'):
            c.import_("capi_capsule.other")
        with self.assertRaises(AttributeError):
            c.import_("capi_capsule.missing")
        with self.assertRaises(ImportError):
            c.import_("no_such_module_here.api")

    def test_destructor(self):
        for _ in range(3):
            gc.collect()
        before = c.get_destroyed()
        capsules = [c.make("name") for _ in range(20)]
        self.assertEqual(c.get_destroyed(), before)
        del capsules
        for _ in range(5):
            gc.collect()
            c.get_destroyed()
        self.assertEqual(c.get_destroyed(), before + 20 * 17)


if __name__ == "__main__":
    unittest.main()
