"""Sorting with keys, reversed, stable, of tuples and strings."""


def main():
    state = 7
    records = []
    for number in range(40000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        records.append((state >> 8, f"name {state % 977}", number))
    by_name = sorted(records, key=lambda record: record[1])
    by_both = sorted(records, key=lambda record: (record[1], -record[0]))
    plain = sorted(records, reverse=True)
    numbers = [record[0] for record in records]
    numbers.sort()
    return by_name[100], by_both[200], plain[300], numbers[400]
