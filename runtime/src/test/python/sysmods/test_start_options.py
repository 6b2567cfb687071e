"""Options of the command line and variables of the environment, and what is wrong with them."""

import os
import py_compile
import subprocess
import sys
import tempfile
import unittest


def run(*arguments, **variables):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment.update({k: v for k, v in os.environ.items() if k == "PYTHONHOME"}, **variables)
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="surrogateescape",
    )


FLAGS = "import sys; print(sys.flags.thread_inherit_context, sys.flags.context_aware_warnings)"


class Options(unittest.TestCase):
    def output(self, *arguments, **variables):
        done = run(*arguments, **variables)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def fatal(self, *arguments, **variables):
        done = run(*arguments, "-c", "1", **variables)
        self.assertEqual(done.returncode, 1, done)
        return done.stderr.splitlines()[0].removeprefix("Fatal Python error: ")

    def test_contexts(self):
        self.assertEqual(self.output("-c", FLAGS), "0 0")
        options = "-X", "thread_inherit_context=1", "-X", "context_aware_warnings=1"
        self.assertEqual(self.output(*options, "-c", FLAGS), "1 1")
        variables = {"PYTHON_THREAD_INHERIT_CONTEXT": "1", "PYTHON_CONTEXT_AWARE_WARNINGS": "1"}
        self.assertEqual(self.output("-c", FLAGS, **variables), "1 1")
        self.assertEqual(
            self.output("-X", "thread_inherit_context=0", "-c", FLAGS, **variables), "0 1"
        )
        self.assertEqual(
            self.fatal("-X", "thread_inherit_context"),
            "config_init_thread_inherit_context: -X thread_inherit_context=n:"
            " n is missing or invalid",
        )

    def test_cpu_count(self):
        code = "import os; print(os.cpu_count(), os.process_cpu_count())"
        self.assertEqual(self.output("-X", "cpu_count=7", "-c", code), "7 7")
        self.assertEqual(self.output("-c", code, PYTHON_CPU_COUNT="5"), "5 5")
        self.assertIn("n must be greater than 0", self.fatal("-X", "cpu_count=x"))

    def test_variables_that_are_numbers(self):
        code = "import sys; print(sys.flags.no_user_site, sys.flags.dont_write_bytecode)"
        for value, flag in (("0", 0), ("00", 0), ("1", 1), ("2", 1), ("x", 1), ("-1", 1), ("", 0)):
            variables = {"PYTHONNOUSERSITE": value, "PYTHONDONTWRITEBYTECODE": value}
            self.assertEqual(self.output("-c", code, **variables), f"{flag} {flag}", value)
        code = "import sys; print(sys.flags.safe_path, sys.flags.inspect)"
        variables = {"PYTHONSAFEPATH": "0", "PYTHONINSPECT": "0"}
        self.assertEqual(self.output("-c", code, **variables), "True 1")

    def test_wrong_values(self):
        for arguments, variables, message in (
            (("-X", "gil=0"), {}, "config_read_gil: Disabling the GIL is not supported"),
            ((), {"PYTHON_GIL": "x"}, 'config_read_gil: PYTHON_GIL / -X gil must be "0" or "1"'),
            (("-X", "frozen_modules=x"), {}, "bad value for option -X frozen_modules"),
            (("-X", "tracemalloc=-1"), {}, "config_init_tracemalloc: -X tracemalloc=NFRAME"),
            ((), {"PYTHONTRACEMALLOC": "x"}, "config_init_tracemalloc: PYTHONTRACEMALLOC"),
            ((), {"PYTHONMALLOC": "x"}, "preconfig_init_allocator: PYTHONMALLOC: unknown"),
        ):
            with self.subTest(message):
                self.assertTrue(self.fatal(*arguments, **variables).startswith(message))

    def test_information(self):
        self.assertTrue(self.output("-IV").startswith("Python 3.14"))
        self.assertTrue(self.output("-X", "dev", "-V").startswith("Python 3.14"))
        self.assertIn("PYTHONPATH", self.output("--help-env"))
        self.assertIn("-X dev", self.output("--help-xoptions"))

    def test_verbose(self):
        done = run("-v", "-c", "print(1)")
        self.assertEqual((done.returncode, done.stdout), (0, "1\n"))
        self.assertIn("import 'os'", done.stderr)

    def test_inspect_needs_a_terminal(self):
        done = run("-c", "print(1)", PYTHONINSPECT="1")
        self.assertEqual((done.stdout, done.stderr), ("1\n", ""))

    def test_program_from_a_pipe(self):
        done = subprocess.run(
            [sys.executable, "-"],
            input="print(__file__, __cached__, __name__)\n",
            capture_output=True,
            text=True,
        )
        self.assertEqual((done.stdout, done.stderr), ("<stdin> None __main__\n", ""))

    def test_folder_without_a_program(self):
        with tempfile.TemporaryDirectory() as directory:
            for name, shown in ((".", directory), ("../" + os.path.basename(directory), None)):
                done = subprocess.run(
                    [sys.executable, name], cwd=directory, capture_output=True, text=True
                )
                shown = shown or os.path.join(directory, name)
                self.assertIn(f"can't find '__main__' module in {shown!r}", done.stderr)

    def test_encoding_of_streams(self):
        code = "import sys; print(sys.stdout.encoding, sys.stdin.errors)"
        self.assertEqual(
            self.output("-c", code, PYTHONIOENCODING="latin-1:replace"), "iso8859-1 replace"
        )

    def test_command_that_is_no_text(self):
        done = subprocess.run([sys.executable, "-c", b"print('\xff')"], capture_output=True)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith(b"Unable to decode the command"))

    def test_compiled_file_as_a_program(self):
        with tempfile.TemporaryDirectory() as directory:
            source = os.path.join(directory, "program.py")
            with open(source, "w") as f:
                f.write("import os\nprint(os.path.basename(__file__), type(__loader__).__name__)\n")
            compiled = py_compile.compile(source, os.path.join(directory, "program.pyc"))
            self.assertEqual(self.output(compiled), "program.pyc SourcelessFileLoader")
            with open(compiled, "wb") as f:
                f.write(b"nothing of the kind, and long enough")
            self.assertIn("Bad magic number in .pyc file", run(compiled).stderr)


if __name__ == "__main__":
    unittest.main()
