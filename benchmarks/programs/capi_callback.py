"""C-API: C calls a Python function back."""

from bench_calls import call_back


def main():
    count = 0

    def function():
        nonlocal count
        count += 1

    for _ in range(300000):
        call_back(function)
    return count
