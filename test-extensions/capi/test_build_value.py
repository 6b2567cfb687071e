"""Py_BuildValue (C-API manual, Parsing arguments and building values)."""

import gc
import unittest
import weakref

import capi_build_value as c


class Thing:
    pass


class BuildValue(unittest.TestCase):
    def test_numbers(self):
        top = 2**64 - 1
        expected = (1, 255, -2, 65535, -3, 2**32 - 1, -4, top, -5, top, -6, 0.5, -2.5)
        self.assertEqual(c.numbers(), expected)
        self.assertEqual([type(x) for x in c.numbers()], [int] * 11 + [float] * 2)

    def test_text(self):
        expected = ("café", "z", "U", "a\0b", "pa", b"\xff\0", b"bytes", b"c", "👋", "")
        self.assertEqual(c.text(), expected)

    def test_null_is_none(self):
        self.assertEqual(c.nothing(), (None,) * 7)

    def test_wide(self):
        self.assertEqual(c.wide(), ("wide 日👋", "cut"))

    def test_containers(self):
        text = "the object"
        expected = ((1,), ["a", "b"], {"key": text, 2: [()]}, (text,), (7,), text)
        self.assertEqual(c.containers(text), expected)
        thing = Thing()
        made = c.containers(thing)
        for part in made[2]["key"], made[3][0], made[5]:
            self.assertIs(part, thing)

    def test_references(self):
        thing = Thing()
        dead = weakref.ref(thing)
        for _ in range(50):
            c.containers(thing)
            with self.assertRaises(LookupError):
                c.failing(thing)
        del thing
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_shapes(self):
        self.assertEqual(c.shapes(), (None, 1, (1,), (1, 2), (1, [], {})))

    def test_errors(self):
        with self.assertRaisesRegex(LookupError, "no value"):
            c.failing(None)
        with self.assertRaises(UnicodeDecodeError):
            c.bad_utf8()
        with self.assertRaisesRegex(TypeError, "unhashable type: 'list'"):
            c.unhashable()


if __name__ == "__main__":
    unittest.main()
