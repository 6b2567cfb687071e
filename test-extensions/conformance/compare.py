"""A file's results on Jabiru against those on the oracle and the list of what is known to fail."""

import dataclasses

import expected


def short(name, test):
    """The id as the lists have it: without the module's name."""
    return test.removeprefix(f"test.{name}.").removeprefix(f"{name}.").replace(": ", ":")


@dataclasses.dataclass
class Comparison:
    """Of the tests that pass on the oracle."""

    name: str
    wanted: int
    passed: int
    failed: dict  # test: why, for all that do not pass
    crashed: int
    seconds: float
    problem: str
    unexpected: dict  # failures that are not in the list
    wrongly_expected: list  # in the list, but they pass, or the oracle does not pass them
    reasons: dict

    def known(self):
        return len(self.failed) - len(self.unexpected)


def compare(result, oracle, directory=expected.DIRECTORY):
    """`oracle` is {test: status}, with the short names."""
    known = expected.read(result.name, directory)
    outcomes = {short(result.name, t): o for t, o in result.tests.items()}
    absent = result.problem or result.skipped or "did not run"
    wanted = [test for test, status in oracle.items() if status == "passed"]
    failed = {}
    crashed = 0
    for test in wanted:
        outcome = outcomes.get(test)
        if outcome is None:
            failed[test] = missing(test, outcomes, absent)
        elif outcome.status != "passed":
            failed[test] = f"{outcome.status}: {outcome.reason}".strip(": ")
            crashed += outcome.status in ("crashed", "hung")
    unexpected = {test: why for test, why in failed.items() if test not in known}
    wrongly = [
        test
        for test, reason in known.items()
        if test not in failed and not (reason.startswith(expected.SOMETIMES) and test in oracle)
    ]
    return Comparison(
        result.name,
        len(wanted),
        len(wanted) - len(failed),
        failed,
        crashed,
        result.seconds,
        result.problem,
        unexpected,
        wrongly,
        known,
    )


def missing(test, outcomes, otherwise):
    """Why a test did not run: its class's or module's preparation failed, maybe."""
    owner = test.rpartition(".")[0]
    for name, outcome in outcomes.items():
        if name.startswith(("setUpClass (", "setUpModule (")) and outcome.status != "passed":
            where = name.partition("(")[2].rstrip(")")
            prepared = owner and where.endswith(f".{owner}")
            if prepared or name.startswith("setUpModule"):
                return f"{outcome.status}: {name}: {outcome.reason}"
    return otherwise
