"""Dicts from C: iterated whole, interrupted by Python code, nested."""

import unittest

import capi_dict as c


class Thing:
    pass


def some(count):
    return {
        (i if i % 3 else str(i)): [i, f"value {i}", i * 0.5, Thing()][i % 4] for i in range(count)
    }


class Iteration(unittest.TestCase):
    def test_all_entries(self):
        for count in 0, 1, 2, 3, 31, 32, 33, 1000:
            entries = some(count)
            self.assertEqual(c.entries(entries), list(entries.items()))

    def test_after_deletions(self):
        entries = some(100)
        for i in range(0, 100, 7):
            del entries[i if i % 3 else str(i)]
        self.assertEqual(c.entries(entries), list(entries.items()))

    def test_python_runs_in_between(self):
        entries = some(50)

        def change(key, value):
            entries[key] = ("seen", value)
            return key

        before = dict(entries)
        self.assertEqual(c.entries(entries, change), list(before))
        self.assertEqual(entries, {k: ("seen", v) for k, v in before.items()})

    def test_a_value_that_changed_ahead(self):
        entries = dict.fromkeys(range(40), "old")

        def change(key, value):
            entries[39] = "new"
            return value

        self.assertEqual(c.entries(entries, change), ["old"] * 39 + ["new"])

    def test_two_at_once(self):
        a, b = some(9), some(40)
        expected = [(k, v) for k in a for v in b.values()]
        self.assertEqual(c.product(a, b), expected)
        self.assertEqual(c.product(a, a), [(k, v) for k in a for v in a.values()])

    def test_replace(self):
        entries = some(70)
        self.assertEqual(c.replace_all(entries, "new"), 70)
        self.assertEqual(set(entries.values()), {"new"})

    def test_no_dict(self):
        self.assertEqual(c.entries([1, 2]), [])

    def test_error(self):
        with self.assertRaises(ZeroDivisionError):
            c.entries({1: 0}, lambda k, v: k / v)


class Items(unittest.TestCase):
    def test_get(self):
        entries = some(20)
        for key, value in entries.items():
            self.assertIs(type(c.get(entries, key)), type(value))
            self.assertEqual(c.get(entries, key), value)
        self.assertIsNone(c.get(entries, "missing"))
        with self.assertRaisesRegex(TypeError, "unhashable type: 'list'"):
            c.get(entries, [])

    def test_size(self):
        for count in 0, 1, 40:
            self.assertEqual(c.sizes(some(count), "more"), (count, count + 1, count))


if __name__ == "__main__":
    unittest.main()
