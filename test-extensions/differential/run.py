"""Random differential testing: programs made at random must do the same on CPython and on Jabiru.

    run.py [--count N] [--seed S] [--jobs N]   N programs from seed S on (500 from 1)
    run.py --found                             only the programs of found/, which differed once
    run.py --show SEED                         the program of a seed, and what both sides say

Of every three seeds two make a program that runs (programs.py) and one a text that may not compile
(broken.py). A difference is reduced to few lines and kept in target/differential; a run that was
stopped goes on where it was (--fresh forgets). Runs on the host's python3 (3.9 or later).
"""

import argparse
import concurrent.futures
import difflib
import os
import pathlib
import queue
import shlex
import sys
import threading

import broken
import programs
import reduction
from sides import Pair, silent

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
KEPT = TOP / "target" / "differential"


def request(seed):
    if seed % 3 == 2:
        return {"kind": "compile", "source": broken.text(seed)}
    return {"kind": "run", "source": programs.Programs(seed).program()}


def commands(arguments):
    image = TOP / "target" / "image" / "bin" / "jabiru"
    jabiru = shlex.split(arguments.interpreter or str(image))
    return [str(TOP / "test-extensions" / "oracle")], jabiru


class Progress:
    """Keeps what was done, and prints what differs."""

    def __init__(self, directory, total):
        self.directory, self.total = directory, total
        self.ended, self.different = 0, []
        self.lock = threading.Lock()
        directory.mkdir(parents=True, exist_ok=True)
        self.done = directory / "done"

    def before(self):
        """Seeds that an earlier run found equal."""
        if not self.done.exists():
            return set()
        return {int(line) for line in self.done.read_text().split()}

    def same(self, name):
        with self.lock:
            self.ended += 1
            with self.done.open("a") as file:
                file.write(f"{name}\n")
            if self.ended % 500 == 0:
                print(f"[{self.ended}/{self.total}] {len(self.different)} differ", flush=True)

    def differs(self, name, asked, answers):
        with self.lock:
            self.ended += 1
            self.different.append(name)
            text = asked["source"] + "\n" + difference(*answers)
            (self.directory / f"{name}.txt").write_text(text, "utf-8", "surrogatepass")
            print(f"DIFFERS: {name} ({asked['kind']})\n{indented(text)}", flush=True)


def indented(text):
    return "".join(f"    {line}\n" for line in text.encode("utf-8", "replace").decode().split("\n"))


def difference(oracle, jabiru):
    lines = difflib.unified_diff(
        oracle.split("\n"), jabiru.split("\n"), "CPython", "Jabiru", lineterm="", n=1
    )
    return "\n".join(lines)


def compare(names, pair, progress, reduce):
    """Takes requests by name from a queue until it is empty."""
    try:
        while True:
            try:
                name, asked = names.get_nowait()
            except queue.Empty:
                return
            answers = pair.ask(asked)
            if answers[0] == answers[1]:
                progress.same(name)
                continue
            if reduce and not any(silent(a) for a in answers):  # that would take an hour
                asked = reduction.reduced(asked, lambda a: reduction.kind_of(pair.ask(a)))
                answers = pair.ask(asked)
            progress.differs(name, asked, answers)
    finally:
        pair.close()


def run(requests, arguments):
    """Returns how many were asked and the names of those that differ."""
    progress = Progress(KEPT / f"{arguments.kept}", len(requests))
    if arguments.fresh:
        progress.done.unlink(missing_ok=True)
    before = progress.before() if arguments.kept == "seeds" else set()
    left = queue.Queue()
    for name, asked in requests:
        if name not in before:
            left.put((name, asked() if callable(asked) else asked))
    progress.ended = len(requests) - left.qsize()
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        tasks = [
            pool.submit(compare, left, Pair(*commands(arguments)), progress, not arguments.whole)
            for _ in range(min(arguments.jobs, max(1, left.qsize())))
        ]
        for task in tasks:
            task.result()
    return len(requests), progress.different


def show(seed, arguments):
    asked = request(seed)
    pair = Pair(*commands(arguments))
    answers = pair.ask(asked)
    pair.close()
    print(asked["source"])
    print(answers[0])
    print(difference(*answers) or "the same on both sides")


def found():
    """Programs that once differed; a name that begins with compile_ is only compiled."""
    for path in sorted((HERE / "found").glob("*.txt")):
        kind = "compile" if path.name.startswith("compile_") else "run"
        source = path.read_bytes().decode("utf-8", "surrogatepass")
        yield path.stem, {"kind": kind, "source": source}


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--found", action="store_true")
    parser.add_argument("--show", type=int, metavar="SEED")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs did")
    parser.add_argument("--whole", action="store_true", help="do not reduce what differs")
    parser.add_argument("--interpreter", help="another command than the image's jabiru")
    parser.add_argument("--summary", metavar="FILE", help="also write passed, failed, skipped")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    if arguments.show is not None:
        show(arguments.show, arguments)
        return 0
    arguments.kept = "found"
    total, different = run(list(found()), arguments)
    if not arguments.found:
        arguments.kept = "seeds"
        seeds = range(arguments.seed, arguments.seed + arguments.count)
        count, more = run([(s, lambda s=s: request(s)) for s in seeds], arguments)
        total, different = total + count, different + more
    print(f"{total} programs, {len(different)} differ")
    if arguments.summary:
        numbers = f"{total - len(different)} {len(different)} 0\n"
        pathlib.Path(arguments.summary).write_text(numbers)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
