"""Argument parsing (C-API manual, Parsing arguments and building values)."""

import unittest

import capi_arg as c


class Index:
    def __index__(self):
        return 42


class Integers(unittest.TestCase):
    # unit: smallest, largest; None for units that do not check
    RANGES = {
        "b": (0, 2**8 - 1),
        "h": (-(2**15), 2**15 - 1),
        "i": (-(2**31), 2**31 - 1),
        "l": (-(2**63), 2**63 - 1),
        "L": (-(2**63), 2**63 - 1),
        "n": (-(2**63), 2**63 - 1),
    }
    BITS = {"B": 8, "H": 16, "I": 32, "k": 64, "K": 64}

    def test_in_range(self):
        for unit, (low, high) in self.RANGES.items():
            parse = getattr(c, "unit_" + unit)
            for value in 0, 1, low, high:
                self.assertEqual(parse(value), value)
            self.assertEqual(parse(True), 1)
            self.assertEqual(parse(Index()), 42)

    def test_out_of_range(self):
        for unit, (low, high) in self.RANGES.items():
            parse = getattr(c, "unit_" + unit)
            for value in low - 1, high + 1, 10**30:
                with self.assertRaises(OverflowError):
                    parse(value)
        with self.assertRaisesRegex(OverflowError, "signed integer is greater than maximum"):
            c.unit_i(2**31)
        with self.assertRaisesRegex(OverflowError, "unsigned byte integer is less than minimum"):
            c.unit_b(-1)

    def test_masked(self):
        for unit, bits in self.BITS.items():
            parse = getattr(c, "unit_" + unit)
            for value in 0, 1, -1, 2**bits - 1, 2**bits, -(2**70) + 5, 10**30:
                self.assertEqual(parse(value), value % 2**bits, unit)

    def test_no_integer(self):
        for unit in [*self.RANGES, *self.BITS]:
            for value in 1.0, "1", None:
                with self.assertRaises(TypeError):
                    getattr(c, "unit_" + unit)(value)
        with self.assertRaisesRegex(
            TypeError, "'float' object cannot be interpreted as an integer"
        ):
            c.unit_i(1.0)

    def test_predicate(self):
        for value in 0, 1, "", "x", [], [0], None, 2.5:
            self.assertEqual(c.unit_p(value), bool(value))


class Numbers(unittest.TestCase):
    def test_floats(self):
        for value in 0.0, -1.5, 1e300, float("inf"), 3, True:
            self.assertEqual(c.unit_d(value), float(value))
        self.assertEqual(c.unit_f(0.5), 0.5)
        self.assertEqual(c.unit_f(0.1), 0.10000000149011612)
        with self.assertRaisesRegex(TypeError, "must be real number, not str"):
            c.unit_d("1")

    def test_characters(self):
        self.assertEqual(c.unit_c(b"x"), b"x")
        self.assertEqual(c.unit_c(bytearray(b"y")), b"y")
        self.assertEqual(c.unit_C("é"), 233)
        self.assertEqual(c.unit_C("👋"), 0x1F44B)
        for parse, bad in (c.unit_c, "x"), (c.unit_c, b"xy"), (c.unit_C, "xy"), (c.unit_C, b"x"):
            with self.assertRaises(TypeError):
                parse(bad)


class Text(unittest.TestCase):
    def test_text(self):
        for text in "", "ascii", "é", "日本👋":
            self.assertEqual(c.unit_s(text), text.encode())
            self.assertEqual(c.unit_z(text), text.encode())
            self.assertEqual(c.unit_s_size(text), (text.encode(), len(text.encode())))
        self.assertIsNone(c.unit_z(None))
        self.assertEqual(c.unit_z_size(None)[0], None)

    def test_embedded_null(self):
        for parse in c.unit_s, c.unit_z:
            with self.assertRaisesRegex(ValueError, "embedded null character"):
                parse("a\0b")
        with self.assertRaisesRegex(ValueError, "embedded null byte"):
            c.unit_y(b"a\0b")
        self.assertEqual(c.unit_s_size("a\0b"), (b"a\0b", 3))
        self.assertEqual(c.unit_z_size("a\0b"), (b"a\0b", 3))
        self.assertEqual(c.unit_y_size(b"a\0b\0"), (b"a\0b\0", 4))
        self.assertEqual(c.unit_s_size(b"a\0b"), (b"a\0b", 3))

    def test_lone_surrogate(self):
        for parse in c.unit_s, c.unit_z, c.unit_s_size:
            with self.assertRaisesRegex(UnicodeEncodeError, "surrogates not allowed"):
                parse("a\ud800b")

    def test_bytes(self):
        for data in b"", b"xyz", bytes(range(1, 256)):
            self.assertEqual(c.unit_y(data), data)
            self.assertEqual(c.unit_y_size(data), (data, len(data)))

    def test_wrong_types(self):
        for parse, bad in (
            (c.unit_s, b"x"),
            (c.unit_s, None),
            (c.unit_z, 1),
            (c.unit_y, "x"),
            (c.unit_y_size, "x"),
            (c.unit_y_size, bytearray(b"x")),
            (c.unit_S, "x"),
            (c.unit_U, b"x"),
            (c.unit_Y, b"x"),
            (c.unit_O_type, []),
        ):
            with self.assertRaises(TypeError):
                parse(bad)
        with self.assertRaisesRegex(TypeError, "argument 1 must be str, not bytes"):
            c.unit_s(b"x")
        with self.assertRaisesRegex(TypeError, "a bytes-like object is required, not 'str'"):
            c.unit_y("x")

    def test_encoded(self):
        self.assertEqual(c.encoded("aé"), b"a\xe9")
        with self.assertRaises(UnicodeEncodeError):
            c.encoded("日")
        self.assertEqual(c.encoded_size("é\0x"), "é\0x".encode())
        self.assertEqual(c.encoded_size(b"\xff\0"), b"\xff\0")


class Objects(unittest.TestCase):
    def test_the_object_itself(self):
        data, text, names = b"some bytes", "some text", {1: 2}
        self.assertEqual(c.unit_S(data), data)
        self.assertEqual(c.unit_U(text), text)
        array = bytearray(b"x")
        self.assertIs(c.unit_Y(array), array)
        self.assertIs(c.unit_O_type(names), names)
        for value in None, 1, names, c:
            self.assertIs(c.unit_O(value), value)

    def test_converter(self):
        self.assertEqual(c.converter([1, 2]), 2)
        with self.assertRaisesRegex(LookupError, "the converter refused"):
            c.converter(None)
        with self.assertRaisesRegex(TypeError, "has no len"):
            c.converter(1)


class Counts(unittest.TestCase):
    def test_nested(self):
        self.assertEqual(c.nested(1, ("two", 3.0)), (1, "two", 3.0))
        with self.assertRaisesRegex(TypeError, "must be .*2, not 1|must be sequence of length 2"):
            c.nested(1, ("two",))
        with self.assertRaisesRegex(TypeError, "must be 2-item tuple, not int"):
            c.nested(1, 2)

    def test_optional(self):
        self.assertEqual(c.optional(1), (1, -1, -1))
        self.assertEqual(c.optional(1, 2, 3), (1, 2, 3))
        with self.assertRaisesRegex(
            TypeError, r"optional\(\) takes at least 1 argument \(0 given\)"
        ):
            c.optional()
        with self.assertRaisesRegex(
            TypeError, r"optional\(\) takes at most 3 arguments \(4 given\)"
        ):
            c.optional(1, 2, 3, 4)

    def test_own_message(self):
        with self.assertRaisesRegex(TypeError, "the message of its own"):
            c.own_message()

    def test_unpack(self):
        self.assertEqual([c.unpack(0), c.unpack(0, 0), c.unpack(0, 0, 0)], [1, 3, 7])
        with self.assertRaisesRegex(TypeError, "unpack expected at least 1 argument, got 0"):
            c.unpack()
        with self.assertRaisesRegex(TypeError, "unpack expected at most 3 arguments, got 4"):
            c.unpack(0, 0, 0, 0)


class Keywords(unittest.TestCase):
    def test_given_in_all_ways(self):
        call = c.with_keywords
        self.assertEqual(call(1, 2), (1, 2, "none", None))
        self.assertEqual(call(1, first=2), (1, 2, "none", None))
        self.assertEqual(call(1, 2, "x", third=c), (1, 2, "x", c))
        self.assertEqual(call(1, third=3, second="é", first=2), (1, 2, "é", 3))
        self.assertEqual(call(*(1,), **{"first": 2}), (1, 2, "none", None))

    def test_errors(self):
        call = c.with_keywords
        for message, args, keywords in (
            (r"missing required argument 'first' \(pos 2\)", (1,), {}),
            (r"takes at most 3 positional arguments \(4 given\)", (1, 2, "x", 4), {}),
            (r"argument for .*given by name \('first'\) and position \(2\)", (1, 2), {"first": 3}),
            (r"got an unexpected keyword argument 'fourth'", (1, 2), {"fourth": 4}),
            (r"takes at least 1 positional argument", (), {"first": 2}),
            (r"argument 3 must be str, not int", (1, 2, 3), {}),
        ):
            with self.assertRaisesRegex(TypeError, message):
                call(*args, **keywords)


if __name__ == "__main__":
    unittest.main()
