"""Runs one test file inside the interpreter under test: harness.py FILE RESULTS.

A file that imports unittest is run as its test cases, any other as one test that passes unless it
raises. RESULTS gets a line a test (ok, FAIL, skip; the name; a reason) and "done" at the end, so
that the runner notices a process that died on the way. Kept to what a young interpreter can run.
"""

import sys


class Results:
    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8")

    def add(self, status, name, reason=""):
        self.file.write(f"{status}\t{name}\t{' '.join(str(reason).split())}\n")
        self.file.flush()


def run_script(path, source, results):
    namespace = {"__name__": "__main__", "__file__": path}
    try:
        exec(compile(source, path, "exec"), namespace)
    except SystemExit as exit:
        if exit.code not in (None, 0):
            results.add("FAIL", "script", f"exit status {exit.code}")
            return
    except BaseException as error:
        results.add("FAIL", "script", f"{type(error).__name__}: {error}")
        sys.excepthook(type(error), error, error.__traceback__)
        return
    results.add("ok", "script")


def run_unittest(path, results):
    import unittest

    class Recorder(unittest.TextTestResult):
        def startTest(self, test):
            super().startTest(test)
            self.failed = False

        def name(self, test):
            parts = test.id().split(".")
            return ".".join(parts[1:]) if len(parts) > 2 else test.id()

        def addSuccess(self, test):
            super().addSuccess(test)
            results.add("ok", self.name(test))

        def addError(self, test, err):
            super().addError(test, err)
            self.fail_with(test, err)

        def addFailure(self, test, err):
            super().addFailure(test, err)
            self.fail_with(test, err)

        def addSubTest(self, test, subtest, err):
            super().addSubTest(test, subtest, err)
            if err is not None:
                self.fail_with(subtest, err)

        def fail_with(self, test, err):
            results.add("FAIL", self.name(test), f"{err[0].__name__}: {err[1]}")

        def addSkip(self, test, reason):
            super().addSkip(test, reason)
            results.add("skip", self.name(test), reason)

        def addExpectedFailure(self, test, err):
            super().addExpectedFailure(test, err)
            results.add("ok", self.name(test))

        def addUnexpectedSuccess(self, test):
            super().addUnexpectedSuccess(test)
            results.add("FAIL", self.name(test), "unexpected success")

    name = path.rsplit("/", 1)[-1].removesuffix(".py")
    suite = unittest.defaultTestLoader.loadTestsFromName(name)
    unittest.TextTestRunner(stream=sys.stderr, resultclass=Recorder, verbosity=0).run(suite)


def main():
    path, result_path = sys.argv[1:3]
    sys.path[0] = path.rsplit("/", 1)[0]
    sys.argv = [path]
    results = Results(result_path)
    with open(path, encoding="utf-8") as file:
        source = file.read()
    if "import unittest" in source:
        run_unittest(path, results)
    else:
        run_script(path, source, results)
    sys.stdout.flush()
    results.file.write("done\n")
    results.file.close()


main()
