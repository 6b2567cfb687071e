"""Generators: a pipeline of them, delegation, and expressions."""


def numbers(limit):
    yield from range(limit)


def squares(source):
    for number in source:
        yield number * number


def pairs(source):
    previous = 0
    for number in source:
        yield previous, number
        previous = number


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def main():
    total = 0
    for previous, number in pairs(squares(numbers(200000))):
        total += number - previous
    return total, sum(x for x in tree(14)), sum(x & 7 for x in squares(range(100000)))
