"""Imports whose allocations fail."""

import _imp
import importlib.util
import unittest

import capi_allocation as c


class FailingAllocations(unittest.TestCase):
    """Every allocation of an import fails once, at best with the exception for it."""

    def attempt(self, spec, number):
        c.fail(number)
        try:
            _imp.exec_dynamic(_imp.create_dynamic(spec))
        except (MemoryError, SystemError):
            return False
        finally:
            c.work()
        return True

    def test_import(self):
        for name in ("gcsupport", "slots", "modules", "structseq", "capsule"):
            name = "capi_" + name
            with self.subTest(name):
                spec = importlib.util.find_spec(name)
                if spec is None:
                    self.skipTest("not in this flavour")
                self.attempt(spec, 10**6)
                done = [self.attempt(spec, number) for number in range(150)]
                self.assertFalse(all(done))
                self.assertTrue(self.attempt(spec, 10**6))


if __name__ == "__main__":
    unittest.main()
