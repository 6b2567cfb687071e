"""Extensions with inlined and with called reference counts in one process, a million calls each.

The resident memory before and after must be about the same: nothing may be left behind by a call.
"""

import gc
import importlib.machinery
import importlib.util
import os
import sys

BUILT = os.environ["JABIRU_TEST_BUILT"]
CALLS = 1_000_000


def load(flavour):
    path = os.path.join(BUILT, flavour, "capi_refcounts.abi3.so")
    loader = importlib.machinery.ExtensionFileLoader("capi_refcounts", path)
    spec = importlib.util.spec_from_file_location("capi_refcounts", path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def resident():
    """Megabytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6


def calls(module, count):
    thing = object()
    items = ["a", (1,), [2, 3]]
    for number in range(count // 4):
        assert module.identity(thing) is thing
        assert module.identity(number + 1000) == number + 1000
        assert module.pair(thing)[1] == 123456789
        assert module.lengths(items) == 4


def settle():
    for _ in range(3):
        gc.collect()


def main():
    inlined, called = load("inline"), load("calls")
    assert inlined is not called
    for module in inlined, called:
        calls(module, CALLS)
    settle()
    before = resident()
    for _ in range(2):
        for module in inlined, called:
            calls(module, CALLS)
    settle()
    after = resident()
    print(f"resident: {before:.1f} MB before, {after:.1f} MB after", file=sys.stderr)
    # Every call left behind as little as one cell of 48 bytes would be 190 MB.
    assert after - before < 60, (before, after)


main()
