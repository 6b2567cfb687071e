"""gc.collect() asked for while a collection runs does nothing."""

import gc
import unittest


class CollectInFinalizer(unittest.TestCase):
    def test_returns_at_once(self):
        results = []

        class Evil:
            def __init__(self):
                self.myself = self

            def __del__(self):
                results.append(gc.collect())

        gc.collect()
        for _ in range(5):
            Evil()
        gc.collect()
        gc.collect()
        self.assertEqual(results, [0] * 5)


if __name__ == "__main__":
    unittest.main()
