"""C-API: a str argument read as UTF-8."""

from bench_calls import length


def main():
    total = 0
    words = ["short", "a longer text of some words", "é" * 20]
    for number in range(300000):
        total += length(words[number % 3])
    return total
