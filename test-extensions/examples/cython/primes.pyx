# cython: language_level=3
"""Prime numbers, by a sieve in C."""

from libc.stdlib cimport calloc, free


def below(int limit):
    """The prime numbers below a limit."""
    cdef char *composite = <char *>calloc(limit + 1, 1)
    cdef int i, j
    if composite == NULL:
        raise MemoryError
    try:
        found = []
        for i in range(2, limit):
            if not composite[i]:
                found.append(i)
                j = i * 2
                while j < limit:
                    composite[j] = 1
                    j += i
        return found
    finally:
        free(composite)


cdef class Counter:
    """Counts what it is called with."""

    cdef dict counts

    def __cinit__(self):
        self.counts = {}

    def __call__(self, key, *, int times=1):
        self.counts[key] = self.counts.get(key, 0) + times
        return self

    def __getitem__(self, key):
        return self.counts[key]

    @property
    def total(self):
        return sum(self.counts.values())


def pairs(items):
    """A generator of pairs of neighbours."""
    last = None
    for item in items:
        if last is not None:
            yield last, item
        last = item
