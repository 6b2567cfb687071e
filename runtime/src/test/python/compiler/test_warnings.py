"""SyntaxWarnings of the parser and the compiler."""

import unittest
import warnings


def warned(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        compile(source, "file", "exec")
    return [(str(w.message), w.category, w.filename, w.lineno) for w in caught]


class WarningsTest(unittest.TestCase):
    def check(self, source, message, line=1):
        self.assertEqual(warned(source), [(message, SyntaxWarning, "file", line)])

    def test_identity_of_literals(self):
        self.check("a is 1", '"is" with \'int\' literal. Did you mean "=="?')
        self.check("\na is not ()", '"is not" with \'tuple\' literal. Did you mean "!="?', 2)
        for source in "a is None", "a is ...", "a is True", "a is -1", "a is []":
            self.assertEqual(warned(source), [])

    def test_assertion(self):
        self.check("assert (a, b)", "assertion is always true, perhaps remove parentheses?")

    def test_missed_comma(self):
        comma = "; perhaps you missed a comma?"
        self.check("'s'(1)", "'str' object is not callable" + comma)
        self.check("1[2]", "'int' object is not subscriptable" + comma)
        self.check("[1]['a']", "list indices must be integers or slices, not str" + comma)
        self.assertEqual(warned("(lambda: 1)(2); {1: 2}[[1]]; [1][a]; 'x'[1:2]"), [])

    def test_exits_of_finally(self):
        text = "def f():\n for x in y:\n  try: pass\n  finally:\n   %s"
        for word in "return", "break", "continue":
            self.check(text % word, "'%s' in a 'finally' block" % word, 5)
        self.assertEqual(warned(text % "for z in y: break"), [])
        self.assertEqual(warned(text % "def g(): return 1"), [])

    def test_escapes(self):
        self.assertEqual([w[3] for w in warned("x = '''\n\n\\d'''")], [3])

    def test_error(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with self.assertRaises(SyntaxError) as c:
                compile("a\na is 1", "file", "exec")
        self.assertEqual((c.exception.lineno, c.exception.offset), (2, 1))


if __name__ == "__main__":
    unittest.main()
