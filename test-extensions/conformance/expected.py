"""The lists of tests that are known to fail: expected/test_x.txt.

A line is `TEST: reason`, TEST being the test's id without `test.test_x.`. One that passes is an
error, so that the lists only shrink; a reason that begins with "sometimes" allows both.
"""

import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
DIRECTORY = HERE / "expected"
RULES = HERE / "reasons.txt"
SOMETIMES = "sometimes"
LONGEST = 110


def path(name, directory=DIRECTORY):
    return directory / f"{name}.txt"


def read(name, directory=DIRECTORY):
    """Returns {test: reason}."""
    known = {}
    file = path(name, directory)
    if not file.exists():
        return known
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        test, separator, reason = line.partition(": ")
        if not separator or not reason.strip():
            raise SystemExit(f"{file}:{number}: not TEST: reason")
        if test in known:
            raise SystemExit(f"{file}:{number}: {test} stands there twice")
        known[test] = reason.strip()
    return known


def write(name, known, directory=DIRECTORY):
    """Sorted by reason, then by test; no file for an empty list."""
    file = path(name, directory)
    if not known:
        file.unlink(missing_ok=True)
        return
    directory.mkdir(exist_ok=True)
    lines = [f"{test}: {reason}\n" for test, reason in sorted(known.items(), key=order)]
    file.write_text("".join(lines), encoding="utf-8")


def order(item):
    test, reason = item
    return reason, test


def read_rules(file=RULES):
    """Pairs of a pattern and a reason: lines `PATTERN => REASON`."""
    rules = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            pattern, _, reason = line.partition(" => ")
            rules.append((re.compile(pattern), reason.strip()))
    return rules


def reason_by_rules(rules, name, test, why):
    """The reason of the first pattern found in `FILE TEST: MESSAGE`, or the message."""
    text = f"{name} {test}: {why}"
    for pattern, reason in rules:
        if pattern.search(text):
            return reason
    message = re.sub(r" at 0x[0-9a-f]+", "", why.removeprefix("failed: "))
    # The directories of one machine, and the names of files that were there for one run.
    message = re.sub(r"(/[\w.@+-]+)+/", "", message)
    message = re.sub(r"@?\b(test_|tmp)\w*\d\w*", "...", message)
    return "not yet: " + message[:LONGEST].strip()
