"""Objects in an extension's own memory: nobody touches it after their end."""

import _imp
import gc
import importlib.util
import unittest
import weakref

import _testcapi
import capi_memory as c


class OwnMemory(unittest.TestCase):
    def test_freed_memory_is_left_alone(self):
        before, _ = c.freed_objects()
        for number in range(3000):
            own = c.make(number)
            self.assertEqual(own.number, number)
            if number % 3 == 0:
                weakref.ref(own)
            if number % 1000 == 0:
                del own
                gc.collect()
        own = None
        gc.collect()
        # What is still to be freed may come with the next calls into C.
        for _ in range(200):
            c.freed_objects()
        gc.collect()
        count, changed = c.freed_objects()
        self.assertEqual(changed, 0)
        self.assertGreater(count - before, 2900)

    def test_weak_reference_ends(self):
        own = c.make(7)
        reference = weakref.ref(own)
        self.assertIs(reference(), own)
        del own
        gc.collect()
        self.assertIsNone(reference())


class FailingAllocations(unittest.TestCase):
    """Every allocation of an import fails once, at best with the exception for it."""

    def attempt(self, spec, number):
        _testcapi.set_nomemory(number, number + 1)
        try:
            _imp.exec_dynamic(_imp.create_dynamic(spec))
        except (MemoryError, SystemError):
            return False
        finally:
            _testcapi.remove_mem_hooks()
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
