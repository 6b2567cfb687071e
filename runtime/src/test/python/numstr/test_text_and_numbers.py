"""Characters, searches, big ints as text, conversions that warn, notes of codecs, cmath."""

import cmath
import json
import math
import random
import unicodedata
import unittest


class Characters(unittest.TestCase):
    def test_names(self):
        self.assertEqual("\N{VS1}\N{KANNADA LETTER LLLA}\N{HANGUL SYLLABLE GAG}", "\ufe00\u0cde각")
        self.assertEqual(unicodedata.name("\N{CJK UNIFIED IDEOGRAPH-4E00}")[-4:], "4E00")
        with self.assertRaises(SyntaxError):
            compile(r"'\N{cjk unified ideograph-4e00}'", "x", "eval")

    def test_numeric_values(self):
        self.assertEqual(unicodedata.numeric("\u0f33"), -0.5)
        self.assertTrue("\u842c".isnumeric())
        self.assertEqual(unicodedata.numeric("\u842c"), 10000)


class Searches(unittest.TestCase):
    def test_what_is_nearly_there_often(self):
        for make in (str, str.encode):
            a, b = make("a" * 20000), make("b" * 20000)
            text = a + a + b + a + a
            self.assertEqual(text.find(a + b + b + a), -1)
            self.assertEqual(text.find(a + b + a), 20000)
            self.assertEqual(text.rfind(a + b + a), 20000)
            self.assertEqual(text.count(a), 4)


class BigInts(unittest.TestCase):
    def test_text_and_back(self):
        numbers = random.Random(3)
        for _ in range(200):
            n = numbers.getrandbits(numbers.randrange(1, 13000))
            text = str(n)
            self.assertEqual(int(text), n)
            self.assertEqual(str(-n), "-" * (n > 0) + text)
            self.assertEqual(int(text[:-7] or "0"), n // 10**7)
        self.assertEqual(str(10**2000 - 1), "9" * 2000)

    def test_operators_in_place(self):
        x = 3
        x **= 50
        x //= 7
        x %= 10**20
        x <<= 70
        x |= 5
        x >>= 3
        x ^= 1
        self.assertEqual(x, ((((3**50 // 7) % 10**20 << 70) | 5) >> 3) ^ 1)


class Warnings(unittest.TestCase):
    def test_conversions(self):
        class Number(int):
            pass

        class Index:
            def __index__(self):
                return Number(2)

        with self.assertWarns(DeprecationWarning):
            self.assertEqual([1, 2, 3][Index()], 3)
        flag = True
        with self.assertWarns(DeprecationWarning):
            self.assertEqual(~flag, -2)


class Codecs(unittest.TestCase):
    def test_notes(self):
        with self.assertRaises(UnicodeEncodeError) as caught:
            "\u1234".encode("cp1252")
        self.assertEqual(caught.exception.__notes__, ["encoding with 'cp1252' codec failed"])

    def test_depth_of_json(self):
        for text in ("[" * 200000, '{"a":' * 200000):
            with self.assertRaises(RecursionError):
                json.loads(text)


class ComplexFunctions(unittest.TestCase):
    def test_values(self):
        for z in (1 + 2j, -0.5 + 0.25j, 1e-300j, 1e300 + 1e300j):
            self.assertTrue(cmath.isclose(cmath.sqrt(z) ** 2, z, rel_tol=1e-14))
            self.assertTrue(cmath.isclose(cmath.exp(cmath.log(z)), z, rel_tol=1e-12))
        self.assertEqual(cmath.sqrt(-4), 2j)
        self.assertTrue(cmath.isclose(cmath.cos(cmath.acos(0.3 + 4j)), 0.3 + 4j))
        self.assertTrue(cmath.isclose(cmath.tanh(cmath.atanh(0.3 + 4j)), 0.3 + 4j))

    def test_infinities(self):
        self.assertEqual(cmath.log(complex(-math.inf, math.inf)).imag, 0.75 * math.pi)
        with self.assertRaises(ValueError):
            cmath.exp(complex(math.inf, math.inf))
        with self.assertRaises(OverflowError):
            cmath.cosh(1000)


if __name__ == "__main__":
    unittest.main()
