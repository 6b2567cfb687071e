"""Runs one program in the interpreter that is measured: driver.py PROGRAM SECONDS.

Prints the first call's time, the best of the later ones within SECONDS, and the result's repr.
"""

import sys
import time


def main():
    path, seconds = sys.argv[1], float(sys.argv[2])
    with open(path, encoding="utf-8") as file:
        source = file.read()
    namespace = {"__name__": "program"}
    start = time.perf_counter()
    exec(compile(source, path, "exec"), namespace)
    program = namespace["main"]
    result = program()
    cold = time.perf_counter() - start
    warm = cold
    end = time.perf_counter() + seconds
    rounds = 0
    while rounds < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        program()
        warm = min(warm, time.perf_counter() - start)
        rounds += 1
    print("cold", cold)
    print("warm", warm)
    print("result", repr(result))


main()
