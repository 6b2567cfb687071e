"""Struct sequences made in C."""

import unittest

import capi_structseq as c


class StructSequences(unittest.TestCase):
    def setUp(self):
        self.type = c.new_type()

    def test_type(self):
        self.assertEqual(self.type.__name__, "triple")
        self.assertEqual(self.type.__module__, "capi_structseq")
        self.assertTrue(issubclass(self.type, tuple))
        self.assertEqual(
            (self.type.n_fields, self.type.n_sequence_fields, self.type.n_unnamed_fields),
            (3, 2, 0),
        )
        self.assertEqual(self.type.__match_args__, ("first", "second"))

    def test_values(self):
        kept = [object()]
        made = c.make(self.type, 1, kept, "hidden value")
        self.assertEqual(made, (1, kept))
        self.assertEqual((made.first, made.hidden), (1, "hidden value"))
        self.assertIs(made.second, kept)
        self.assertIs(type(made), self.type)
        self.assertEqual(
            repr(c.make(self.type, 1, 2, 3)), "capi_structseq.triple(first=1, second=2)"
        )

    def test_items_are_read(self):
        made = c.make(self.type, 10**20, "text", None)
        self.assertEqual([c.item(made, i) for i in range(3)], [10**20, "text", None])
        born_here = self.type((1, 2, [3]))
        self.assertEqual([c.item(born_here, i) for i in range(3)], [1, 2, [3]])


if __name__ == "__main__":
    unittest.main()
