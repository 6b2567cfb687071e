"""Instances whose dict is in a field of their memory: C's field and __dict__ are one."""

import gc
import unittest
import weakref

import capi_instance_dict as c


class Value:
    pass


class Field(unittest.TestCase):
    def test_offset(self):
        self.assertGreater(c.Noted.__dictoffset__, 0)
        self.assertTrue(gc.is_tracked(c.Noted))

    def instances(self):
        return [c.Noted(), *c.several(2)]

    def test_null_until_it_is_needed(self):
        for o in self.instances():
            self.assertIsNone(o.field())
            with self.assertRaises(AttributeError):
                o.missing
            self.assertFalse(hasattr(o, "missing"))
            self.assertIsNone(o.field())

    def test_attribute_set_by_python(self):
        for o in self.instances():
            o.a = 1
            self.assertEqual(o.field(), {"a": 1})
            self.assertIs(o.field(), o.__dict__)
            del o.a
            self.assertEqual(o.field(), {})

    def test_dict_made_by_c(self):
        for o in self.instances():
            self.assertFalse(hasattr(o, "b"))
            o.note("b", 2)
            self.assertEqual(o.b, 2)
            o.c = 3
            self.assertEqual(o.field(), {"b": 2, "c": 3})
            self.assertIs(o.field(), o.__dict__)

    def test_dict_asked_for(self):
        for o in self.instances():
            self.assertEqual(o.__dict__, {})
            o.__dict__["d"] = 4
            self.assertEqual((o.d, o.field()), (4, {"d": 4}))

    def test_read_often(self):
        for o in self.instances():
            for n in range(3000):
                self.assertIsNone(getattr(o, "e", None))
            o.note("e", 5)
            self.assertEqual({o.e for n in range(3000)}, {5})

    def test_cycle(self):
        (o,) = c.several(1)
        o.value = Value()
        o.value.back = o
        gone = weakref.ref(o.value)
        del o
        gc.collect()
        self.assertIsNone(gone())

    def test_ends_with_its_dict(self):
        many = c.several(100)
        values = [Value() for _ in many]
        for o, value in zip(many, values):
            o.note("value", value)
        gone = [weakref.ref(value) for value in values]
        del many, values, o, value
        gc.collect()
        self.assertEqual([r() for r in gone if r() is not None], [])


if __name__ == "__main__":
    unittest.main()
