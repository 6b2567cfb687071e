"""Java's classes and objects in Python: the modules java and polyglot's types."""

import importlib
import sys
import threading
import unittest

try:
    import java
    import java.util as ju
    from java.lang import IllegalStateException, Integer, Math, NumberFormatException, Thread
    from java.util import ArrayList, Collections, HashMap
except ImportError:
    java = None


def setUpModule():
    if java is None:
        raise unittest.SkipTest("there is no Java in CPython")


class Lists(unittest.TestCase):
    def test_items(self):
        items = ArrayList()
        items.add(1)
        items.append("two")
        items.append(2.5)
        self.assertEqual(len(items), 3)
        self.assertEqual([items[0], items[-1]], [1, 2.5])
        self.assertEqual(items[0:2], [1, "two"])
        items[0] = 10**30
        self.assertEqual(items[0], 10**30)
        del items[0]
        self.assertEqual(list(items), ["two", 2.5])
        self.assertIn("two", items)
        self.assertNotIn(1, items)
        with self.assertRaises(IndexError):
            items[2]
        self.assertFalse(ArrayList())

    def test_equality(self):
        self.assertEqual(ju.List.of(1, 2), [1, 2])
        self.assertEqual(ju.List.of(1, 2), ArrayList([1, 2]))
        self.assertNotEqual(ju.List.of(1, 2), [1, 3])
        self.assertEqual(hash(ju.List.of(1)), hash(ArrayList([1])))

    def test_arrays(self):
        numbers = java.type("int[]")(3)
        numbers[1] = 5
        self.assertEqual(list(numbers), [0, 5, 0])
        self.assertEqual(ju.Arrays.toString(numbers), "[0, 5, 0]")
        with self.assertRaises(TypeError):
            numbers[0] = "text"

    def test_protocols(self):
        self.assertEqual(sum(ju.List.of(1, 2, 3)), 6)
        self.assertEqual([*ju.List.of(1, 2)], [1, 2])
        first, second = ju.List.of("a", "b")
        self.assertEqual(first + second, "ab")
        match ju.List.of(1, 2):
            case [x, y]:
                self.assertEqual((x, y), (1, 2))
            case _:
                self.fail()

    def test_python_objects_come_back_as_they_were(self):
        thing = object()
        items = ArrayList()
        items.add(thing)
        self.assertIs(items[0], thing)


class Maps(unittest.TestCase):
    def test_entries(self):
        m = HashMap()
        m["k"] = [1, 2]
        m.put("none", None)
        self.assertEqual(len(m), 2)
        self.assertEqual(m["k"], [1, 2])
        self.assertIn("none", m)
        self.assertIsNone(m["none"])
        self.assertEqual(m.get("x", 7), 7)
        with self.assertRaises(KeyError):
            m["x"]
        self.assertEqual(sorted(m), ["k", "none"])
        self.assertEqual(dict(m), {"k": [1, 2], "none": None})
        self.assertEqual(sorted(m.items()), [("k", [1, 2]), ("none", None)])
        del m["k"]
        self.assertEqual(m.keys(), ["none"])
        match m:
            case {"none": value}:
                self.assertIsNone(value)
            case _:
                self.fail()

    def test_numbers_are_keys_as_java_has_them(self):
        m = HashMap()
        m[1] = "one"
        self.assertEqual(m.get(Integer.valueOf(1)), "one")


class Iteration(unittest.TestCase):
    def test_sets(self):
        numbers = ju.Set.of(1, 2)
        self.assertEqual(len(numbers), 2)
        self.assertIn(1, numbers)
        self.assertEqual(sorted(numbers), [1, 2])
        self.assertFalse(ju.Set.of())

    def test_streams(self):
        self.assertEqual(sorted(ju.stream.Stream.of("c", "a", "b")), ["a", "b", "c"])
        squares = ju.stream.IntStream.range(0, 5).map(lambda x: x * x)
        self.assertEqual(list(squares), [0, 1, 4, 9, 16])

    def test_iterators(self):
        iterator = ju.List.of(1, 2).iterator()
        self.assertIs(iter(iterator), iterator)
        self.assertEqual(next(iterator), 1)
        self.assertEqual(list(iterator), [2])
        with self.assertRaises(StopIteration):
            next(iterator)


class Exceptions(unittest.TestCase):
    def test_caught_by_their_own_class(self):
        with self.assertRaises(Exception) as caught:
            Integer.parseInt("x")
        e = caught.exception
        self.assertIsInstance(e, NumberFormatException)
        self.assertIsInstance(e, java.lang.RuntimeException)
        self.assertNotIsInstance(e, java.lang.Error)
        self.assertEqual(e.getMessage(), 'For input string: "x"')
        self.assertEqual(str(e), 'java.lang.NumberFormatException: For input string: "x"')
        try:
            Integer.parseInt("x")
        except java.io.IOException:
            self.fail()
        except (ValueError, java.lang.RuntimeException) as again:
            self.assertIsInstance(again, NumberFormatException)

    def test_raised_by_python(self):
        with self.assertRaisesRegex(Exception, "mine"):
            raise IllegalStateException("mine")
        try:
            raise IllegalStateException("mine")
        except IllegalStateException as e:
            self.assertEqual(e.getMessage(), "mine")

    def test_pythons_exceptions_through_java(self):
        def fail(value):
            raise ValueError(value)

        with self.assertRaisesRegex(ValueError, "^1$"):
            ju.Optional.of(1).map(fail)

    def test_javas_exceptions_through_python(self):
        def fail(value):
            Integer.parseInt(value)

        try:
            ju.Optional.of("x").map(fail)
        except NumberFormatException as e:
            self.assertIn("x", e.getMessage())

    def test_what_is_no_exception_class(self):
        with self.assertRaises(TypeError):
            try:
                raise ValueError
            except 1:
                pass


class Interfaces(unittest.TestCase):
    def test_functions(self):
        numbers = ArrayList([3, 1, 2])
        numbers.sort(lambda x, y: x - y)
        self.assertEqual(list(numbers), [1, 2, 3])
        seen = []
        thread = Thread(lambda: seen.append(Thread.currentThread().getName()), "worker")
        thread.start()
        thread.join()
        self.assertEqual(seen, ["worker"])

    def test_objects(self):
        class Descending:
            def compare(self, x, y):
                return (x < y) - (x > y)

        numbers = ArrayList([3, 1, 2])
        Collections.sort(numbers, Descending())
        self.assertEqual(list(numbers), [3, 2, 1])

    def test_java_waits_without_the_lock(self):
        latch = ju.concurrent.CountDownLatch(1)
        threading.Thread(target=latch.countDown).start()
        getattr(latch, "await")()


class Classes(unittest.TestCase):
    def test_static_members_and_nested_classes(self):
        self.assertEqual(Math.max(3, 8), 8)
        self.assertEqual(Integer.MAX_VALUE, 2**31 - 1)
        self.assertEqual(ju.Map.entry("k", 1).getKey(), "k")
        self.assertIn("Entry", repr(ju.Map.Entry))

    def test_checks(self):
        self.assertIsInstance(ArrayList(), ju.List)
        self.assertNotIsInstance([], ju.List)
        self.assertTrue(issubclass(ArrayList, ju.List))
        self.assertFalse(issubclass(ju.List, ArrayList))
        self.assertTrue(java.instanceof(ArrayList(), ju.Collection))
        self.assertTrue(java.is_object(ArrayList()))
        self.assertFalse(java.is_object([]))
        self.assertTrue(java.is_symbol(ArrayList))
        self.assertTrue(java.is_function(ArrayList().add))

    def test_numbers(self):
        big = java.type("java.math.BigInteger")("12345678901234567890")
        self.assertEqual(big + 1, 12345678901234567891)
        self.assertEqual(str(java.type("java.time.LocalDate").of(2020, 1, 2)), "2020-01-02")

    def test_errors(self):
        with self.assertRaises(TypeError):
            ArrayList(initial=1)
        with self.assertRaises(TypeError):
            Math.abs("text")
        with self.assertRaises(AttributeError):
            ArrayList().nothing
        with self.assertRaises(AttributeError):
            ju.Nothing
        with self.assertRaises(KeyError):
            java.type("org.example.Nothing")
        with self.assertRaises(ImportError):
            importlib.import_module("java.nothing")
        with self.assertRaises(ImportError):
            from java.util import Nothing
        with self.assertRaises(TypeError):
            ju.List[int]
        with self.assertRaisesRegex(TypeError, "cannot derive from the Java class"):

            class Own(ArrayList):
                pass

    def test_packages(self):
        self.assertIn("java.util", sys.modules)
        self.assertEqual(ju.__name__, "java.util")
        self.assertIs(java.util, ju)
        self.assertNotIn("java", sys.builtin_module_names)


if __name__ == "__main__":
    unittest.main()
