"""C-API: METH_O with an object, which comes back."""

from bench_calls import identity


class Thing:
    pass


def main():
    thing = Thing()
    for _ in range(1000000):
        thing = identity(thing)
    return type(thing).__name__
