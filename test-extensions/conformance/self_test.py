"""Tests of the runner, on test files made for it: self_test.py [--summary FILE]

The oracle plays the interpreter under test. The files crash, hang, pass although they should not.
"""

import pathlib
import signal
import subprocess
import sys
import tempfile
import textwrap
import unittest
from unittest import mock

import compare
import expected
import library
import oracle_results
import process
import report

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
LIMITS = process.Limits(file=60, test=5)

FAKE = """
import os, time, unittest

class Fake(unittest.TestCase):
    def test_a_passes(self):
        pass

    def test_b_fails(self):
        self.assertEqual(1, 2)

    def test_c_is_skipped(self):
        self.skipTest("not here")

    def test_d_crashes(self):
        os.abort()

    def test_e_passes(self):
        pass

    def test_f_subtest(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    @unittest.expectedFailure
    def test_g_expected(self):
        self.fail()

class Unprepared(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no class")

    def test_x(self):
        pass
"""

HANGS = """
import time, unittest

class Hangs(unittest.TestCase):
    def test_a(self):
        pass

    def test_b(self):
        time.sleep(1000)

    def test_c(self):
        pass
"""


class RunFile(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = pathlib.Path(scratch.name)
        oracle = str(TOP / "test-extensions" / "oracle")
        self.side = process.Side([oracle], {}, scratch.name)

    def run_source(self, source, limits=LIMITS):
        (self.directory / "test_fake.py").write_text(textwrap.dedent(source), encoding="utf-8")
        return process.run_file(self.side, "test_fake", limits, self.directory / "log")

    def log(self):
        return (self.directory / "log").read_text(encoding="utf-8")

    def statuses(self, result):
        return {compare.short("test_fake", t): o.status for t, o in result.tests.items()}

    def test_outcomes(self):
        result = self.run_source(FAKE)
        self.assertEqual(
            self.statuses(result),
            {
                "Fake.test_a_passes": "passed",
                "Fake.test_b_fails": "failed",
                "Fake.test_c_is_skipped": "skipped",
                "Fake.test_d_crashes": "crashed",
                "Fake.test_e_passes": "passed",
                "Fake.test_f_subtest": "failed",
                "Fake.test_g_expected": "passed",
                "setUpClass (test_fake.Unprepared)": "failed",
            },
        )
        self.assertEqual(result.problem, "")
        self.assertIn("SIGABRT", result.tests["test_fake.Fake.test_d_crashes"].reason)
        self.assertIn("1 != 2", self.log())

    def test_hang_is_ended_and_shows_where(self):
        result = self.run_source(HANGS, process.Limits(file=60, test=4))
        self.assertEqual(
            self.statuses(result),
            {"Hangs.test_a": "passed", "Hangs.test_b": "hung", "Hangs.test_c": "passed"},
        )
        self.assertIn("in test_b", self.log())

    def test_limit_of_the_file(self):
        result = self.run_source(HANGS, process.Limits(file=1.5, test=50))
        self.assertEqual(self.statuses(result), {"Hangs.test_a": "passed", "Hangs.test_b": "hung"})
        self.assertIn("no end after", result.problem)

    def test_goes_on_after_the_limit(self):
        kept = []
        (self.directory / "test_fake.py").write_text(textwrap.dedent(HANGS), encoding="utf-8")
        with mock.patch.object(process, "KEPT_EVERY", 0.1):
            limits = process.Limits(file=1.5, test=50)
            process.run_file(
                self.side, "test_fake", limits, self.directory / "log", keep=kept.append
            )
        self.assertEqual(kept[-1].problem, process.UNFINISHED)
        before = kept[-1]
        before.tests["test_fake.Hangs.test_b"] = process.Outcome("failed", 1)
        result = process.run_file(self.side, "test_fake", LIMITS, self.directory / "log", before)
        self.assertEqual(
            self.statuses(result),
            {"Hangs.test_a": "passed", "Hangs.test_b": "failed", "Hangs.test_c": "passed"},
        )

    def test_file_that_does_not_load(self):
        result = self.run_source("import no_such_module")
        self.assertEqual(result.tests, {})
        self.assertIn("no_such_module", result.problem)
        self.assertIn("ModuleNotFoundError", self.log())

    def test_file_that_dies_while_it_loads(self):
        result = self.run_source("import os; os._exit(7)")
        self.assertEqual((result.tests, result.problem), ({}, "exit status 7"))

    def test_file_that_is_skipped(self):
        result = self.run_source("import unittest\nraise unittest.SkipTest('not today')")
        self.assertEqual((result.problem, result.skipped), ("", "not today"))

    def test_bad_end(self):
        source = HANGS.replace("time.sleep(1000)", "import atexit, os; atexit.register(os.abort)")
        result = self.run_source(source)
        self.assertEqual(set(self.statuses(result).values()), {"passed"})
        self.assertIn("after its tests: killed by SIGABRT", result.problem)

    def test_kept_as_json(self):
        result = self.run_source(HANGS, process.Limits(file=60, test=4))
        self.assertEqual(process.FileResult.from_json(result.to_json()), result)


class Interrupts(unittest.TestCase):
    def test_in_the_background_of_a_shell(self):
        code = "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self.assertEqual(self.output(code), "True")
            process.take_interrupts()
            self.assertEqual(self.output(code), "False")
        finally:
            signal.signal(signal.SIGINT, before)

    def output(self, code):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        return done.stdout.strip()


class Lists(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = pathlib.Path(scratch.name)

    def compare(self, mine, oracle, **known):
        expected.write("test_x", known, self.directory)
        result = process.FileResult("test_x")
        for test, status in mine.items():
            result.tests[f"test.test_x.{test}"] = process.Outcome(status, 0, "why")
        return compare.compare(result, oracle, self.directory)

    def test_what_the_oracle_does_not_pass_does_not_count(self):
        c = self.compare(
            {"a": "passed", "b": "failed", "c": "failed"},
            {"a": "passed", "b": "skipped", "c": "failed"},
        )
        self.assertEqual((c.wanted, c.passed, c.failed), (1, 1, {}))

    def test_failure_that_is_in_no_list(self):
        c = self.compare({"a": "failed", "b": "crashed"}, {"a": "passed", "b": "passed"}, b="known")
        self.assertEqual(c.unexpected, {"a": "failed: why"})
        self.assertEqual((c.known(), c.crashed, c.wrongly_expected), (1, 1, []))

    def test_test_of_a_list_that_passes(self):
        c = self.compare({"a": "passed"}, {"a": "passed"}, a="known", gone="known")
        self.assertEqual((c.unexpected, c.wrongly_expected), ({}, ["a", "gone"]))

    def test_sometimes(self):
        for status in "passed", "failed":
            c = self.compare({"a": status}, {"a": "passed"}, a="sometimes too slow")
            self.assertEqual((c.unexpected, c.wrongly_expected), ({}, []))

    def test_skipped_here_but_not_there_is_a_failure(self):
        c = self.compare({"a": "skipped"}, {"a": "passed"})
        self.assertEqual(c.unexpected, {"a": "skipped: why"})

    def test_did_not_run(self):
        c = self.compare({"setUpClass (test.test_x.C)": "failed"}, {"C.a": "passed", "b": "passed"})
        self.assertEqual(
            c.unexpected,
            {
                "C.a": "failed: setUpClass (test.test_x.C): why",
                "b": "did not run",
            },
        )

    def test_file_format(self):
        known = {"C.b": "reason one", "C.a": "reason two", "C.c": "reason one"}
        expected.write("test_x", known, self.directory)
        self.assertEqual(expected.read("test_x", self.directory), known)
        text = expected.path("test_x", self.directory).read_text()
        self.assertEqual(text, "C.b: reason one\nC.c: reason one\nC.a: reason two\n")
        expected.write("test_x", {}, self.directory)
        self.assertFalse(expected.path("test_x", self.directory).exists())

    def test_rules(self):
        file = self.directory / "reasons.txt"
        file.write_text("# comment\n^test_x .*dis\\. => about bytecode\nframe => frames\n")
        rules = expected.read_rules(file)
        for test, why, reason in [
            ("C.a", "failed: dis.x", "about bytecode"),
            ("C.frame", "crashed: killed", "frames"),
            ("C.b", "failed: <f at 0x7f00> is not", "not yet: <f> is not"),
        ]:
            self.assertEqual(expected.reason_by_rules(rules, "test_x", test, why), reason)

    def test_line_without_reason(self):
        expected.path("test_x", self.directory).write_text("C.a:\n")
        with self.assertRaises(SystemExit):
            expected.read("test_x", self.directory)

    def test_oracle_file(self):
        result = process.FileResult("test_x", seconds=1.5)
        result.tests["test.test_x.C.a"] = process.Outcome("passed", 0.1)
        text = oracle_results.format_file("test_x", result)
        self.assertEqual(oracle_results.parse(text), {"test_x": ({"C.a": "passed"}, 1.5)})

    def test_report(self):
        c = self.compare({"a": "passed", "b": "failed"}, {"a": "passed", "b": "passed"}, b="known")
        text = report.render([(c, 1.0)], ["test_y"])
        self.assertIn("**1 of 2 tests pass (50.0 %)**", text)
        self.assertIn("| test_x | 2 | 1 | 1 |  | 50.0 % |", text)
        self.assertIn("Not run yet: test_y", text)


class LibraryTest(unittest.TestCase):
    def test_restore(self):
        with tempfile.TemporaryDirectory() as name:
            directory = pathlib.Path(name)
            (directory / "a.py").write_text("1")
            (directory / "test").mkdir()
            (directory / "test" / "b.py").write_text("2")
            sources = library.Library(directory)
            self.assertEqual(sources.restore(), [])
            (directory / "a.py").write_text("spoiled")
            (directory / "test" / "b.py").write_text("its own business")
            self.assertEqual(sources.restore(), ["a.py"])
            self.assertEqual((directory / "a.py").read_text(), "1")
            self.assertEqual(sources.restore(), [])
            (directory / "a.py").unlink()
            self.assertEqual(sources.restore(), ["a.py"])


def main():
    program = unittest.main(argv=sys.argv[:1], exit=False)
    result = program.result
    bad = len(result.failures) + len(result.errors)
    if sys.argv[1:2] == ["--summary"]:
        skipped = len(result.skipped)
        good = result.testsRun - bad - skipped
        pathlib.Path(sys.argv[2]).write_text(f"{good} {bad} {skipped}\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
