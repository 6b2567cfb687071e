"""C-API: a list of ints summed through PyList_GetItem."""

from bench_calls import total


def main():
    numbers = list(range(1000))
    result = 0
    for number in range(300):
        numbers[number] += 1
        result += total(numbers)
    return result
