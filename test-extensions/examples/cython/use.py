"""Uses the wheel; runs on CPython and on Jabiru."""

import primes

assert primes.below(30) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
assert len(primes.below(10_000)) == 1229
counter = primes.Counter()
counter("a")("b", times=3)("a")
assert (counter["a"], counter["b"], counter.total) == (2, 3, 5)
assert list(primes.pairs("abc")) == [("a", "b"), ("b", "c")]
for wrong in (lambda: primes.below("x"), lambda: counter("a", times=None), lambda: counter()):
    try:
        wrong()
    except TypeError:
        pass
    else:
        raise AssertionError("no TypeError")
try:
    counter["c"]
except KeyError:
    pass
assert primes.__file__.endswith(".abi3.so"), primes.__file__
