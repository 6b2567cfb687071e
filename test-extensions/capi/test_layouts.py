"""Classes with several bases are made by the tp_new of the one whose layout they have."""

import gc
import unittest

import capi_layouts as c


class Both(c.Mixin, c.Box):
    pass


class Further(Both):
    pass


class InPython(c.Mixin, c.Box):
    def __new__(cls):
        return c.Box.__new__(cls)


class Layouts(unittest.TestCase):
    def test_made_by_the_base(self):
        before = c.mixins_made()
        for cls in (Both, Further, InPython):
            self.assertEqual(cls().read(), 42)
            self.assertEqual(c.make(cls).read(), 42)
        self.assertEqual(c.mixins_made(), before)
        self.assertIsInstance(c.Mixin(), c.Mixin)
        self.assertEqual(c.mixins_made(), before + 1)

    def test_not_by_another(self):
        self.assertIs(Both.__base__, c.Box)
        for cls, used in ((Both, "Both"), (Further, "Further"), (InPython, "Box")):
            with self.assertRaises(TypeError) as caught:
                c.Mixin.__new__(cls)
            name = cls.__name__
            text = str(caught.exception).replace("capi_layouts.", "")
            self.assertEqual(text, f"Mixin.__new__({name}) is not safe, use {used}.__new__()")

    def test_new_of_object(self):
        class Taken(int):
            __new__ = object.__new__

        self.assertEqual(Taken(5), 5)
        with self.assertRaisesRegex(TypeError, "object.__new__.Taken. is not safe"):
            Taken.__new__(Taken)
        with self.assertRaisesRegex(TypeError, "use int.__new__"):

            class InPython(int):
                def __new__(cls, value):
                    return object.__new__(cls)

            InPython(5)


class Names(unittest.TestCase):
    def test_characters_written_in_c(self):
        for text in ("name", "", "a" * 1000, "na\xefve", "\xff" * 50):
            for _ in range(200):
                made = c.name(text)
                self.assertEqual(made, text)
                self.assertEqual(hash(made), hash(text))
                self.assertEqual(made.upper() + made, text.upper() + text)
                self.assertEqual({made: 1}[text], 1)
                self.assertEqual(c.utf8(made), text.encode())
                self.assertEqual(c.utf8(made), text.encode())
            del made
            gc.collect()

    def test_made_by_str(self):
        class Own(str):
            pass

        for text in ("name", "na\xefve", "\u20ac" * 100):
            for cls in (type(c.name("a")), Own):
                self.assertEqual(c.utf8(cls(text)), text.encode())
        gc.collect()


if __name__ == "__main__":
    unittest.main()
