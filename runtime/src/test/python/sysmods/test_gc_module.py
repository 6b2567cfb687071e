"""gc: what it tells of objects and of the collections that were asked for."""

import gc
import unittest


class Told(unittest.TestCase):
    def test_tracked(self):
        class Made:
            pass

        for o in (type, int, object, object(), b"", 1j, bytearray()):
            self.assertFalse(gc.is_tracked(o), o)
        for o in (Made, Made(), [], gc, set(), lambda: 0):
            self.assertTrue(gc.is_tracked(o), o)

    def test_referents(self):
        class Made:
            pass

        made = Made()
        made.name = "x"
        self.assertEqual(gc.get_referents(4j, b"x", object()), [])
        self.assertIn(Made, gc.get_referents(made))
        self.assertEqual(sorted(gc.get_referents([1, 2], {3: 4}, (0,))), [0, 1, 2, 3, 4])

    def test_finalized(self):
        class Plain:
            def __del__(self):
                kept.append(self)

        class InList(list):
            def __del__(self):
                kept.append(self)

        for cls in (Plain, InList):
            kept = []
            o = cls()
            self.assertFalse(gc.is_finalized(o))
            del o
            gc.collect()
            self.assertTrue(gc.is_finalized(kept[0]))
        self.assertFalse(gc.is_finalized(3))

    def test_counts(self):
        old = [g["collections"] for g in gc.get_stats()]
        gc.disable()
        try:
            gc.collect(0)
            gc.collect(1)
            gc.collect(1)
            gc.collect()
        finally:
            gc.enable()
        new = [g["collections"] for g in gc.get_stats()]
        self.assertEqual([n - o for n, o in zip(new, old)], [1, 0, 1])


if __name__ == "__main__":
    unittest.main()
