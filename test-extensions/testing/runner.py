"""Runs the Python-level tests: every file on CPython first, then on the image.

    runner.py [--side oracle|jabiru] [--summary FILE] [--interpreter COMMAND] [PATH ...]

Tests are test_*.py below runtime/src/test/python and test-extensions. Those in test-extensions/capi
run once for each flavour their extension was built in (see build.py). A .py file with an .out file
of the same name beside it is golden: what it prints (stdout, then stderr) must be that.
Runs on the host's python3 (3.9 or later) or on the oracle.
"""

import argparse
import concurrent.futures
import dataclasses
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from typing import Optional

import known_failures

HERE = pathlib.Path(__file__).resolve().parent
SUITE = HERE.parent
TOP = SUITE.parent
BUILT = SUITE / "target"
FLAVOURS = ["calls", "inline", "plain", "own", "full"]
TIMEOUT = 240

SIDES = {
    "oracle": [str(SUITE / "oracle")],
    "jabiru": [str(TOP / "target" / "image" / "bin" / "jabiru")],
}


@dataclasses.dataclass(frozen=True)
class Case:
    """One file to run, in one flavour of its extension."""

    path: pathlib.Path
    flavour: Optional[str] = None

    def name(self):
        return str(self.path.relative_to(TOP))

    def title(self):
        return self.name() + (f" [{self.flavour}]" if self.flavour else "")


@dataclasses.dataclass(frozen=True)
class Outcome:
    case: Case
    status: str  # ok, FAIL, skip
    test: str
    reason: str = ""
    output: str = ""

    def identity(self):
        return f"{self.case.name()}::{self.test}"


def discover(paths):
    roots = [pathlib.Path(p).resolve() for p in paths]
    roots = roots or [TOP / "runtime" / "src" / "test" / "python", SUITE]
    files = set()
    for root in roots:
        if root.is_file():
            files.add(root)
            continue
        files.update(root.rglob("test_*.py"))
        files.update(f.with_suffix(".py") for f in root.rglob("*.out"))
    for path in sorted(f for f in files if f.exists() and BUILT not in f.parents):
        if path.parent == SUITE / "capi":
            module = "capi_" + path.stem[len("test_") :]
            built = [f for f in FLAVOURS if list((BUILT / f).glob(module + ".*so"))]
            for flavour in built or [None]:
                yield Case(path, flavour)
        else:
            yield Case(path)


def environment(case):
    """Nothing of the host's Python settings; the extensions of the flavour on the path."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LD_"))}
    kept["PYTHONPATH"] = str(BUILT / (case.flavour or "full"))
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    kept["JABIRU_TEST_BUILT"] = str(BUILT)
    if case.flavour:
        kept["JABIRU_TEST_FLAVOUR"] = case.flavour
    return kept


def execute(command, case, cwd, merged):
    try:
        done = subprocess.run(
            command,
            env=environment(case),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if merged else subprocess.PIPE,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired as late:
        out = (late.stdout or b"") + (late.stderr or b"")
        return f"no end after {TIMEOUT} s", out.decode("utf-8", "replace")
    out = done.stdout + (b"" if merged else done.stderr)
    text = out.decode("utf-8", "replace")
    return (None if done.returncode == 0 else f"exit status {done.returncode}"), text


def run_golden(side, case):
    expected = case.path.with_suffix(".out").read_text(encoding="utf-8")
    _, got = execute([*SIDES[side], case.path.name], case, case.path.parent, merged=True)
    if got == expected:
        return [Outcome(case, "ok", "golden")]
    return [Outcome(case, "FAIL", "golden", "another output", got)]


def run_case(side, case) -> list[Outcome]:
    if case.path.with_suffix(".out").exists():
        return run_golden(side, case)
    with tempfile.TemporaryDirectory() as scratch:
        result = pathlib.Path(scratch, "result")
        command = [*SIDES[side], str(HERE / "harness.py"), str(case.path), str(result)]
        problem, output = execute(command, case, scratch, merged=False)
        lines = result.read_text(encoding="utf-8").splitlines() if result.exists() else []
    outcomes = []
    for line in lines:
        if line != "done" and line.count("\t") == 2:
            status, test, reason = line.split("\t")
            outcomes.append(Outcome(case, status, test, reason, output))
    if not lines or lines[-1] != "done":
        reason = problem or "the process ended before its tests did"
        outcomes.append(Outcome(case, "FAIL", "process", reason, output))
    elif not outcomes:
        outcomes.append(Outcome(case, "FAIL", "process", "no tests", output))
    return outcomes


def run_side(side, cases):
    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = [o for found in pool.map(lambda c: run_case(side, c), cases) for o in found]
    print(f"{side}: {len(cases)} files in {time.perf_counter() - start:.1f} s", flush=True)
    return outcomes


def report(outcome, note=""):
    print(f"FAIL {outcome.case.title()}::{outcome.test}: {outcome.reason}{note}")
    for line in outcome.output.splitlines()[-30:]:
        print("     " + line)


def judge_oracle(outcomes):
    """A test that CPython fails is wrong; returns how many are."""
    wrong = [o for o in outcomes if o.status == "FAIL"]
    for outcome in wrong:
        report(outcome, " (on CPython: the test is wrong)")
    return len(wrong)


def judge_jabiru(outcomes):
    """Returns passed, failed, skipped."""
    known = known_failures.read(SUITE / "known-failures.txt")
    passed = failed = skipped = 0
    for outcome in outcomes:
        reason = known_failures.reason(known, outcome.identity(), outcome.case.flavour)
        if outcome.status == "FAIL" and reason is None:
            failed += 1
            report(outcome)
        elif outcome.status == "FAIL":
            skipped += 1
        elif outcome.status == "ok" and reason is not None:
            failed += 1
            print(f"FAIL {outcome.case.title()}::{outcome.test}: passes, but is a known failure")
        elif outcome.status == "ok":
            passed += 1
        else:
            skipped += 1
    return passed, failed, skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", choices=sorted(SIDES))
    parser.add_argument("--summary", help="also write the three numbers there")
    parser.add_argument("--interpreter", help="another command than the image's jabiru")
    parser.add_argument("paths", nargs="*")
    arguments = parser.parse_args()
    # Whoever starts this in the background may have SIGINT ignored; tests would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if arguments.interpreter:
        SIDES["jabiru"] = shlex.split(arguments.interpreter)
    cases = list(discover(arguments.paths))
    passed = failed = skipped = 0
    if arguments.side in (None, "oracle"):
        outcomes = run_side("oracle", cases)
        failed += judge_oracle(outcomes)
        if arguments.side == "oracle":
            passed += sum(o.status == "ok" for o in outcomes)
            skipped += sum(o.status == "skip" for o in outcomes)
    if arguments.side in (None, "jabiru"):
        counts = judge_jabiru(run_side("jabiru", cases))
        passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
    if arguments.summary:
        pathlib.Path(arguments.summary).write_text(f"{passed} {failed} {skipped}\n")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
