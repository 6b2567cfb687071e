"""Dictionaries: counted, looked up, grown, shrunk, iterated."""


def main():
    counts = {}
    state = 42
    for _ in range(150000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        key = state >> 16
        counts[key] = counts.get(key, 0) + 1
    names = {str(key): value for key, value in counts.items()}
    total = 0
    for key in counts:
        total += names[str(key)]
    for key in list(counts):
        if key & 3:
            del counts[key]
    return total, len(names), len(counts), sum(counts.values())
