"""Objects in an extension's own memory: nobody touches it after their end."""

import gc
import unittest
import weakref

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


if __name__ == "__main__":
    unittest.main()
