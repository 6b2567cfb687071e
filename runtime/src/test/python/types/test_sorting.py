"""list.sort and sorted: many keys of one kind, and of mixed kinds, against comparison one by one."""

import random
import traceback
import unittest


class Plain:
    """A key that can only be compared, as objects are."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def text(pieces, count):
    return "".join(random.choice(pieces) for _ in range(random.randrange(count)))


LATIN = ["a", "b", "\0", "\xff", "ab", "abcdefg", "abcdefgh", "", "zz"]
WIDE = [*LATIN, "\u20ac", "\U0001f600", "\ud800", "\uffff"]
FLOATS = [-0.0, 0.0, 1.5, -1.5, float("inf"), float("-inf"), 1e300, 5e-324, -5e-324]
NUMBERS = [True, False, 1, 2.5, 0, -3, 2**70]
KEYS = {
    "small ints": lambda: random.randrange(-50, 50),
    "words": lambda: random.randrange(-(2**63), 2**63),
    "big ints": lambda: random.randrange(-(2**66), 2**66),
    "floats": lambda: random.choice([*FLOATS, random.random(), random.random() * -1e300]),
    "numbers": lambda: random.choice(NUMBERS),
    "short texts": lambda: text(LATIN, 4),
    "wide texts": lambda: text(WIDE, 5),
    "long texts": lambda: text(LATIN, 60),
    "bits": lambda: text("ab", 30),
    "one beginning": lambda: "the same for all of them " + text("ab", 9),
    "one letter": lambda: "x" * random.randrange(200),
    "rows": lambda: (text(WIDE, 3), random.randrange(5), random.random()),
    "rows with long texts": lambda: (random.randrange(3), text(LATIN, 3), text("ab", 20)),
    "rows of numbers": lambda: (random.choice(NUMBERS), 1),
    "rows of many lengths": lambda: (1,) * random.randrange(3),
    "empty rows": lambda: (),
}


class Order(unittest.TestCase):
    def same(self, keys):
        for reverse in (False, True):
            numbers = list(range(len(keys)))
            numbers.sort(key=lambda i: Plain(keys[i]), reverse=reverse)
            found = sorted(range(len(keys)), key=lambda i: keys[i], reverse=reverse)
            self.assertEqual(found, numbers)
            by_method = sorted(range(len(keys)), key=keys.__getitem__, reverse=reverse)
            self.assertEqual(by_method, numbers)
            plain = list(keys)
            plain.sort(reverse=reverse)
            self.assertEqual(list(map(repr, plain)), [repr(keys[i]) for i in numbers])

    def test_random(self):
        random.seed(5)
        for kind, make in KEYS.items():
            for size in (63, 64, 200):
                with self.subTest(kind=kind, size=size):
                    self.same([make() for _ in range(size)])

    def test_in_order(self):
        for size in (64, 400):
            self.same(list(range(size)))
            self.same(list(range(size, 0, -1)))
            self.same([1.5] * size)
            self.same([str(i // 3) for i in range(size)])

    def test_nan(self):
        nan = float("nan")
        found = sorted([nan, *[float(i) for i in range(99, 0, -1)]])
        self.assertEqual(len(found), 100)
        self.assertEqual(sum(x == x for x in found), 99)


class Failing(unittest.TestCase):
    def test_kinds(self):
        for keys in ([1] * 99 + ["a"], ["a"] * 99 + [None], [(1, "a")] * 99 + [(1, 2)]):
            items = list(keys)
            with self.assertRaisesRegex(TypeError, "'<' not supported between instances of"):
                items.sort()
            self.assertEqual(len(items), 100)

    def test_key_raises(self):
        called = []

        def key(i):
            called.append(i)
            return 100 // (i - 80)

        items = list(range(200))
        try:
            items.sort(key=key)
            self.fail("no exception")
        except ZeroDivisionError as e:
            names = [frame.f_code.co_name for frame, _ in traceback.walk_tb(e.__traceback__)]
        self.assertEqual(items, list(range(200)))
        self.assertEqual(called, list(range(81)))
        self.assertEqual(names, ["test_key_raises", "key"])

    def test_list_is_empty_meanwhile(self):
        items = list(range(100))
        seen = set()

        def key(i):
            seen.add(len(items))
            return -i

        items.sort(key=key)
        self.assertEqual(seen, {0})
        self.assertEqual(items, list(range(99, -1, -1)))
        with self.assertRaisesRegex(ValueError, "list modified during sort"):
            items.sort(key=lambda i: items.append(i) or i)

    def test_key_is_called_once_each(self):
        called = []

        class Item:
            def __init__(self, value):
                self.value = value

            def key(self, more=1):
                called.append(self.value)
                return -self.value

        items = [Item(i) for i in range(100)]
        items.sort(key=Item.key)
        self.assertEqual([item.value for item in items], list(range(99, -1, -1)))
        self.assertEqual(called, list(range(100)))

    def test_deep(self):
        def nested(depth):
            if depth == 0:
                raise KeyError("bottom")
            return sorted(range(70), key=lambda _: nested(depth - 1))

        with self.assertRaisesRegex(KeyError, "bottom"):
            nested(50)


if __name__ == "__main__":
    unittest.main()
