"""Wheels of the package index on CPython and on Jabiru: installs them, uses them, tests them.

    suite.py [NAME ...]      packages of packages.toml; all by default
    suite.py --lock NAME     writes locks/NAME.txt: the files that CPython's pip picks, with their
                             hashes; Jabiru's pip refuses them if it picks others
    suite.py --broken        wheels that are damaged or for others: the same errors on both sides
    suite.py --report        writes docs/compatibility.md and .html from what is kept
    suite.py --accept REASON [NAME ...], --match TEXT, --drop: as ../conformance/run.py

A package is installed by Jabiru's pip from its lock, into target/wheels/NAME/site. Then its
script, exercises/use_NAME.py, must print the same on both sides, and of its own tests those that
pass on CPython must pass on Jabiru, but for those in expected/NAME.txt, which must not. Results
are kept for each build below target/wheels, and a run goes on where it was stopped, also within a
suite; --again runs what failed once more, --fresh forgets all. Runs on the host's python3 (3.11 or
later).
"""

import argparse
import dataclasses
import json
import os
import pathlib
import shlex
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent / "conformance"))

import compare  # noqa: E402
import exercise  # noqa: E402
import installing  # noqa: E402
import page  # noqa: E402
import process  # noqa: E402
import run as conformance  # noqa: E402

EXPECTED = HERE / "expected"
RESULTS = HERE / "results.json"
SUITE_LIMIT = 1800.0
CUT_OFF = ("no end after", process.UNFINISHED)
ORACLE = [str(HERE.parent / "oracle")]


def say(text):
    print(text, flush=True)


@dataclasses.dataclass
class Sides:
    """Commands of the interpreters, and the name of Jabiru's build."""

    oracle: list
    jabiru: list
    key: str


def sides(arguments):
    arguments.key = arguments.key or None
    _, jabiru, key = conformance.sides(arguments)
    return Sides(ORACLE, jabiru.command, key)


def try_exercise(package, commands, kept):
    """Runs the script on both sides; returns what the results file has of it."""
    path = kept.directory / f"{package.name}.exercise.json"
    if path.exists():
        return json.loads(path.read_text())
    results = {
        "CPython": exercise.run(commands.oracle, package.script, package.site),
        "Jabiru": exercise.run(commands.jabiru, package.script, package.site),
    }
    outcome = {
        "same": results["CPython"][0] == 0 and not list(exercise.differences(results)),
        "lines": len(results["CPython"][1].splitlines()),
        "seconds": [round(r[3], 2) for r in results.values()],
    }
    if results["CPython"][0] != 0:
        say(f"    CPython failed: the script is wrong\n{results['CPython'][2]}")
    for line in exercise.differences(results):
        say(f"    {line}")
    if outcome["same"]:
        path.write_text(json.dumps(outcome))
    return outcome


def test_side(package, command, kept):
    """How the package's own tests are run on one side."""
    cache = str(installing.WORK / "pycache" / kept.directory.name)
    tests = package.source if package.tests["from"] == "sdist" else package.site
    environment = {"PYTHONPYCACHEPREFIX": cache, "PYTHONPATH": str(package.site)}
    environment |= package.tests.get("environment", {})
    return process.Side(
        command,
        environment,
        str(tests),
        options=("-u",),
        driver=HERE / "own_tests_driver.py",
        cwd=str(tests),
    )


def own_tests(package, command, kept, arguments, again=False):
    """The tests of the package on one side; what is kept of them is not run, but for failures.

    A suite that did not come to its end goes on where it was; `again` runs what failed once more.
    """
    result = kept.read(package.name)
    whole = result is not None and not result.problem.startswith(CUT_OFF)
    if whole and not again:
        return result
    limits = process.Limits(
        arguments.limit or package.tests.get("limit", SUITE_LIMIT), arguments.test_limit
    )
    if result is not None:
        result.problem, result.skipped = "", ""
        for test, outcome in list(result.tests.items()):
            cut_off = outcome.status == "hung" and outcome.seconds != limits.test
            if cut_off or (again and outcome.status not in ("passed", "skipped")):
                del result.tests[test]

    def keep(part):
        part.name = package.name
        kept.write(part)

    side = test_side(package, command, kept)
    words = package.tests.get("arguments", "")
    result = process.run_file(side, words, limits, kept.log(package.name), result, keep)
    keep(result)
    return result


class Runs:
    """What is kept of both sides."""

    def __init__(self, commands, arguments):
        self.commands, self.arguments = commands, arguments
        self.oracle = conformance.Kept(installing.WORK / "results" / "oracle")
        self.jabiru = conformance.Kept(installing.WORK / "results" / commands.key)
        self.keys = {}

    def of(self, package):
        """The directories for a package as it is locked now."""
        for kept in (self.oracle, self.jabiru):
            kept.directory.mkdir(parents=True, exist_ok=True)
            key = kept.directory / f"{package.name}.key"
            if not key.exists() or key.read_text() != package.key():
                self.forget(kept, package)
                key.write_text(package.key())
        if self.arguments.fresh:
            self.forget(self.jabiru, package)
        return self.oracle, self.jabiru

    @staticmethod
    def forget(kept, package):
        kept.path(package.name).unlink(missing_ok=True)
        (kept.directory / f"{package.name}.exercise.json").unlink(missing_ok=True)

    def comparison(self, package, run=True):
        """(Comparison, seconds on the oracle) or None if it was not run."""
        oracle, jabiru = self.oracle, self.jabiru
        if run:
            given = self.arguments
            on_oracle = own_tests(package, self.commands.oracle, oracle, given)
            on_jabiru = own_tests(package, self.commands.jabiru, jabiru, given, given.again)
        else:
            on_oracle, on_jabiru = oracle.read(package.name), jabiru.read(package.name)
        if on_oracle is None or on_jabiru is None:
            return None
        tests = {compare.short(package.name, t): o.status for t, o in on_oracle.tests.items()}
        return compare.compare(on_jabiru, tests, self.arguments.expected), on_oracle.seconds


def row(package, wheel, used, compared, arguments):
    """A package in the results file."""
    tests = None
    if compared:
        c, seconds = compared
        tests = {
            "wanted": c.wanted,
            "passed": c.passed,
            "listed": c.known(),
            "crashed": c.crashed,
            "problem": c.problem.replace(f"{installing.TOP}/", ""),
            "seconds": [seconds, c.seconds],
        }
    return {
        "version": package.version,
        "wheel": wheel,
        "made_with": package.made_with,
        "exercised": package.exercised,
        "other_pip": bool(arguments.pip),
        "other_build": bool(arguments.interpreter),
        "without_tests": package.tests.get("none", ""),
        "exercise": used,
        "tests": tests,
    }


def try_package(package, runs, number, total):
    """Returns whether all is as it should be, and the results file's row."""
    say(f"[{number}/{total}] {package.name} {package.version}")
    begin = time.monotonic()
    try:
        if not package.lock.exists():
            installing.write_lock(package, runs.commands.oracle)
        wheel = installing.install(package, runs.arguments.pip or runs.commands.jabiru)
    except installing.Refused as refused:
        say(f"    not installed: {refused}")
        return False, None
    say(f"    {wheel}, installed in {time.monotonic() - begin:.0f} s")
    _, jabiru = runs.of(package)
    used = None
    if not runs.arguments.tests:
        used = try_exercise(package, runs.commands, jabiru)
        verdict = f"same output, {used['lines']} lines" if used["same"] else "DIFFERENT"
        say(f"    exercise: {verdict}; {used['seconds'][0]} s, {used['seconds'][1]} s")
    good, compared = used is None or used["same"], None
    if package.tests.get("from") and not runs.arguments.exercise:
        compared = runs.comparison(package)
        c, seconds = compared
        say(f"    own tests: {c.wanted} pass on CPython in {seconds:.0f} s")
        conformance.Progress(1).show(c)
        good = good and not c.unexpected and not c.wrongly_expected and c.wanted > 0
    return good, row(package, wheel, used, compared, runs.arguments)


def try_broken(commands):
    results = {}
    for side, command in (("CPython", commands.oracle), ("Jabiru", commands.jabiru)):
        place = installing.WORK / "broken" / side
        results[side] = exercise.run(command, HERE / "broken.py", place.parent, str(place))
    differences = list(exercise.differences(results))
    for line in differences:
        say(f"    {line}")
    good = results["CPython"][0] == 0 and not differences
    say("broken wheels: the same errors" if good else "broken wheels: DIFFERENT")
    return 0 if good else 1


def keep_row(package, new):
    """The results file, which is in the repository, has the last run of each package."""
    rows = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for part in ("exercise", "tests"):
        if new[part] is None and rows.get(package.name, new)["wheel"] == new["wheel"]:
            new[part] = rows.get(package.name, new)[part]
    rows[package.name] = new
    RESULTS.write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def parse_arguments(argv):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--limit", type=float, help="seconds for a suite (tests.limit, or 1800)")
    parser.add_argument("--test-limit", type=float, default=200, help="seconds for a test (200)")
    parser.add_argument("--interpreter", help="another command than the image's jabiru")
    parser.add_argument("--pip", type=shlex.split, help="another command whose pip installs")
    parser.add_argument("--key", help="another name for the build than its own")
    parser.add_argument("--fresh", action="store_true", help="forget what this build did before")
    parser.add_argument("--again", action="store_true", help="run tests anew that failed")
    parser.add_argument("--exercise", action="store_true", help="only the exercises")
    parser.add_argument("--tests", action="store_true", help="only their own tests")
    parser.add_argument("--broken", action="store_true")
    parser.add_argument("--lock", action="store_true")
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--accept", metavar="REASON")
    parser.add_argument("--match", default="", metavar="TEXT")
    parser.add_argument("--drop", action="store_true")
    parser.add_argument("--table", metavar="FILE", help="also write every failure there")
    parser.add_argument("--expected", type=pathlib.Path, default=EXPECTED)
    return parser.parse_args(argv)


def main(argv=None):
    arguments = parse_arguments(argv)
    manifest = installing.read_manifest()
    if arguments.report:
        page.write(json.loads(RESULTS.read_text(encoding="utf-8")), TOP_DOCS)
        return 0
    unknown = set(arguments.names) - set(manifest)
    if unknown:
        raise SystemExit(f"not in packages.toml: {', '.join(sorted(unknown))}")
    packages = [manifest[n] for n in arguments.names or manifest]
    runs = Runs(sides(arguments), arguments)
    if arguments.broken:
        return try_broken(runs.commands)
    if arguments.lock:
        for package in packages:
            say(f"locking {package.name}")
            installing.write_lock(package, runs.commands.oracle)
        return 0
    if arguments.accept or arguments.drop or arguments.table:
        rows = [r for r in (runs.comparison(p, run=False) for p in packages if p.tests) if r]
        if arguments.accept:
            conformance.accept(rows, arguments.accept, arguments.match, arguments.expected)
        if arguments.drop:
            conformance.drop(rows, arguments.expected)
        if arguments.table:
            text = conformance.table(rows)
            pathlib.Path(arguments.table).write_text(text, encoding="utf-8")
        return 0
    bad = []
    try:
        for number, package in enumerate(packages, 1):
            good, new = try_package(package, runs, number, len(packages))
            if new is not None:
                keep_row(package, new)
            if not good:
                bad.append(package.name)
    except KeyboardInterrupt:
        process.stop_all()
        say("stopped: the next run goes on from here")
        os._exit(130)
    say(f"{len(packages) - len(bad)} of {len(packages)} packages are as they should be")
    if bad:
        say(f"not: {', '.join(bad)}")
    return 1 if bad else 0


TOP_DOCS = installing.TOP / "docs"

if __name__ == "__main__":
    sys.exit(main())
