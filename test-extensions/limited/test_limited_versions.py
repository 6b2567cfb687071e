"""One extension, compiled for each Py_LIMITED_API from 3.2 to 3.14, with both sets of headers."""

import gc
import importlib.util
import os
import pathlib
import unittest

BUILT = pathlib.Path(os.environ["JABIRU_TEST_BUILT"], "limited")


def load(directory):
    spec = importlib.util.spec_from_file_location("small", BUILT / directory / "small.abi3.so")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Versions(unittest.TestCase):
    def check(self, directory):
        small = load(directory)
        minor = int(directory.removesuffix("-own").partition(".")[2])
        self.assertEqual(small.limited_api, 0x03000000 | minor << 16)
        counter = small.Counter()
        self.assertIs(counter.increment().increment(5), counter)
        self.assertEqual((counter.number, counter.double, counter.thing), (6, 12, None))
        counter.thing = [counter]
        counter.number = 100
        self.assertEqual((repr(counter), len(counter.thing)), ("Counter(100)", 1))
        found = [small.kinds(o).index(1) for o in (1, [], (), "", {}, 1.0, None)]
        self.assertEqual(found, list(range(7)))
        self.assertEqual(small.sum([1, 2.5, True]), 4.5)
        self.assertEqual(small.pairs({"a": 1, 2: None}), [("a", 1), (2, None)])
        self.assertEqual(small.keywords(1, second=2), (2, 1))
        self.assertIsNone(small.nothing())
        with self.assertRaisesRegex(TypeError, "must be real number, not str"):
            small.sum(["x"])
        with self.assertRaisesRegex(TypeError, "missing required argument 'first'"):
            small.keywords()
        with self.assertRaises(TypeError):
            counter.number = "x"

        class Heir(small.Counter):
            pass

        heir = Heir()
        heir.extra = heir
        self.assertEqual(heir.increment().extra.number, 1)

    def test_garbage(self):
        small = load("3.2")
        for _ in range(100):
            counter = small.Counter()
            counter.thing = [counter]
        del counter
        gc.collect()


def add(minor, headers):
    directory = f"3.{minor}{headers}"
    name = f"test_3_{minor}{headers.replace('-', '_')}"
    setattr(Versions, name, lambda self: self.check(directory))


for minor in range(2, 15):
    add(minor, "")
    add(minor, "-own")

if __name__ == "__main__":
    unittest.main()
