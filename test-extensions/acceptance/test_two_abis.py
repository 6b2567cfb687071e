"""Extensions with inlined and with called reference counts in one process, a million calls each.

Nothing may be left behind by a call: as many objects with native memory, and as much of it, after
the calls as before.
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


def counts():
    """Objects that C can point to, bytes of native memory for objects, resident megabytes."""
    for _ in range(3):
        gc.collect()
    with open("/proc/self/statm") as file:
        resident = int(file.read().split()[1]) * 4096 / 1e6
    try:
        import _jabiru
    except ImportError:
        return sys.getallocatedblocks(), 0, resident
    return _jabiru.native_objects(), _jabiru.native_bytes(), resident


def calls(module, count):
    thing = object()
    items = ["a", (1,), [2, 3]]
    for number in range(count // 4):
        assert module.identity(thing) is thing
        assert module.identity(number + 1000) == number + 1000
        assert module.pair(thing)[1] == 123456789
        assert module.lengths(items) == 4


def main():
    inlined, called = load("inline"), load("calls")
    assert inlined is not called
    for module in inlined, called:
        calls(module, 10_000)
    before = counts()
    for module in inlined, called:
        calls(module, CALLS)
    after = counts()
    for when, (objects, size, resident) in ("before", before), ("after", after):
        print(f"{when}: {objects} objects, {size} bytes, {resident:.0f} MB", file=sys.stderr)
    assert after[0] - before[0] < 100, (before, after)
    assert after[1] - before[1] < 10_000, (before, after)


main()
