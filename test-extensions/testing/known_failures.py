"""The list of tests that are known to fail on Jabiru, each with its reason.

A line of known-failures.txt is `FILE::TEST [FLAVOUR]: reason`; FILE relative to the top, the
flavour only where the others pass. A test of the list that passes is a failure: take it off.
"""

import re

LINE = re.compile(r"(?P<id>\S+::\S+)(?: \[(?P<flavour>\w+)\])?: (?P<reason>.+)")


def read(path):
    """Returns {(id, flavour or None): reason}."""
    known = {}
    if path.exists():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            match = LINE.fullmatch(line.strip())
            if match is None:
                raise SystemExit(f"{path}:{number}: not FILE::TEST [FLAVOUR]: reason")
            known[match["id"], match["flavour"]] = match["reason"]
    return known


def reason(known, identity, flavour):
    return known.get((identity, flavour)) or known.get((identity, None))
