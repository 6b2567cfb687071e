"""str and bytes cross in both directions, whatever is in them."""

import gc
import itertools
import unittest

import capi_unicode as c

TEXTS = ["", "a", "é", "日", "👋", "ascii text", "latin é", "bmp 日本語", "wide 👋 text", "a\0b\0"]
TEXTS += ["\0", "x" * 5000, "é" * 1500, "日" * 1500, "👋" * 1500, "\x7f\x80\xff\u0100\uffff"]
SURROGATES = ["\ud800", "a\udfffb", "\ud83d\udc4b", "é\ud800日"]


class Text(str):
    pass


class Both(unittest.TestCase):
    def test_from_utf8(self):
        for text in TEXTS:
            self.assertEqual(c.from_size(text.encode()), text)
            self.assertEqual(c.decode(text.encode()), text)
            if "\0" not in text:
                self.assertEqual(c.from_string(text.encode()), text)

    def test_invalid_utf8(self):
        for data in b"\xff", b"ab\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"ok \x80":
            for call in c.from_size, c.decode:
                with self.assertRaises(UnicodeDecodeError) as caught:
                    call(data)
                with self.assertRaises(UnicodeDecodeError) as expected:
                    data.decode()
                self.assertEqual(str(caught.exception), str(expected.exception))
            for errors in "replace", "ignore", "surrogateescape", "backslashreplace":
                self.assertEqual(c.decode(data, errors), data.decode("utf-8", errors))

    def test_to_utf8(self):
        for text in TEXTS:
            self.assertEqual(c.as_utf8(text), text.encode())
            self.assertEqual(c.as_utf8(Text(text)), text.encode())
        for text in SURROGATES:
            with self.assertRaises(UnicodeEncodeError) as caught:
                c.as_utf8(text)
            with self.assertRaises(UnicodeEncodeError) as expected:
                text.encode()
            self.assertEqual(str(caught.exception), str(expected.exception))

    def test_characters(self):
        for text in [*TEXTS, *SURROGATES, *map(Text, TEXTS)]:
            expected = list(map(ord, text))
            self.assertEqual(c.characters(text), expected)
            self.assertEqual(c.as_ucs4(text), expected)
        with self.assertRaises(TypeError):
            c.characters(b"bytes")

    def test_again_and_again(self):
        """The native copy of a text that crosses often is not another text's."""
        texts = [f"{word} {i}" for i in range(400) for word in ("ascii", "é", "日", "👋")]
        for _ in range(5):
            for text in texts:
                self.assertEqual(c.concat(text, ""), text)
                self.assertEqual(c.as_utf8(text), text.encode())
            gc.collect()

    def test_kept(self):
        for text in [*TEXTS, *SURROGATES]:
            for _ in range(4):
                c.keep(text)
                self.assertEqual(c.get_kept(), text)
                self.assertEqual(c.get_kept(), text)
        c.keep("")


class Pieces(unittest.TestCase):
    def test_concat(self):
        for a, b in itertools.product([*TEXTS, *SURROGATES], repeat=2):
            self.assertEqual(c.concat(a, b), a + b)
            self.assertEqual(c.append(a, b), "start " + a + b)
        self.assertEqual(c.concat(Text("a"), "b"), "ab")
        with self.assertRaisesRegex(TypeError, 'can only concatenate str \\(not "int"\\) to str'):
            c.concat("a", 1)
        with self.assertRaises(TypeError):
            c.concat(1, "a")

    def test_substring(self):
        for text in [*TEXTS, *SURROGATES, Text("subclass")]:
            for start, end in itertools.product((0, 1, 2, 5, 4000), (0, 1, 3, 6, 10000)):
                self.assertEqual(c.substring(text, start, end), text[start:end])
        with self.assertRaisesRegex(IndexError, "string index out of range"):
            c.substring("abc", -1, 2)

    def test_narrowed(self):
        part = c.substring("日ascii👋", 1, 6)
        self.assertEqual(part, "ascii")
        self.assertEqual(hash(part), hash("ascii"))
        self.assertEqual({"ascii": 1}[part], 1)

    def test_compare(self):
        for a, b in itertools.product([*TEXTS, *SURROGATES, Text("b")], repeat=2):
            self.assertEqual(c.compare(a, b), (a > b) - (a < b))
        with self.assertRaises(TypeError):
            c.compare("a", 1)

    def test_compare_ascii(self):
        for text in TEXTS:
            for data in b"", b"a", b"ascii text", b"ascii texts", b"zz":
                other = data.decode()
                self.assertEqual(c.compare_ascii(text, data), (text > other) - (text < other))


class Bytes(unittest.TestCase):
    def test_round(self):
        for size in 0, 1, 2, 63, 64, 65, 300, 100_000:
            data = bytes(i * 7 & 255 for i in range(size))
            self.assertEqual(c.bytes_round(data), data)
        with self.assertRaisesRegex(TypeError, "expected bytes, str found"):
            c.bytes_round("text")

    def test_concat(self):
        for a, b in itertools.product((b"", b"a", b"\0\xff" * 50), repeat=2):
            self.assertEqual(c.bytes_concat(a, b), a + b)
        self.assertEqual(c.bytes_concat(b"a", bytearray(b"b")), b"ab")


if __name__ == "__main__":
    unittest.main()
