"""Runs one of CPython's test files under the interpreter it is started with:

    driver.py RESULTS DONE TESTS NAME

RESULTS gets a line for each event at once, so that what a crash leaves behind is whole:

    start <tab> id
    end <tab> passed|failed|skipped <tab> seconds <tab> id <tab> reason
    file <tab> failed|skipped <tab> reason     the file does not load, or is skipped as a whole
    done

DONE lists the ids that an earlier process has run: they are left out. TESTS is the directory of
the test files, put first on sys.path if it is not empty; NAME the module. The settings are those
of `python -m test`: no resources, warnings shown, another directory for each file.
"""

import faulthandler
import os
import signal
import sys
import time
import unittest


def identity(test):
    """The id of a test; some name an attribute of theirs so."""
    return test.id() if callable(test.id) else unittest.TestCase.id(test)


def one_line(text, limit=300):
    return " ".join(str(text).split())[:limit]


class Log:
    def __init__(self, path):
        self.descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        self.process = os.getpid()

    def write(self, *fields):
        if os.getpid() == self.process:  # a forked child that ran on would spoil it
            line = "\t".join(fields) + "\n"
            os.write(self.descriptor, line.encode("utf-8", "backslashreplace"))


class StreamingResult(unittest.TestResult):
    """Like unittest's, and writes each test's outcome when it ends."""

    log = None

    def startTest(self, test):
        super().startTest(test)
        self.outcome = "passed", ""
        self.started = time.perf_counter()
        self.log.write("start", one_line(identity(test)))

    def stopTest(self, test):
        super().stopTest(test)
        status, reason = self.outcome
        took = f"{time.perf_counter() - self.started:.3f}"
        self.log.write("end", status, took, one_line(identity(test)), one_line(reason))

    def fail(self, test, reason):
        if isinstance(test, unittest.TestCase) or hasattr(test, "test_case"):
            self.outcome = "failed", reason
        else:  # setUpClass, setUpModule and their like: no test of its own
            self.log.write("end", "failed", "0", one_line(identity(test)), one_line(reason))

    def addError(self, test, err):
        super().addError(test, err)
        self.show(test, err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.show(test, err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.show(subtest, err)

    def show(self, test, err):
        self.fail(test, f"{err[0].__name__}: {err[1]}")
        pairs = self.failures if self.failures and self.failures[-1][0] is test else self.errors
        text = pairs[-1][1] if pairs and pairs[-1][0] is test else ""
        print(f"{'=' * 70}\nFAIL: {test}\n{text}", file=sys.stderr, flush=True)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if isinstance(test, unittest.TestCase):
            if self.outcome[0] == "passed":
                self.outcome = "skipped", reason
        else:
            self.log.write("end", "skipped", "0", one_line(identity(test)), one_line(reason))

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.fail(test, "unexpected success")


def without(suite, done):
    """Takes the tests out of a suite that an earlier process has run."""
    kept = []
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            without(test, done)
            kept.append(test)
        elif one_line(identity(test)) not in done:
            kept.append(test)
    suite._tests = kept


def settings():
    """What `python -m test` sets in its processes."""
    from test import support

    support.use_resources = []
    support.verbose = 0
    support.junit_xml_list = None
    support.record_original_stdout(sys.stdout)
    sys.stdout.reconfigure(errors="backslashreplace")
    os.environ.setdefault("PYTHONREGRTEST_UNICODE_GUARD", "\udc80\xe9")


def run(log, done, name):
    import importlib

    settings()
    try:
        module = importlib.import_module(name)
        loader = unittest.TestLoader()
        suite = loader.loadTestsFromModule(module)
    except unittest.SkipTest as skip:
        log.write("file", "skipped", one_line(skip))
        return
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)
        log.write("file", "failed", one_line(f"{type(error).__name__}: {error}"))
        return
    for error in loader.errors:
        print(error, file=sys.stderr)
        log.write("file", "failed", one_line(error.strip().splitlines()[-1]))
    without(suite, done)
    StreamingResult.log = log
    result = StreamingResult()
    result.buffer = False
    suite.run(result)


def main():
    results, done_path, tests, name = sys.argv[1:]
    log = Log(results)
    try:
        faulthandler.register(signal.SIGUSR1)
    except Exception as error:
        print("no stack dump of a test that hangs:", error, file=sys.stderr)
    with open(done_path, encoding="utf-8") as file:
        done = set(file.read().splitlines())
    del sys.path[0]  # the directory of this file
    sys.path.insert(0, tests or os.getcwd())
    sys.argv = [name]
    run(log, done, name)
    log.write("done")
    sys.stdout.flush()
    sys.stderr.flush()


if __name__ == "__main__":
    main()
