"""Ints beyond 64 bits: factorials, powers, division, and their digits."""


def main():
    product = 1
    for number in range(1, 2500):
        product *= number
    digits = str(product)
    a, b = 3**2000, 7**1500
    for _ in range(200):
        a, b = b, a % b + (1 << 3000)
    return len(digits), digits[:20], (a * b) % 1000000007, pow(5, 12345, 10**50)
