"""Buffers: C writes where Python reads, and what is exported keeps its size."""

import array
import mmap
import unittest

import capi_buffer as c

SIZES = [1, 2, 100, 1024, 1025, 5000]


class Writing(unittest.TestCase):
    def test_each_byte(self):
        for size in [0, *SIZES]:
            b = bytearray(range(256)) * (size // 256 + 1)
            del b[size:]
            expected = bytes((x + 1) & 255 for x in b)
            self.assertEqual(c.increment(b), size)
            self.assertEqual(b, expected)
            b.append(5)
            self.assertEqual(c.increment(b), size + 1)
            self.assertEqual(b[-1], 6)

    def test_others(self):
        a = array.array("B", [1, 2, 3])
        self.assertEqual(c.increment(a), 3)
        self.assertEqual(a.tolist(), [2, 3, 4])
        b = bytearray(b"abc")
        self.assertEqual(c.increment(memoryview(b)[1:]), 2)
        self.assertEqual(b, b"acd")
        for o in b"abc", memoryview(b"abc"):
            self.assertRaises(BufferError, c.increment, o)
        self.assertRaises(TypeError, c.increment, "abc")

    def test_during_a_call(self):
        for size in SIZES[1:]:
            b = bytearray(size)
            b[0] = 9
            self.assertEqual(c.around(b, len), (9, 77, size))
            self.assertEqual(b[-1], 77)
            b.append(1)

    def test_held(self):
        for size in SIZES:
            b = bytearray(size)
            c.hold(b)
            self.assertRaises(BufferError, b.append, 1)
            self.assertRaises(BufferError, b.clear)
            c.fill(7)
            self.assertEqual(b, bytes([7]) * size) if size <= 1024 else None
            self.assertRaises(BufferError, b.extend, b"12")
            c.fill(8)
            c.let_go()
            self.assertEqual(b, bytes([8]) * size)
            b.append(1)
            self.assertEqual(len(b), size + 1)

    def test_size_during_a_call(self):
        for size in SIZES:
            b = bytearray(size)

            def change(b):
                self.assertRaises(BufferError, b.append, 1)
                self.assertRaises(BufferError, b.__delitem__, 0)
                return "done"

            self.assertEqual(c.around(b, change)[2], "done")
            b.append(2)

    def test_exception_during_a_call(self):
        b = bytearray(10)
        self.assertRaises(ZeroDivisionError, c.around, b, lambda b: 1 / 0)
        b.append(1)

    def test_many(self):
        for size in SIZES:
            b = bytearray(size)
            c.many(b, 1000)
            b.append(1)
            self.assertEqual(len(b), size + 1)

    def test_kinds(self):
        simple, writable, nd, strides, fmt, full = 0, 1, 8, 0x18, 4, 0x11D
        for b in bytearray(10), bytearray(2000):
            n = len(b)
            self.assertEqual(c.describe(b, simple), (n, 1, 1, None, 0, 0, 1))
            self.assertEqual(c.describe(b, writable), (n, 1, 1, None, 0, 0, 1))
            self.assertEqual(c.describe(b, nd), (n, 1, 1, None, 1, 0, 1))
            self.assertEqual(c.describe(b, strides), (n, 1, 1, None, 1, 1, 1))
            self.assertEqual(c.describe(b, fmt), (n, 1, 1, "B", 0, 0, 1))
            self.assertEqual(c.describe(b, full), (n, 1, 1, "B", 1, 1, 1))

    def test_memory_of_a_view(self):
        for size in SIZES:
            b = bytearray(i % 250 for i in range(size))
            c.show(b)
            last = size - 1
            others = [bytearray(size) for _ in range(20)]
            self.assertEqual(c.shown_byte(last, 0), last % 250)
            self.assertEqual(c.shown_byte(last, 1), last % 250 + 1)
            self.assertEqual(b[last], last % 250 + 1)
            self.assertEqual(bytes(b)[last], last % 250 + 1)
            b[0] = 7
            self.assertEqual(c.shown_byte(0, 0), 7)
            b[0:1] = b"!"
            self.assertEqual(c.shown_byte(0, 0), ord("!"))
            b.reverse()
            self.assertEqual(c.shown_byte(last, 0), ord("!"))
            self.assertRaises(BufferError, b.append, 1)
            c.end_shown()
            b.append(1)
            self.assertEqual((b[last], b[last + 1]), (ord("!"), 1))
            self.assertEqual({len(o) for o in others}, {size})

    def test_memory_of_a_constant_view(self):
        for size in SIZES:
            c.show(memoryview(bytes(i % 250 for i in range(size))))
            others = [bytearray(size) for _ in range(20)]
            for i in range(size):
                self.assertEqual(c.shown_byte(i, 0), i % 250)
            c.end_shown()
            del others


class Ends(unittest.TestCase):
    def test_of_an_object_of_c_by_another(self):
        with mmap.mmap(-1, 100) as mapping:
            looker = c.Looker(mapping)
            with self.assertRaises(BufferError):
                mapping.close()
            del looker
        self.assertTrue(mapping.closed)


if __name__ == "__main__":
    unittest.main()
