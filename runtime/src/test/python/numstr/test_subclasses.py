"""Subclasses of int, float, complex and str, and objects with numeric special methods."""

import unittest


class Int(int):
    pass


class Float(float):
    pass


class Complex(complex):
    pass


class Text(str):
    pass


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class SubclassTest(unittest.TestCase):
    def test_identity_of_bytes(self):
        empty, x = b"", b"x"
        self.assertIs(x + empty, x)
        self.assertIs(empty + x, x)
        self.assertIs(x[1:], empty)
        self.assertIs((0).to_bytes(0, "big"), empty)
        self.assertIs(memoryview(x)[:0].tobytes(), empty)
        self.assertIs(empty * 5, empty)
        self.assertIsNot(x * 0, empty)
        self.assertIsNot(x * -1, empty)

    def test_values(self):
        for cls, value in ((Int, 5), (Int, 2**100), (Float, 1.5), (Complex, 1 + 2j), (Text, "abc")):
            with self.subTest(cls=cls):
                x = cls(value)
                x.attribute = 1
                self.assertIs(type(x), cls)
                self.assertEqual(x, value)
                self.assertEqual(value, x)
                self.assertEqual(hash(x), hash(value))
                self.assertEqual(repr(x), repr(value))
                self.assertEqual(str(x), str(value))
                self.assertEqual({value: 1}[x], 1)
                self.assertIs(type(x + x), type(value))
                self.assertEqual(x.__getnewargs__(), type(value)(value).__getnewargs__())

    def test_plain_results(self):
        self.assertIs(type(+Int(5)), int)
        self.assertIs(type(Int(5).real), int)
        self.assertIs(type(round(Int(15), -1)), int)
        self.assertIs(type(abs(Float(-1.5))), float)
        self.assertIs(type(Text("abc").strip()), str)
        self.assertIs(type(Text("abc")[:]), str)
        self.assertIs(type("".join([Text("abc")])), str)
        self.assertEqual(f"{Int(255):x} {Float(0.5):%} {Text('a'):>3}", "ff 50.000000%   a")
        self.assertEqual("%d %s %x" % (Int(5), Text("a"), Int(16)), "5 a 10")

    def test_overridden_operators(self):
        class Odd(int):
            def __radd__(self, other):
                return "reflected"

            def __add__(self, other):
                return "added"

            def __eq__(self, other):
                return True

            __hash__ = int.__hash__

        self.assertEqual(1 + Odd(2), "reflected")
        self.assertEqual(Odd(2) + 1, "added")
        self.assertTrue(5 == Odd(2))
        self.assertIn(Odd(2), [7])

    def test_overridden_str(self):
        class Loud(str):
            def __str__(self):
                return "loud"

            def __format__(self, spec):
                return "formatted " + spec

        self.assertEqual(str(Loud("a")), "loud")
        self.assertEqual(f"{Loud('a')}", "formatted ")
        self.assertEqual("%s" % Loud("a"), "loud")
        self.assertEqual("{:x}".format(Loud("a")), "formatted x")

        class Named(str):
            def __str__(self):
                return self

        n = Named("abc")
        self.assertIs(str(n), n)

    def test_conversions(self):
        class Real:
            def __float__(self):
                return 2.5

            def __complex__(self):
                return 1j

            def __int__(self):
                return 7

        r = Real()
        self.assertEqual((float(r), complex(r), int(r)), (2.5, 1j, 7))
        self.assertEqual((float(Index(3)), complex(Index(3)), int(Index(3))), (3.0, 3 + 0j, 3))
        self.assertEqual((b"abc"[Index(1)], "abc"[Index(1)], bytes(Index(2))), (98, "b", b"\0\0"))
        self.assertEqual((hex(Index(255)), 1 << Int(3), "ab" * Index(2)), ("0xff", 8, "abab"))
        self.assertEqual("%x %d %.1f" % (Index(16), r, r), "10 7 2.5")

        class Bad:
            def __int__(self):
                return "x"

            def __index__(self):
                return 1.5

            def __float__(self):
                return 1

        for call in (int, float, lambda b: "a"[b]):
            with self.assertRaises(TypeError):
                call(Bad())

    def test_new(self):
        class Even(int):
            def __new__(cls, value):
                return super().__new__(cls, value // 2 * 2)

        self.assertEqual(Even(7), 6)
        self.assertIs(type(Even.from_bytes(b"\x07")), Even)
        self.assertIs(type(Float.fromhex("0x1p0")), Float)
        with self.assertRaises(TypeError):
            int.__new__(Text)

    def test_digits_limit(self):
        import sys

        old = sys.get_int_max_str_digits()
        try:
            sys.set_int_max_str_digits(1000)
            with self.assertRaisesRegex(ValueError, "Exceeds the limit \\(1000 digits\\)"):
                str(10**1000)
            with self.assertRaisesRegex(ValueError, "value has 1001 digits"):
                int("1" * 1001)
            self.assertEqual(len(str(10**999)), 1000)
            self.assertEqual(len(hex(10**5000)), 4155)
            sys.set_int_max_str_digits(0)
            self.assertEqual(int("1" * 20000), (10**20000 - 1) // 9)
            self.assertEqual(str(10**20000 // 9), "1" * 20000)
        finally:
            sys.set_int_max_str_digits(old)


if __name__ == "__main__":
    unittest.main()
