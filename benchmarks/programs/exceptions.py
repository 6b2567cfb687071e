"""Exceptions raised through calls, caught, and cleaned up after."""


class Problem(Exception):
    def __init__(self, number):
        super().__init__(f"problem {number}")
        self.number = number


def check(number):
    if number % 3 == 0:
        raise Problem(number)
    if number % 5 == 0:
        raise KeyError(number)
    return number


def guarded(number, log):
    try:
        return check(number)
    finally:
        log[0] += 1


def main():
    total, log = 0, [0]
    for number in range(60000):
        try:
            total += guarded(number, log)
        except Problem as problem:
            total -= problem.number
        except KeyError:
            total += 1
    return total, log[0]
