"""The soak test: many mixed calls between Python and C, and what memory is left afterwards.

    load.py CALLS [THREADS]

Runs in the interpreter under test, with soak.abi3.so on sys.path. Prints how many objects C knows
and how much native memory they take, before and after; fails when either grew. CPython has no such
numbers: there only the extension's own count of its objects is looked at.
"""

import gc
import sys
import threading
import time

import soak

try:
    import _jabiru
except ImportError:
    _jabiru = None

WARM_UP = 60_000
MORE_OBJECTS = 100
MORE_BYTES = 256 * 1024


def callback(number, function):
    if number % 3 == 0:
        raise ValueError(number, [number])
    return {"number": number, "items": [number, str(number)]}


class Heir(soak.Node):
    pass


def some_work(seed):
    """One portion; returns how many calls it made."""
    calls = soak.values(40)
    calls += soak.callbacks(callback, 30)
    for number in range(20):
        calls += soak.store([number, {"seed": seed}, str(seed)])
        calls += soak.store(object())
        calls += soak.store(Heir())
    calls += soak.drop()
    calls += soak.cycles(8)
    heir = Heir()
    heir.next = [heir, {"again": heir}]
    heir.attribute = soak.Node()
    for wrong in (soak.values, soak.unlocked):
        try:
            wrong("no number")
        except TypeError:
            calls += 1
    return calls + 6 + soak.unlocked(4)


def run(calls, threads):
    """Makes so many calls, in as many threads; returns how many it were."""
    made = [0] * threads
    failures = []

    def work(index):
        try:
            seed = 0
            while made[index] < calls / threads:
                made[index] += some_work(seed)
                seed += 1
        except BaseException as e:
            failures.append(e)

    workers = [threading.Thread(target=work, args=(i,)) for i in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if failures:
        raise failures[0]
    return sum(made)


def left():
    """Nodes, objects that C knows, bytes of native memory: when collections change nothing more."""
    numbers, unchanged = None, 0
    for _ in range(30):
        gc.collect()
        before, numbers = numbers, counted()
        unchanged = unchanged + 1 if numbers == before else 0
        if unchanged == 3:
            break
    return numbers


def counted():
    if _jabiru is None:
        return soak.nodes(), 0, 0
    return soak.nodes(), _jabiru.native_objects(), _jabiru.native_bytes()


def shown(numbers):
    nodes, objects, size = numbers
    return f"{nodes} nodes, {objects} native objects, {size} bytes"


def main():
    calls = int(sys.argv[1])
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    run(min(WARM_UP, calls), threads)
    before = left()
    print("before:", shown(before), flush=True)
    start = time.perf_counter()
    made = run(calls, threads)
    seconds = time.perf_counter() - start
    after = left()
    print("after: ", shown(after))
    print(f"{made} calls in {threads} threads, {seconds:.1f} s")
    if after[0] > before[0] or after[1] > before[1] + MORE_OBJECTS:
        sys.exit("objects were left")
    if after[2] > before[2] + MORE_BYTES:
        sys.exit("native memory grew")


if __name__ == "__main__":
    main()
