"""Runs a package's own tests with pytest, and reports each as it ends:

    own_tests_driver.py RESULTS DONE TESTS ARGUMENTS

RESULTS and DONE are as in ../conformance/driver.py; TESTS is the directory of the tests, ARGUMENTS
what pytest gets, quoted as for a shell.
"""

import faulthandler
import importlib.util
import os
import pathlib
import shlex
import signal
import sys

LONGEST_ID = 300


def conformance_driver():
    path = pathlib.Path(__file__).resolve().parent.parent / "conformance" / "driver.py"
    spec = importlib.util.spec_from_file_location("conformance_driver", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Reporter:
    """A plugin of pytest."""

    def __init__(self, log, done, one_line):
        self.log, self.done, self.one_line = log, done, one_line
        self.seen = {}

    def name(self, nodeid):
        """What the results call a test; one name for one test also where ids are cut off."""
        name = self.one_line(nodeid, 10**6).replace(": ", ":")
        if len(name) <= LONGEST_ID:
            return name
        if nodeid not in self.seen:
            cut = name[: LONGEST_ID - 20]
            self.seen[nodeid] = f"{cut}...{sum(map(ord, name))}-{len(name)}"
        return self.seen[nodeid]

    def pytest_collectreport(self, report):
        if report.failed:
            text = str(report.longrepr).strip().splitlines()
            self.log.write("file", "failed", self.one_line(f"{report.nodeid}: {text[-1]}"))
        else:
            self.log.write("collected", report.nodeid)  # a sign of life

    def pytest_collection_modifyitems(self, items):
        items[:] = [item for item in items if self.name(item.nodeid) not in self.done]

    def pytest_runtest_logstart(self, nodeid):
        self.outcome, self.seconds = ("passed", ""), 0.0
        self.log.write("start", self.name(nodeid))

    def pytest_runtest_logreport(self, report):
        self.seconds += report.duration
        status = self.outcome[0]
        if report.failed and status != "failed":
            crash = getattr(report.longrepr, "reprcrash", None)
            text = crash.message if crash else str(report.longrepr)
            self.outcome = "failed", text
        elif report.skipped and status == "passed":  # xfailed, too
            self.outcome = "skipped", str(report.longrepr)

    def pytest_runtest_logfinish(self, nodeid):
        status, reason = self.outcome
        name = self.name(nodeid)
        self.log.write("end", status, f"{self.seconds:.3f}", name, self.one_line(reason))


def main():
    results, done_path, tests, arguments = sys.argv[1:]
    driver = conformance_driver()
    log = driver.Log(results)
    faulthandler.register(signal.SIGUSR1)
    with open(done_path, encoding="utf-8") as file:
        done = set(file.read().splitlines())
    del sys.path[0]  # the directory of this file
    os.chdir(tests)
    import pytest

    words = ["-p", "no:cacheprovider", "-p", "no:faulthandler", "-o", "addopts=", "--tb=short"]
    words += ["-q", "--rootdir", tests, "--continue-on-collection-errors", *shlex.split(arguments)]
    sys.argv = ["pytest", *words]
    status = pytest.main(words, plugins=[Reporter(log, done, driver.one_line)])
    if status in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.INTERNAL_ERROR):
        log.write("file", "failed", f"pytest ended with {status!r}")
    log.write("done")
    sys.stdout.flush()
    sys.stderr.flush()


if __name__ == "__main__":
    main()
