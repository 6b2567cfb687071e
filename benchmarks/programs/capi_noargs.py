"""C-API: METH_NOARGS that returns None."""

from bench_calls import noargs


def main():
    for _ in range(1000000):
        noargs()
