"""What extensions read of types and do by them (C-API manual, Type Object Structures)."""

import abc
import gc
import pickle
import unittest
import weakref

import capi_type_facts as c


class Calls(unittest.TestCase):
    def test_a_class_without_a_function_for_vectorcall(self):
        cls = c.Meta("Class", (), {})
        with self.assertRaisesRegex(
            TypeError, "^'capi_type_facts.Meta' object does not support vectorcall$"
        ):
            cls()

    def test_an_object_that_calls_itself(self):
        for _ in range(2):
            with self.assertRaises(RecursionError):
                c.Endless()()


class Attributes(unittest.TestCase):
    def test_what_a_class_itself_has(self):
        class Base:
            inherited = 1

        class Class(Base):
            own = 2

        self.assertEqual(c.generic_get(Class, "own"), 2)
        self.assertEqual(c.generic_get(Class, "__name__"), "Class")
        self.assertRaises(AttributeError, c.generic_get, Class, "inherited")
        self.assertEqual(object.__getattribute__(Class, "own"), 2)
        self.assertRaises(AttributeError, object.__getattribute__, Class, "inherited")


class Fields(unittest.TestCase):
    def test_dicts_and_weak_references(self):
        class Bare:
            __slots__ = ()

        class Referenced:
            __slots__ = ("__weakref__",)

        class Full:
            pass

        for cls in Bare, Referenced, Full, type("Derived", (Full,), {"__slots__": ()}):
            _, dicts, references = c.facts(cls)
            self.assertEqual(dicts, cls.__dictoffset__, cls)
            self.assertEqual(references, cls.__weakrefoffset__, cls)
        self.assertEqual(c.facts(Bare)[1:], (0, 0))

    def test_abstract(self):
        class Abstract(abc.ABC):
            @abc.abstractmethod
            def method(self):
                pass

        class Concrete(Abstract):
            def method(self):
                pass

        self.assertEqual(c.facts(Abstract)[0], 1)
        self.assertEqual(c.facts(Concrete)[0], 0)
        Concrete.__abstractmethods__ = {"method"}
        self.assertEqual(c.facts(Concrete)[0], 1)
        Concrete.__abstractmethods__ = ()
        self.assertEqual(c.facts(Concrete)[0], 0)


class Tracking(unittest.TestCase):
    def test_what_c_tracks(self):
        self.assertFalse(gc.is_tracked(c.box(None)))
        self.assertTrue(gc.is_tracked(c.box([])))

    def test_cycle_through_a_bound_method(self):
        class Cls:
            @classmethod
            def method(cls):
                pass

        Cls.box = c.box(Cls.method)
        dead = weakref.ref(Cls)
        del Cls
        for _ in range(3):
            gc.collect()
        self.assertIsNone(dead())

    def test_attributes_that_instances_have_too(self):
        self.assertEqual(c.Endless.__doc__, "Text of the type.")
        self.assertEqual(c.Endless.__module__, "capi_type_facts")
        self.assertEqual(c.Endless().__doc__, "text of an instance")
        self.assertEqual(c.Endless().__module__, "home of an instance")
        self.assertEqual(repr(c.Endless), "<class 'capi_type_facts.Endless'>")
        self.assertIs(pickle.loads(pickle.dumps(c.Endless)), c.Endless)

    def test_identity_is_the_address(self):
        boxes = [c.box(None) for _ in range(3)]
        self.assertEqual([id(b) for b in boxes], [c.address(b) for b in boxes])


class ByteArrays(unittest.TestCase):
    def test_more_than_once(self):
        array = bytearray(b"content")
        for _ in range(3):
            self.assertEqual(c.content(array), b"content")
        array += b" and more"
        self.assertEqual(c.content(array), b"content and more")
        del array[4:]
        self.assertEqual(c.content(array), b"cont")
        self.assertEqual(c.content(bytearray()), b"")

    def test_written_in_turn(self):
        def read_and_write():
            before = bytes(array)
            array[:1] = b"P"
            array[-1] = ord("p")
            return before

        for size in 5, 5000, 100_000:
            for view in None, memoryview:
                with self.subTest(size=size, view=view):
                    array = bytearray(size)
                    kept = view and view(array)
                    result = c.write_in_turn(array, read_and_write)
                    rest = b"c" * (size - 4)
                    self.assertEqual(result[0], b"ccc" + rest + b"c")
                    self.assertEqual(result[1], b"Pcc" + rest + b"p")
                    self.assertEqual(result[2], b"PCc" + rest + b"p")
                    self.assertEqual(result[3], 1)
                    self.assertEqual(array, b"PCC" + rest + b"p")
                    self.assertIn(kept, (None, array))


if __name__ == "__main__":
    unittest.main()
