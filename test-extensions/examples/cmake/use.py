"""Uses the wheel; runs on CPython and on Jabiru."""

import matrix

assert matrix.multiply([[1, 2], [3, 4]], [[0, 1], [1, 0]]) == [[2.0, 1.0], [4.0, 3.0]]
assert matrix.multiply([], []) == []
for wrong in ([[1, 2]], [[1], [2, 3]], [["x"]], 1):
    try:
        matrix.multiply(wrong, wrong)
    except (TypeError, ValueError):
        pass
    else:
        raise AssertionError(wrong)
assert matrix.__file__.endswith(".abi3.so"), matrix.__file__
