"""Nested loops over ranges with int arithmetic."""


def main():
    total = 0
    for i in range(1000):
        for j in range(1000):
            total += (i ^ j) & 15
    return total
