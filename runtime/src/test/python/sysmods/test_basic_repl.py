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


def session(typed):
    """What is shown, without the end of the last line."""
    command = [sys.executable, "-I", "-q", "-i"]
    done = subprocess.run(
        command, input=typed, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.stdout.removesuffix("\n")


class Sessions(unittest.TestCase):
    def check(self, typed, shown):
        self.assertEqual(session(typed), shown)

    def test_statements(self):
        self.check("x = 5; x\n\nx +\\\n1\n", ">>> 5\n>>> >>> ... 6\n>>> ")
        self.check("# nothing\n  \n1\n", ">>> >>> >>> 1\n>>> ")

    def test_blocks(self):
        self.check("if 1: print(3)\n\n4\n", ">>> ... 3\n>>> 4\n>>> ")
        self.check("for i in 1, 2:\n  i\n\n3\n", ">>> ... ... 1\n2\n>>> 3\n>>> ")
        self.check("x = (1,\n\n2)\nx\n", ">>> ... ... >>> (1, 2)\n>>> ")

    def test_end_of_input(self):
        self.check("for i in 1, 2:\n  i\n", ">>> ... ... \n1\n2\n>>> ")
        self.check("print(1)", ">>> ... \n1\n>>> ")
        self.check("import os; os.close(0)\n", ">>> >>> ")

    def test_an_empty_line_ends_a_block(self):
        mark = '  File "<stdin>", line 3\n    \n    ^\n'
        message = "SyntaxError: expected 'except' or 'finally' block\n"
        self.check("try:\n  1\n\n2\n", ">>> ... ... " + mark + message + ">>> 2\n>>> ")

    def test_errors(self):
        shown = (
            '>>>   File "<stdin-0>", line 1\n    return\n    ^^^^^^\n'
            "SyntaxError: 'return' outside function\n>>> 1\n>>> "
        )
        self.check("return\n1\n", shown)
        shown = (
            ">>> ... >>> Traceback (most recent call last):\n"
            '  File "<stdin>", line 1, in <module>\n    f()\n    ~^^\n'
            '  File "<stdin>", line 1, in f\n    def f(): 1/0\n             ~^~\n'
            "ZeroDivisionError: division by zero\n>>> '<stdin-0>'\n>>> "
        )
        self.check("def f(): 1/0\n\nf()\nf.__code__.co_filename\n", shown)

    def test_prompts(self):
        typed = 'import sys; sys.ps1 = "$ "; sys.ps2 = "% "\nif 1:\n  2\n\n'
        self.check(typed, ">>> $ % % 2\n$ ")

    def test_future(self):
        typed = "from __future__ import annotations\ndef f(x: y): 1\n\nf.__annotations__\n"
        self.check(typed, ">>> >>> ... >>> {'x': 'y'}\n>>> ")

    def test_source(self):
        typed = "def f():\n  1\n\nimport inspect\ninspect.getsource(f)\n"
        self.check(typed, ">>> ... ... >>> >>> 'def f():\\n  1\\n'\n>>> ")


if __name__ == "__main__":
    unittest.main()
