"""Uses the wheel; runs on CPython and on Jabiru."""

import _distance
import distance

assert distance.length([(0, 0), (3, 4), (3, 10)]) == 11
assert distance.length([]) == 0
assert distance.visits(4) == [0, 1, 2, 3]
assert _distance.__file__.endswith(".abi3.so"), _distance.__file__
try:
    distance.length([("a", "b")])
except TypeError:
    pass
else:
    raise AssertionError("a text is no coordinate")
