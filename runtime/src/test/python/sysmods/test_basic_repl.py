"""The plain interactive loop with standard input from a pipe: prompts, results, tracebacks."""

import re
import subprocess
import sys
import unittest


def talk(text, *options):
    done = subprocess.run(
        [sys.executable, "-q", "-I", "-i", *options], input=text, capture_output=True, text=True
    )
    return done.stdout, done.stderr, done.returncode


class BasicRepl(unittest.TestCase):
    def test_results_and_prompts(self):
        out, err, status = talk("1 + 1\n_ * 2\nfor i in range(2):\n  i\n\n'a'\n")
        self.assertEqual(out, "2\n4\n0\n1\n'a'\n")
        self.assertEqual(err, ">>> >>> >>> ... ... >>> >>> \n")
        self.assertEqual(status, 0)

    def test_own_prompts(self):
        prompts = "import sys\nsys.ps1 = 'a '; sys.ps2 = 3\nif 1:\n  'b'\n\n"
        self.assertEqual(talk(prompts), ("'b'\n", ">>> >>> a 33a \n", 0))

    def test_tracebacks_have_lines(self):
        err = talk("def f():\n    return 1 / 0\n\nx = 1\nf()\n")[1]
        self.assertEqual(
            err,
            ">>> ... ... >>> >>> Traceback (most recent call last):\n"
            '  File "<stdin>", line 1, in <module>\n'
            "    f()\n"
            "    ~^^\n"
            '  File "<stdin>", line 2, in f\n'
            "    return 1 / 0\n"
            "           ~~^~~\n"
            "ZeroDivisionError: division by zero\n"
            ">>> \n",
        )

    def test_syntax_errors(self):
        err = talk("x +\n  y\nif True print(1)\n1\n")[1]
        self.assertEqual(
            err,
            '>>>   File "<stdin>", line 1\n'
            "    x +\n"
            "       ^\n"
            "SyntaxError: invalid syntax\n"
            '>>>   File "<stdin>", line 1\n'
            "    y\n"
            "IndentationError: unexpected indent\n"
            '>>>   File "<stdin>", line 1\n'
            "    if True print(1)\n"
            "            ^^^^^\n"
            "SyntaxError: invalid syntax\n"
            ">>> >>> \n",
        )

    def test_end_of_input_within_a_statement(self):
        out, err, status = talk("if True:\n    'last'\n")
        self.assertEqual((out, status), ("'last'\n", 0))
        self.assertEqual(err.count("... "), 2)
        self.assertRegex(talk("def f():\n")[1], "IndentationError: expected an indented block")

    def test_exit(self):
        self.assertEqual(talk("raise SystemExit(5)\n1\n"), ("", ">>> ", 5))

    def test_hook_and_last_exception(self):
        out, err, _ = talk(
            "import sys\n"
            "sys.excepthook = lambda t, v, tb: print('hook', t.__name__, v)\n"
            "1 / 0\n"
            "sys.last_exc\n"
        )
        self.assertEqual(
            out, "hook ZeroDivisionError division by zero\nZeroDivisionError('division by zero')\n"
        )
        self.assertEqual(re.sub(r">>> |\n", "", err), "")

    def test_after_a_command(self):
        out, err, _ = talk("x\nfrom __future__ import annotations\n", "-c", "x = 3")
        self.assertEqual((out, err), ("3\n", ">>> >>> >>> \n"))


if __name__ == "__main__":
    unittest.main()
