"""Runs CPython's own tests on Jabiru and compares them with the oracle's results.

    run.py [NAME ...]                  test files by name, or sets/NAME.txt; default: language
    run.py --report                    writes docs/conformance.md from what is kept
    run.py --accept REASON [NAME ...]  adds the failures that are in no list yet, with a reason
                                       (--match TEXT: those whose test or message contains it);
                                       the reason "auto" is the rule of reasons.txt that fits, or
                                       else the message itself
    run.py --drop [NAME ...]           takes what passes off the lists
    run.py --record                    keeps the oracle's results of the set language in
                                       oracle-results.tsv.gz

Results are kept below target/conformance for each build, so that a run goes on where it was
stopped; --fresh forgets them. It fails when a test fails that is in no list (expected/), when one
of a list passes, or when a file has changed the standard library, which is then put back. Runs on
the host's python3 (3.9 or later).
"""

import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

import compare
import expected
import library
import oracle_results
import process
import report

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "testing"))

import cpython  # noqa: E402

TOP = HERE.parent.parent
KEPT = TOP / "target" / "conformance"
IMAGE = TOP / "target" / "image"
DOCUMENT = TOP / "docs" / "conformance.md"

# Test files are run once: what Graal and C2 would compile does not pay for itself.
MOST_SHOWN = 40
JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -Dpolyglot.engine.Compilation=false"


def build_key(executable):
    """Of one build of Jabiru: the kept results belong to it."""
    files = [executable, IMAGE / "lib" / "jabiru" / "complete", IMAGE / "lib" / "modules"]
    text = "".join(f"{f} {f.stat().st_mtime_ns}\n" for f in files if f.exists())
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def sides(arguments):
    """The oracle, Jabiru, and the key of the build."""
    library = cpython.home() / "lib" / "python3.14"
    cache = KEPT / "pycache"
    oracle = process.Side(
        [str(TOP / "test-extensions" / "oracle")], {"PYTHONPYCACHEPREFIX": str(cache / "oracle")}
    )
    command = shlex.split(arguments.interpreter or str(IMAGE / "bin" / "jabiru"))
    executable = pathlib.Path(shutil.which(command[0]) or command[0])
    if not executable.exists():
        raise SystemExit(f"{executable} is not there; native-support/image/build.sh builds it")
    key = arguments.key or build_key(executable)
    # The image's standard library is CPython's without its tests.
    options = f"{JAVA_OPTIONS} -Djabiru.stdlib={library}"
    environment = {"PYTHONPYCACHEPREFIX": str(cache / key), "JABIRU_JAVA_OPTIONS": options}
    if arguments.interpreter:  # a command of a developer's own knows where its library is
        environment = {}
    return oracle, process.Side(command, environment), key


def chosen(names):
    """File names; a set's name stands for those in it."""
    found = []
    for name in names or ["language"]:
        listing = HERE / "sets" / f"{name}.txt"
        if listing.exists():
            lines = listing.read_text(encoding="utf-8").splitlines()
            found += [w for line in lines if not line.startswith("#") for w in line.split()]
        else:
            found.append(name.removesuffix(".py"))
    return list(dict.fromkeys(found))


class Kept:
    """The results of one build."""

    def __init__(self, directory):
        self.directory = directory

    def path(self, name):
        return self.directory / f"{name}.json"

    def log(self, name):
        return self.directory / f"{name}.log"

    def read(self, name):
        path = self.path(name)
        if not path.exists():
            return None
        return process.FileResult.from_json(path.read_text(encoding="utf-8"))

    def write(self, result):
        part = self.path(result.name).with_suffix(".part")
        part.write_text(result.to_json(), encoding="utf-8")
        part.replace(self.path(result.name))


class Progress:
    """A line a file, in the order in which they end."""

    def __init__(self, total):
        self.total, self.ended = total, 0
        self.lock = threading.Lock()

    def show(self, c, note=""):
        with self.lock:
            self.ended += 1
            text = f"[{self.ended}/{self.total}] {c.name}: {c.passed} of {c.wanted} pass"
            if c.failed:
                text += f", {len(c.failed)} fail ({c.known()} in the list)"
            if c.crashed:
                text += f", {c.crashed} of them by a crash or time-out"
            if c.problem:
                text += f"; {c.problem}"
            print(f"{text}; {c.seconds:.0f} s{note}", flush=True)
            for test, why in list(c.unexpected.items())[:MOST_SHOWN]:
                print(f"    FAIL {test}: {why}", flush=True)
            if len(c.unexpected) > MOST_SHOWN:
                print(f"    FAIL: {len(c.unexpected) - MOST_SHOWN} more", flush=True)
            for test in c.wrongly_expected:
                print(f"    PASSES, but is in the list: {test}", flush=True)


def standard_library(side):
    """The standard library of an interpreter."""
    code = "import os; print(os.path.dirname(os.__file__))"
    environment = process.clean_environment(side, tempfile.gettempdir())
    done = subprocess.run(
        [*side.command, "-I", "-c", code], env=environment, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise SystemExit(f"{side.command[0]} does not start:\n{done.stderr}")
    return library.Library(done.stdout.strip())


def run_all(names, arguments, oracle, jabiru, kept):
    """Returns the comparisons with the seconds that the oracle took."""
    sources = standard_library(jabiru)
    limits = process.Limits(arguments.limit, arguments.test_limit)
    progress = Progress(len(names))

    def one(name):
        result = kept.read(name)
        note = " (kept)" if result else ""
        if result is None:
            result = process.run_file(jabiru, f"test.{name}", limits, kept.log(name))
            result.name = name
            changed = sources.restore()
            if changed:
                result.problem = f"after its tests: changed {', '.join(changed)}"
            kept.write(result)
        tests, seconds = oracle.results(name)
        comparison = compare.compare(result, tests, arguments.expected)
        progress.show(comparison, note)
        return comparison, seconds

    pool = concurrent.futures.ThreadPoolExecutor(arguments.jobs)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return list(pool.map(one, names))
    except KeyboardInterrupt:
        process.stop_all()
        print("stopped: the next run goes on from here", flush=True)
        os._exit(130)  # not waiting for the threads that would start the next files


def kept_rows(names, oracle, kept, arguments):
    """Comparisons of what was run, and the names of what was not."""
    rows, absent = [], []
    for name in names:
        result = kept.read(name)
        if result is None:
            absent.append(name)
        else:
            tests, seconds = oracle.results(name)
            rows.append((compare.compare(result, tests, arguments.expected), seconds))
    return rows, absent


def accept(rows, reason, match, directory):
    """Adds failures to the lists."""
    added = 0
    rules = expected.read_rules() if reason == "auto" else []
    for c, _ in rows:
        new = {
            t: expected.reason_by_rules(rules, c.name, t, why) if reason == "auto" else reason
            for t, why in c.unexpected.items()
            if match in t or match in why
        }
        if new:
            expected.write(c.name, c.reasons | new, directory)
            added += len(new)
    print(f"{added} added")


def drop(rows, directory):
    for c, _ in rows:
        if c.wrongly_expected:
            left = {t: r for t, r in c.reasons.items() if t not in c.wrongly_expected}
            expected.write(c.name, left, directory)
            print(f"{c.name}: {len(c.wrongly_expected)} off the list")


def table(rows):
    """Plain text: a line a file, and a line for each failure."""
    lines = []
    for c, _ in rows:
        lines.append(
            f"{c.name}: wanted {c.wanted} passed {c.passed} failed {len(c.failed)} "
            f"crashed {c.crashed} {c.seconds:.0f} s {c.problem}\n"
        )
        lines += [f"    {test}: {why}\n" for test, why in c.failed.items()]
    return "".join(lines)


def parse_arguments(argv):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("-j", "--jobs", type=int, default=2, help="processes at a time (2)")
    parser.add_argument("--limit", type=float, default=300, help="seconds for a file (300)")
    parser.add_argument("--test-limit", type=float, default=100, help="seconds for a test (100)")
    parser.add_argument("--interpreter", help="another command than the image's jabiru")
    parser.add_argument("--key", help="another name for the build than its own")
    parser.add_argument("--fresh", action="store_true", help="forget what was kept of these files")
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--accept", metavar="REASON")
    parser.add_argument("--match", default="", metavar="TEXT")
    parser.add_argument("--drop", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--kept", action="store_true", help="run nothing: --table of what is kept")
    parser.add_argument("--table", metavar="FILE", help="also write every failure there")
    parser.add_argument("--summary", metavar="FILE", help="also write passed, failed, expected")
    parser.add_argument("--expected", type=pathlib.Path, default=expected.DIRECTORY)
    return parser.parse_args(argv)


def conclude(rows, arguments):
    """The last lines, and the exit status."""
    passed = sum(c.passed for c, _ in rows)
    unexpected = sum(len(c.unexpected) + len(c.wrongly_expected) for c, _ in rows)
    known = sum(c.known() for c, _ in rows)
    wanted = sum(c.wanted for c, _ in rows)
    broken = [(c.name, c.problem) for c, _ in rows if c.problem.startswith("after its tests")]
    if arguments.table:
        pathlib.Path(arguments.table).write_text(table(rows), encoding="utf-8")
    if arguments.summary:
        numbers = f"{passed} {unexpected + len(broken)} {known}\n"
        pathlib.Path(arguments.summary).write_text(numbers, encoding="utf-8")
    for name, problem in broken:
        print(f"FAIL {name} ends badly: {problem}")
    print(
        f"{passed} of the oracle's {wanted} pass ({report.percent(passed, wanted)}), "
        f"{known} fail as listed, {unexpected} differ from the lists"
    )
    return 1 if unexpected or broken else 0


def main(argv=None):
    arguments = parse_arguments(argv)
    process.take_interrupts()
    names = chosen(arguments.names)
    oracle_side, jabiru, key = sides(arguments)
    kept = Kept(KEPT / key)
    kept.directory.mkdir(parents=True, exist_ok=True)
    limits = process.Limits(900, 600)
    oracle = oracle_results.Oracle(oracle_side, limits, KEPT / "oracle")
    if arguments.record:
        oracle.recorded = {}
        oracle.record(names)
        return 0
    if arguments.report or arguments.accept or arguments.drop or arguments.kept:
        rows, absent = kept_rows(names, oracle, kept, arguments)
        if arguments.accept:
            accept(rows, arguments.accept, arguments.match, arguments.expected)
        if arguments.drop:
            drop(rows, arguments.expected)
        if arguments.table:
            pathlib.Path(arguments.table).write_text(table(rows), encoding="utf-8")
        if arguments.report:
            DOCUMENT.write_text(report.render(rows, absent), encoding="utf-8")
        return 0
    if arguments.fresh:
        for name in names:
            kept.path(name).unlink(missing_ok=True)
    return conclude(run_all(names, arguments, oracle, jabiru, kept), arguments)


if __name__ == "__main__":
    sys.exit(main())
