"""_pickle and pickle.py write the same, and read what the other wrote."""

import _pickle
import io
import pickle
import unittest


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Slots:
    __slots__ = ("a",)


def values():
    shared = [1]
    yield [None, True, False, ..., NotImplemented]
    yield [0, 255, 256, 65535, 65536, -1, 2**31, -(2**31), 2**63, -(2**63), 10**40, 0]
    yield [0.5, float("inf"), -0.0]
    yield ["", "abc", "é\0\n\\\r\x1a", "日本", "x" * 300, "y" * 70000]
    yield [b"", b"\xff\0", b"z" * 300, bytearray(b"q"), bytearray()]
    yield [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], list(range(2500))]
    yield {"a": 1, 2: {}, None: {"b": shared}, "c": shared}
    yield [set(), {1}, frozenset(), frozenset({2})]
    yield [int, len, Point, type(None), type(...), Point.__init__, Slots]
    yield [Point(1, shared), Point(shared, "x"), range(3), slice(1), 1j]


class PickleTest(unittest.TestCase):
    def test_same_as_in_python(self):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            for value in values():
                written = _pickle.dumps(value, protocol)
                self.assertEqual(written, pickle._dumps(value, protocol))
                self.assertEqual(_pickle.loads(written), value)
                self.assertEqual(pickle._loads(written), value)

    def test_recursive(self):
        loop = []
        loop.append((loop, {"loop": loop}))
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            copy = _pickle.loads(_pickle.dumps(loop, protocol))
            self.assertIs(copy[0][0], copy)
            self.assertIs(copy[0][1]["loop"], copy)

    def test_file_and_memo(self):
        file = io.BytesIO()
        pickler = _pickle.Pickler(file, 4)
        word = "word" * 3
        pickler.dump(word)
        pickler.dump([word])
        self.assertEqual(len(pickler.memo.copy()), 2)
        file.seek(0)
        unpickler = _pickle.Unpickler(file)
        self.assertEqual([unpickler.load(), unpickler.load()], [word, [word]])
        self.assertEqual(unpickler.memo.copy()[0], word)

    def test_persistent_ids_and_overrides(self):
        class Pickler(_pickle.Pickler):
            def persistent_id(self, obj):
                return "the point" if isinstance(obj, Point) else None

            def reducer_override(self, obj):
                return (list, ((1,),)) if isinstance(obj, Slots) else NotImplemented

        class Unpickler(_pickle.Unpickler):
            def persistent_load(self, pid):
                return [pid]

            def find_class(self, module, name):
                return super().find_class(module, name)

        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            file = io.BytesIO()
            Pickler(file, protocol).dump([Point(1, 2), Slots()])
            file.seek(0)
            self.assertEqual(Unpickler(file).load(), [["the point"], [1]])

    def test_out_of_band(self):
        buffers = []
        data = pickle.PickleBuffer(b"bytes" * 3)
        written = _pickle.dumps(data, 5, buffer_callback=buffers.append)
        self.assertEqual(bytes(_pickle.loads(written, buffers=buffers)), b"bytes" * 3)
        with self.assertRaisesRegex(pickle.UnpicklingError, "no \\*buffers\\* argument"):
            _pickle.loads(written)

    def test_bad_pickles(self):
        for data, error, text in [
            (b"", EOFError, "Ran out of input"),
            (b"\x80\x09.", ValueError, "unsupported pickle protocol: 9"),
            (b"\xff.", pickle.UnpicklingError, r"invalid load key, '\\xff'"),
            (b"X\xff\0\0\0abc", pickle.UnpicklingError, "pickle data was truncated"),
            (b"0.", pickle.UnpicklingError, "unpickling stack underflow"),
            (b"(a.", pickle.UnpicklingError, "unexpected MARK found"),
            (b"h\x05.", pickle.UnpicklingError, "Memo value not found at index 5"),
        ]:
            with self.assertRaisesRegex(error, text):
                _pickle.loads(data)

    def test_notes_say_where(self):
        with self.assertRaises(TypeError) as caught:
            _pickle.dumps({"a": [1, (x for x in ())]})
        notes = caught.exception.__notes__
        self.assertEqual(notes, ["when serializing list item 1", "when serializing dict item 'a'"])


if __name__ == "__main__":
    unittest.main()
