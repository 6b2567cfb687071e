"""Types that C made or has seen end with a collection, and not while C or Python needs them."""

import gc
import importlib.util
import unittest
import weakref

import capi_type_lifetimes as c


def collect():
    for _ in range(3):
        gc.collect()


def new_module():
    spec = importlib.util.spec_from_file_location(c.__name__, c.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Case(unittest.TestCase):
    def setUp(self):
        c.drop()
        collect()
        c.frees()

    def assertEnds(self, *references):
        collect()
        self.assertEqual([r() for r in references], [None] * len(references))

    def assertLives(self, *references):
        collect()
        for r in references:
            self.assertIsNotNone(r())


class ClassesOfPython(Case):
    def test_seen_by_c(self):
        class A:
            pass

        c.keep(A)
        self.assertIs(c.give_up(), A)
        r = weakref.ref(A)
        del A
        self.assertEnds(r)

    def test_kept_by_c(self):
        class A:
            x = 5

        r = weakref.ref(A)
        c.keep(A)
        del A
        self.assertLives(r)
        self.assertEqual(c.call_kept().x, 5)
        self.assertEqual(c.give_up().x, 5)
        self.assertEnds(r)

    def test_dropped_by_c(self):
        class A:
            pass

        r = weakref.ref(A)
        c.keep(A)
        del A
        self.assertLives(r)
        c.drop()
        self.assertEnds(r)

    def test_one_tuple_of_bases(self):
        class A:
            pass

        bases = (A,)
        first, second = type("First", bases, {}), type("Second", bases, {})
        c.keep(first)
        c.keep(second)
        c.drop()
        r = weakref.ref(first)
        del A, bases, first
        self.assertEnds(r)
        others = [c.bases(type(f"C{i}", (Case,), {})) for i in range(100)]
        self.assertEqual([t.__name__ for t in c.bases(second)], ["A"])
        r = weakref.ref(second)
        del second
        self.assertEnds(r)
        self.assertEqual(set(others), {(Case,)})

    def test_kept_through_an_instance(self):
        class A:
            def method(self):
                return 7

        r = weakref.ref(A)
        c.keep(A())
        del A
        self.assertLives(r)
        self.assertEqual(c.give_up().method(), 7)
        self.assertEnds(r)

    def test_type_read_from_the_instance(self):
        class A:
            x = 8

        r = weakref.ref(A)
        a = A()
        c.keep_type(a)
        del A, a
        self.assertLives(r)
        self.assertEqual(c.call_kept().x, 8)
        c.drop()
        self.assertEnds(r)

    def test_instance_in_the_class(self):
        class A:
            pass

        A.instance = A()
        A.instances = [A() for _ in range(3)]
        c.keep(A.instance)
        c.drop()
        c.keep(A.instances)
        c.drop()
        r = weakref.ref(A)
        del A
        self.assertEnds(r)

    def test_derived(self):
        class A:
            x = 1

        class B(A):
            pass

        c.keep(B)
        references = weakref.ref(A), weakref.ref(B)
        del A, B
        self.assertLives(*references)
        self.assertEqual(c.call_kept().x, 1)
        c.drop()
        self.assertEnds(*references)

    def test_registered_by_the_base(self):
        class A:
            known = []

            def __init_subclass__(cls):
                cls.known.append(cls)

        class B(A):
            pass

        c.keep(B)
        c.drop()
        references = weakref.ref(A), weakref.ref(B)
        del B
        self.assertLives(*references)
        del A
        self.assertEnds(*references)

    def test_metaclass(self):
        class M(type):
            made = []

            def __init__(cls, *args):
                cls.made.append(cls)

        class A(metaclass=M):
            x = 2

        references = weakref.ref(A), weakref.ref(M)
        c.keep(A)
        del A, M
        self.assertLives(*references)
        self.assertEqual(c.call_kept().x, 2)
        c.drop()
        self.assertEnds(*references)

    def test_another_class_for_an_instance(self):
        class A:
            pass

        class B:
            x = 3

        a = A()
        c.keep(a)
        a.__class__ = B
        r = weakref.ref(A)
        del A
        collect()
        c.keep_type(c.give_up())
        c.drop()
        self.assertEqual(a.x, 3)
        del a
        self.assertEnds(r)

    def test_other_bases(self):
        class A:
            x = 1

        class B:
            x = 2

        class D(A):
            pass

        c.keep(D)
        D.__bases__ = (B,)
        r = weakref.ref(A)
        del A
        collect()
        self.assertEqual(c.call_kept().x, 2)
        c.drop()
        references = weakref.ref(B), weakref.ref(D), r
        del B, D
        self.assertEnds(*references)

    def test_finalizer_brings_the_class_back(self):
        back = []

        class A:
            def __del__(self):
                back.append(type(self))

        c.keep(A)
        c.drop()
        a = A()
        c.keep(a)
        c.drop()
        a.itself = a
        del A, a
        collect()
        self.assertEqual(len(back), 1)
        c.keep(back[0]())
        self.assertEqual(type(c.give_up()).__name__, "A")

    def test_many(self):
        references = []
        for i in range(500):
            cls = type(f"C{i}", (), {"number": i})
            c.keep(cls())
            references.append(weakref.ref(cls))
        self.assertEqual(c.give_up().number, 499)
        del cls
        # An interpreter's cache may know the last.
        self.assertEnds(*references[:-1])


class TypesOfC(Case):
    def test_given_up(self):
        cls = c.make_type()
        r = weakref.ref(cls)
        self.assertLives(r)
        self.assertIsNone(cls().value)
        del cls
        self.assertEnds(r)

    def test_kept_by_an_instance(self):
        o = c.make_type()()
        r = weakref.ref(type(o))
        self.assertLives(r)
        o.value = 4
        self.assertEqual(o.value, 4)
        c.frees()
        del o
        self.assertEnds(r)
        self.assertEqual(c.frees()[0], 1)

    def test_kept_by_an_instance_that_c_keeps(self):
        o = c.make_type()()
        r = weakref.ref(type(o))
        c.keep(o)
        o.value = "kept"
        del o
        self.assertLives(r)
        self.assertEqual(c.give_up().value, "kept")
        self.assertEnds(r)

    def test_instance_refers_to_its_type(self):
        o = c.make_type()()
        o.value = type(o)
        r = weakref.ref(type(o))
        self.assertLives(r)
        del o
        self.assertEnds(r)

    def test_instance_in_the_type(self):
        cls = c.make_type()
        cls.instance = cls()
        cls.instance.value = cls.instance
        r = weakref.ref(cls)
        del cls
        self.assertEnds(r)
        self.assertEqual(c.frees()[0], 1)

    def test_derived_in_python(self):
        class A(c.make_type()):
            pass

        A.instance = A()
        A.instance.value = [A]
        references = weakref.ref(A), weakref.ref(A.__base__)
        self.assertLives(*references)
        del A
        self.assertEnds(*references)
        self.assertEqual(c.frees()[0], 1)

    def test_derived_in_c(self):
        base = c.make_type()
        derived = c.make_subtype(base)
        r, s = weakref.ref(base), weakref.ref(derived)
        del base
        self.assertLives(r, s)
        self.assertIs(derived.__base__, r())
        derived().value = derived
        del derived
        self.assertEnds(r, s)

    def test_module_of_a_type_without_other_references(self):
        o = c.make_type()()
        collect()
        self.assertEqual(o.module_name(), "capi_type_lifetimes")

    def test_module_with_types(self):
        m = new_module()
        o = m.Holder()
        o.value = m
        r = weakref.ref(m), weakref.ref(m.Holder)
        del m
        self.assertLives(*r)
        self.assertEqual(o.module_name(), "capi_type_lifetimes")
        self.assertEqual(c.frees(), (0, 0))
        del o
        self.assertEnds(*r)
        self.assertEqual(c.frees(), (1, 1))

    def test_module_kept_by_an_instance(self):
        m = new_module()
        o = m.Holder()
        r = weakref.ref(m)
        del m
        self.assertLives(r)
        self.assertIs(type(o), r().Holder)
        self.assertEqual(o.module_name(), "capi_type_lifetimes")
        del o
        self.assertEnds(r)
        self.assertEqual(c.frees(), (1, 1))

    def test_type_outlives_the_names_in_its_module(self):
        m = new_module()
        cls = m.Holder
        del m.Holder
        r = weakref.ref(cls)
        del cls
        self.assertLives(r)
        del m
        self.assertEnds(r)

    def test_many(self):
        references = []
        for i in range(300):
            cls = c.make_type()
            cls.number = i
            references.append(weakref.ref(cls))
            c.keep(cls())
        self.assertEqual(c.give_up().number, 299)
        del cls
        self.assertEnds(*references[:-1])
        self.assertEqual(c.frees()[0], 300)


if __name__ == "__main__":
    unittest.main()
