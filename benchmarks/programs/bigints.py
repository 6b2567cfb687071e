"""Ints beyond 64 bits: factorials, powers, division, and their digits."""


def factorial(n):
    product = 1
    for number in range(1, n):
        product *= number
    return product


def main():
    digits = 0
    for n in range(1100, 1200):
        digits += len(str(factorial(n)))
    a, b = 3**2000, 7**1500
    for _ in range(2000):
        a, b = b, a % b + (1 << 3000)
    return digits, (a * b) % 1000000007, pow(5, 123456789, 10**50)
