"""Modules with state, and what C leaves unset."""

import gc
import importlib
import importlib.util
import unittest

import capi_modules as c


def another():
    """A second instance of the module."""
    spec = importlib.util.spec_from_file_location("capi_modules", c.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def collect():
    for _ in range(4):
        gc.collect()


class Modules(unittest.TestCase):
    def test_state_of_each_instance(self):
        other = another()
        c.keep("here")
        self.assertIsNone(other.keep("there"))
        self.assertEqual(c.keep(None), "here")

    def test_freed(self):
        before = c.freed_modules()
        other = another()
        other.keep(["something"])
        del other
        collect()
        self.assertEqual(c.freed_modules(), before + 1)

    def test_what_state_keeps_is_released(self):
        class Thing:
            gone = False

            def __del__(self):
                Thing.gone = True

        other = another()
        other.keep(Thing())
        collect()
        self.assertFalse(Thing.gone)
        del other
        collect()
        collect()
        self.assertTrue(Thing.gone)

    def test_reload_does_not_execute_again(self):
        before = c.executed_modules(), c.Holder
        self.assertIs(importlib.reload(c), c)
        self.assertEqual((c.executed_modules(), c.Holder), before)


class Unset(unittest.TestCase):
    def test_tuple(self):
        made = c.half_filled(False)
        self.assertEqual(len(made), 2)
        self.assertTrue(c.is_null(made, 1))
        self.assertFalse(c.is_null(made, 0))

    def test_list(self):
        made = c.half_filled(True)
        self.assertEqual(len(made), 2)
        self.assertEqual(made[:1], [1])


class AttributesByCString(unittest.TestCase):
    def test_all(self):
        holder = c.Holder()
        holder.value = 7
        self.assertEqual(holder.value, 7)
        with self.assertRaisesRegex(AttributeError, "no other here"):
            holder.other
        with self.assertRaisesRegex(AttributeError, "other is fixed"):
            holder.other = 1
        with self.assertRaisesRegex(AttributeError, "value stays"):
            del holder.value


if __name__ == "__main__":
    unittest.main()
