"""Files, buffers and text streams."""

import io
import os
import tempfile
import unittest


class FileTest(unittest.TestCase):
    def setUp(self):
        fd, self.path = tempfile.mkstemp()
        os.close(fd)

    def tearDown(self):
        os.unlink(self.path)

    def test_text_round_trip(self):
        with open(self.path, "w", encoding="utf-8") as f:
            self.assertEqual(f.write("één\ntwo\n\U0001f600"), 9)
            self.assertEqual(f.mode, "w")
        with open(self.path, encoding="utf-8") as f:
            self.assertEqual(f.readline(), "één\n")
            self.assertEqual(f.read(), "two\n\U0001f600")
            self.assertEqual(f.read(), "")
        self.assertEqual(os.stat(self.path).st_size, 14)

    def test_newlines(self):
        with open(self.path, "wb") as f:
            f.write(b"a\r\nb\rc\nd")
        with open(self.path) as f:
            self.assertEqual(f.read(), "a\nb\nc\nd")
            self.assertEqual(f.newlines, ("\r", "\n", "\r\n"))
        with open(self.path, newline="") as f:
            self.assertEqual(list(f), ["a\r\n", "b\r", "c\n", "d"])
        with open(self.path, newline="\r") as f:
            self.assertEqual(list(f), ["a\r", "\nb\r", "c\nd"])
        with open(self.path, "w", newline="\r\n") as f:
            f.write("x\ny\n")
        with open(self.path, "rb") as f:
            self.assertEqual(f.read(), b"x\r\ny\r\n")

    def test_tell_and_seek_in_text(self):
        with open(self.path, "w", encoding="utf-8") as f:
            f.write("äöü\nline two\nthree\n")
        with open(self.path, encoding="utf-8") as f:
            f.readline()
            here = f.tell()
            rest = f.read()
            f.seek(here)
            self.assertEqual(f.read(), rest)
            f.seek(0)
            self.assertEqual(f.read(2), "äö")
            there = f.tell()
            self.assertEqual(f.read(2), "ü\n")
            f.seek(there)
            self.assertEqual(f.read(1), "ü")

    def test_update_mode(self):
        with open(self.path, "w+b") as f:
            f.write(b"0123456789")
            f.seek(2)
            self.assertEqual(f.read(3), b"234")
            f.write(b"XY")
            f.seek(0)
            self.assertEqual(f.read(), b"01234XY789")
            self.assertEqual(f.truncate(4), 4)
            f.seek(0)
            self.assertEqual(f.read(), b"0123")

    def test_append_and_exclusive(self):
        with open(self.path, "ab") as f:
            f.write(b"a")
        with open(self.path, "ab") as f:
            self.assertEqual(f.tell(), 1)
            f.write(b"b")
        with open(self.path, "rb") as f:
            self.assertEqual(f.read(), b"ab")
        with self.assertRaises(FileExistsError):
            open(self.path, "x")

    def test_readinto_and_peek(self):
        with open(self.path, "wb") as f:
            f.write(bytes(range(100)))
        with open(self.path, "rb") as f:
            self.assertEqual(f.peek(1)[:3], b"\0\1\2")
            b = bytearray(10)
            self.assertEqual(f.readinto(b), 10)
            self.assertEqual(b, bytes(range(10)))
            self.assertEqual(f.read1(5), bytes(range(10, 15)))
            self.assertEqual(f.tell(), 15)
            self.assertEqual(f.seek(-1, 2), 99)
            self.assertEqual(f.read(), b"\x63")

    def test_errors(self):
        for mode in ("", "rw", "q", "rbt", "r++"):
            with self.assertRaises(ValueError):
                open(self.path, mode)
        with self.assertRaises(FileNotFoundError) as c:
            open(self.path + "-nope")
        self.assertEqual(c.exception.errno, 2)
        self.assertEqual(c.exception.filename, self.path + "-nope")
        with self.assertRaises(IsADirectoryError):
            open("/")
        with open(self.path) as f:
            with self.assertRaises(io.UnsupportedOperation):
                f.write("x")
        with self.assertRaisesRegex(ValueError, "closed file"):
            f.read()

    def test_reprs(self):
        with open(self.path, "rb", buffering=0) as f:
            self.assertEqual(repr(f), f"<_io.FileIO name={self.path!r} mode='rb' closefd=True>")
        with open(self.path, "rb") as f:
            self.assertEqual(repr(f), f"<_io.BufferedReader name={self.path!r}>")
        with open(self.path, "w", encoding="ascii") as f:
            self.assertEqual(
                repr(f),
                f"<_io.TextIOWrapper name={self.path!r} mode='w' encoding='ascii'>",
            )

    def test_encoding_errors(self):
        with open(self.path, "w", encoding="ascii") as f:
            with self.assertRaises(UnicodeEncodeError):
                f.write("é")
            f.write("ok")
        with open(self.path, "wb") as f:
            f.write(b"\xff\xfe")
        with open(self.path, encoding="utf-8") as f:
            with self.assertRaises(UnicodeDecodeError):
                f.read()
        with open(self.path, encoding="utf-8", errors="surrogateescape") as f:
            self.assertEqual(f.read(), "\udcff\udcfe")
        with open(self.path, encoding="latin-1") as f:
            self.assertEqual(f.read(), "\xff\xfe")
        with open(self.path, "w", encoding="utf-16") as f:
            f.write("ab")
            f.write("c")
        with open(self.path, encoding="utf-16") as f:
            self.assertEqual(f.read(), "abc")


class MemoryTest(unittest.TestCase):
    def test_bytesio(self):
        b = io.BytesIO(b"abc\ndef")
        self.assertEqual(b.readline(), b"abc\n")
        self.assertEqual(b.tell(), 4)
        b.write(b"XYZW")
        self.assertEqual(b.getvalue(), b"abc\nXYZW")
        b.seek(10)
        b.write(b"!")
        self.assertEqual(b.getvalue(), b"abc\nXYZW\0\0!")
        with b.getbuffer() as view:
            view[0] = 65
            with self.assertRaises(BufferError):
                b.truncate(1)
        self.assertEqual(b.getvalue()[:1], b"A")
        b.close()
        with self.assertRaises(ValueError):
            b.read()

    def test_stringio(self):
        s = io.StringIO()
        print("hello", "world", file=s)
        print("more", end="", file=s)
        self.assertEqual(s.getvalue(), "hello world\nmore")
        s.seek(0)
        self.assertEqual(list(s), ["hello world\n", "more"])
        s.seek(3)
        s.write("XX")
        self.assertEqual(s.getvalue(), "helXX world\nmore")
        self.assertEqual(io.StringIO("a\r\nb", newline=None).read(), "a\nb")
        self.assertEqual(io.StringIO("a\r\nb").read(), "a\r\nb")
        with self.assertRaises(TypeError):
            s.write(b"x")

    def test_wrapper_over_memory(self):
        raw = io.BytesIO()
        t = io.TextIOWrapper(raw, encoding="utf-8", newline="\n", write_through=True)
        t.write("é")
        self.assertEqual(raw.getvalue(), b"\xc3\xa9")
        t.reconfigure(line_buffering=True)
        self.assertTrue(t.line_buffering)
        self.assertIs(t.detach(), raw)
        with self.assertRaises(ValueError):
            t.write("x")

    def test_raw_in_python(self):
        class Slow(io.RawIOBase):
            def __init__(self, data):
                self.data = data

            def readable(self):
                return True

            def readinto(self, b):
                n = min(2, len(self.data), len(b))
                b[:n] = self.data[:n]
                self.data = self.data[n:]
                return n

        self.assertEqual(io.BufferedReader(Slow(b"abcdef")).read(), b"abcdef")
        self.assertEqual(io.BufferedReader(Slow(b"abcdef")).read(3), b"abc")
        self.assertEqual(Slow(b"abcdef").readall(), b"abcdef")
        self.assertEqual(list(io.BufferedReader(Slow(b"a\nb\n"))), [b"a\n", b"b\n"])

    def test_newline_decoder(self):
        d = io.IncrementalNewlineDecoder(None, translate=True)
        self.assertEqual(d.decode("a\r"), "a")
        self.assertEqual(d.decode("\nb\r", final=True), "\nb\n")
        self.assertEqual(d.newlines, ("\r", "\r\n"))


if __name__ == "__main__":
    unittest.main()
