"""Buffers: exports of bytearray, life of memoryviews, __buffer__ of Python classes (PEP 688)."""

import unittest


class Exporter:
    def __init__(self, data):
        self.data = data
        self.log = []

    def __buffer__(self, flags):
        self.log.append("get")
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.log.append("release")
        view.release()


class BufferTest(unittest.TestCase):
    def test_exported_bytearray_keeps_its_size(self):
        b = bytearray(b"abc")
        view = memoryview(b)
        for change in (
            lambda: b.append(1),
            lambda: b.extend(b"x"),
            lambda: b.pop(),
            lambda: b.clear(),
            lambda: b.__delitem__(0),
            lambda: b.__setitem__(slice(0, 1), b"xy"),
            lambda: b.__iadd__(b"x"),
            lambda: b.__imul__(2),
        ):
            with self.assertRaises(BufferError):
                change()
        b[0:1] = b"x"
        self.assertEqual(view.tobytes(), b"xbc")
        view.release()
        b.append(100)
        self.assertEqual(b, b"xbcd")

    def test_views_of_views_hold_the_buffer(self):
        b = bytearray(b"abc")
        first = memoryview(b)
        second = first[1:]
        first.release()
        with self.assertRaises(BufferError):
            b.append(1)
        self.assertEqual(second.tolist(), [98, 99])
        second.release()
        b.append(100)
        self.assertEqual(bytes(b), b"abcd")

    def test_writing_through_a_view(self):
        b = bytearray(8)
        view = memoryview(b).cast("H")
        view[1] = 0x1234
        view[3:] = memoryview(b"\x01\x02").cast("H")
        self.assertEqual(b, b"\0\0\x34\x12\0\0\x01\x02")
        self.assertEqual(view[1], 0x1234)

    def test_released(self):
        view = memoryview(b"abc")
        with view as same:
            self.assertIs(view, same)
        for use in (
            lambda: view[0],
            lambda: len(view),
            lambda: view.shape,
            lambda: view.tolist(),
            lambda: hash(view),
            lambda: view.__enter__(),
            lambda: bytes(view),
            lambda: memoryview(view),
        ):
            with self.assertRaisesRegex(ValueError, "released memoryview"):
                use()
        self.assertEqual(view, view)
        self.assertTrue(repr(view).startswith("<released memory at "))
        view.release()

    def test_python_exporter(self):
        o = Exporter(bytearray(b"xyz"))
        view = memoryview(o)
        view[0] = 97
        self.assertEqual(o.data, b"ayz")
        self.assertEqual(o.log, ["get"])
        view.release()
        self.assertEqual(o.log, ["get", "release"])
        self.assertEqual(bytes(o), b"ayz")
        self.assertEqual(b"1" + o, b"1ayz")
        self.assertEqual(b",".join([o, o]), b"ayz,ayz")
        self.assertEqual(int.from_bytes(o, "big"), 0x61797A)

    def test_wrong_exporters(self):
        class NoView:
            def __buffer__(self, flags):
                return 5

        with self.assertRaisesRegex(TypeError, "__buffer__ returned non-memoryview object"):
            memoryview(NoView())
        with self.assertRaisesRegex(TypeError, "a bytes-like object is required, not 'int'"):
            memoryview(5)

    def test_subclasses(self):
        class B(bytes):
            pass

        class A(bytearray):
            pass

        self.assertIs(type(B(b"x").upper()), bytes)
        self.assertEqual(B(b"abc")[1:], b"bc")
        self.assertEqual(hash(B(b"abc")), hash(b"abc"))
        a = A(b"abc")
        a.extra = 5
        a.append(100)
        self.assertEqual((a, a.extra, type(a)), (b"abcd", 5, A))
        self.assertEqual(repr(a), "A(b'abcd')")
        self.assertEqual(memoryview(a).tolist(), [97, 98, 99, 100])


if __name__ == "__main__":
    unittest.main()
