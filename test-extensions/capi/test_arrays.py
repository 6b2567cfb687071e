"""Arrays whose memory C code reads, writes and resizes without a call."""

import gc
import struct
import unittest
import weakref
from array import array

import capi_arrays as c


class Named(array):
    name = None


class Arrays(unittest.TestCase):
    def test_sizes(self):
        self.assertEqual(c.sizes(), (64, 64, 56))
        self.assertEqual(array.__basicsize__, 64)

    def test_fields(self):
        for code in "bBhHiIlLqQfd":
            a = array(code, [1, 2, 3])
            expected = (code, a.itemsize, 3, struct.pack(f"3{code}", 1, 2, 3))
            self.assertEqual(c.fields(a), expected)
        self.assertEqual(c.fields(array("w", "hé")), ("w", 4, 2, "hé".encode("utf-32-le")))
        self.assertEqual(c.fields(array("i"))[:3], ("i", 4, 0))

    def test_kinds(self):
        self.assertEqual(c.kind_about(array("h")), ("h", 1, 1))
        self.assertEqual(c.kind_about(array("Q")), ("Q", 1, 0))
        self.assertEqual(c.kind_about(array("d")), ("d", 0, 0))
        a = array("h", [5, -6])
        self.assertEqual(c.kind_get(a, 1), -6)
        c.kind_set(a, 0, 300)
        self.assertEqual(a, array("h", [300, -6]))
        c.kind_set(a, -1, 4)
        self.assertEqual(a, array("h", [300, -6]))
        for index in 0, -1:
            with self.assertRaises(OverflowError):
                c.kind_set(a, index, 70000)
            with self.assertRaises(TypeError):
                c.kind_set(a, index, "x")
        self.assertEqual(c.kind_compare(a, array("h", [300, 4])), -1)
        self.assertEqual(c.kind_compare(array("H", [9]), array("H", [1])), 1)
        self.assertEqual(c.kind_compare(a, a), 0)
        self.assertIsNone(c.kind_compare(array("d"), array("d")))

    def test_writes(self):
        a = array("B", [1, 2, 255])
        c.increment(a)
        self.assertEqual(a.tolist(), [2, 3, 0])
        a[1] = 9
        c.increment(a)
        self.assertEqual(a.tolist(), [3, 10, 1])
        b = a[:]
        c.increment(a)
        self.assertEqual((a.tolist(), b.tolist()), ([4, 11, 2], [3, 10, 1]))

    def test_resize(self):
        for code in "Bid":
            a = array(code, [1, 2])
            for n in 4, 1000, 3, 1, 0, 5:
                before = a.tolist()
                c.resize(a, n)
                self.assertEqual(len(a), n)
                self.assertEqual(a.tolist()[: len(before)], before[:n])
                a.append(8)
                self.assertEqual(a.pop(), 8)
            a.extend(range(100))
            self.assertEqual(c.fields(a)[2], 105)
            del a[5:]
            self.assertEqual(c.fields(a)[2:], (5, a.tobytes()))

    def test_changes_of_both_sides(self):
        def change(a):
            self.assertEqual(a[0], 7)
            a[0] = 3
            a.append(4)
            a.extend([5] * 100)
            return a.tolist()

        before, inside, after = c.around(array("B", [1, 2]), change)
        self.assertEqual(before, ("B", 1, 2, b"\7\2"))
        self.assertEqual(inside, [3, 2, 4] + [5] * 100)
        self.assertEqual(after, ("B", 1, 103, bytes(inside)))
        before, inside, after = c.around(array("B", [1, 2]), lambda a: a.clear())
        self.assertEqual(after[:3], ("B", 1, 0))

    def test_kept(self):
        a = array("B", b"abc")
        c.keep(a)
        self.addCleanup(c.keep, None)
        a[0] = ord("x")
        self.assertEqual(c.kept_fields()[3], b"xbc")
        a.frombytes(b"defghij" * 9)
        self.assertEqual(c.kept_fields()[3], a.tobytes())
        a *= 2
        a.reverse()
        a.byteswap()
        self.assertEqual(c.kept_fields()[3], a.tobytes())
        content = a.tobytes()
        del a
        gc.collect()
        self.assertEqual(c.kept_fields()[3], content)

    def test_made_in_c(self):
        for code in "Bhd":
            a = c.make_like(array, array(code), 3)
            self.assertIs(type(a), array)
            self.assertEqual((a.typecode, a.tolist()), (code, [0, 0, 0]))
            a.append(1)
            c.increment(a)
            self.assertEqual(len(a), 4)
        self.assertEqual(c.make_like(array, array("l"), 0), array("l"))
        self.assertEqual(c.make("i", [1, 2]), array("i", [1, 2]))
        with self.assertRaises(ValueError):
            c.make("z")
        with self.assertRaises(TypeError):
            c.make()

    def test_subclass(self):
        a = Named("i", [1, 2])
        a.name = "x"
        self.assertEqual(c.fields(a)[2], 2)
        c.resize(a, 3)
        self.assertEqual((len(a), a.name), (3, "x"))
        b = c.make_like(Named, array("d"), 2)
        self.assertIs(type(b), Named)
        self.assertEqual(b.tolist(), [0.0, 0.0])
        b.name = "y"
        c.keep(b)
        del b
        gc.collect()
        self.assertEqual(c.kept_fields()[:3], ("d", 8, 2))
        c.keep(None)

    def test_subclass_in_c(self):
        a = c.Tagged("h", [1, 2])
        self.assertEqual((a.tag(), a.tag(), a.tolist()), (0, 1, [1, 2]))
        c.resize(a, 100)
        self.assertEqual((a.tag(), len(a)), (2, 100))
        b = c.make_like(c.Tagged, array("d"), 2)
        self.assertEqual((b.tag(), b.tolist()), (0, [0.0, 0.0]))

    def test_views(self):
        a = array("B", b"abc")
        m = memoryview(a)
        self.assertEqual(c.exports(a), 1)
        c.increment(a)
        self.assertEqual(bytes(m), b"bcd")
        m[0] = 0
        self.assertEqual(c.fields(a)[3], b"\0cd")
        with self.assertRaises(BufferError):
            a.append(1)
        m.release()
        self.assertEqual(c.exports(a), 0)
        c.resize(a, 5000)
        a.append(1)
        with memoryview(a) as m:
            self.assertEqual(c.exports(a), 1)
            c.increment(a)
            self.assertEqual((m[0], m[-1]), (1, 2))
        c.resize(a, 2)
        self.assertEqual(a.tobytes(), b"\1d")

    def test_dropped_view(self):
        for known in False, True:
            a = array("i", range(10))
            if known:
                c.fields(a)
            memoryview(a)
            a.append(3)
            self.assertEqual(c.fields(a)[2], 11)

    def test_many_and_their_end(self):
        ends = []
        for i in range(2000):
            a = array("q", range(i % 50))
            c.increment(a)
            if i % 100 == 0:
                ends.append(weakref.ref(a))
        del a
        gc.collect()
        self.assertEqual([r() for r in ends], [None] * len(ends))

    def test_back_from_the_dead(self):
        class Owner:
            def __init__(self):
                self.array = array("i", [1, 2, 3])
                c.increment(self.array)

            def __del__(self):
                saved.append(self.array)

        saved = []
        Owner()
        gc.collect()
        for _ in range(20):
            c.increment(array("i", range(1000)))
        self.assertEqual(saved[0].tolist(), [x + 0x01010101 for x in (1, 2, 3)])
        c.resize(saved[0], 1)
        self.assertEqual(len(saved[0]), 1)


if __name__ == "__main__":
    unittest.main()
