"""C-API: METH_FASTCALL that adds two ints."""

from bench_calls import add


def main():
    total = 0
    for number in range(1000000):
        total = add(total, number)
    return total
