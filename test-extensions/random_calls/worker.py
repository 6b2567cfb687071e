"""Runs sequences in the interpreter under test: worker.py DIRECTORY, requests on stdin.

A request is a line `SEED` or `SEED ROW,ROW,...` (only those rows of it); the answer is the log of
its calls and the registers at its end, and a line with a dot. `left` answers how many instances of
the counting type are left when all garbage is collected.
"""

import gc
import sys
import warnings

sys.path.insert(0, sys.argv[1])
sys.path.insert(0, __file__.rpartition("/")[0])

import random_calls
import sequences
import values


def run(made, seed, only):
    at = 0
    for segment in made.sequence(seed):
        rows = [r for i, r in enumerate(segment, at) if only is None or i in only]
        at += len(segment)
        log = random_calls.run(b"".join(rows))
        print(values.ADDRESS.sub("0x...", log), end="")
    print(random_calls.finish(), end="")


def main():
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda raised: None
    random_calls.configure(values.make, values.describe, values.describe_error, values.mutate)
    made = sequences.Sequences(random_calls.names())
    for line in sys.stdin:
        words = line.split()
        if words[0] == "left":
            for _ in range(3):
                gc.collect()
            print(random_calls.instances(), "instances are left")
        else:
            rows = [set(map(int, w.split(","))) for w in words[1:]]
            run(made, int(words[0]), rows[0] if rows else None)
        print(".", flush=True)


main()
