"""Random sequences of C-API calls must do the same on CPython and on Jabiru.

    run.py [--count N] [--seed S]     N sequences from seed S on (2000 from 1)
    run.py --show SEED[:ROW,ROW...]   what both sides say of one
    run.py --arguments                also NULL and wrong types for each argument of each function

One extension (build.py), compiled once, runs the same programs (sequences.py) on both sides; a
difference is reduced to few calls; the seeds in known.txt are known to differ. What kills CPython
is left out. What CPython raises for --arguments is recorded (--record) in arguments.tsv.gz. What
differed is mended and kept in test_findings.py. Runs on the host's python3 (3.9 or later).
"""

import argparse
import difflib
import pathlib
import queue
import shlex
import sys

import arguments
import build

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "testing"))

import workers  # noqa: E402

TOP = HERE.parent.parent
PATIENCE = 40.0
EVERY = 100  # sequences between two looks at what is left


class Side(workers.Worker):
    """One interpreter; an answer ends with a line that is a point."""

    def __init__(self, command, built):
        script = [str(HERE / "worker.py"), str(built)]
        super().__init__([*command, *script], arguments.environment(), cwd=built)

    def receive(self):
        """The answer's lines, or None when the process died or hangs."""
        lines = []
        while True:
            try:
                line = self.line(PATIENCE)
            except queue.Empty:
                line = None
            if line is None:
                self.close()
                return None
            if line == b".\n":
                return lines
            lines.append(line.decode("utf-8", "replace"))


class Pair:
    def __init__(self, interpreter, built):
        self.oracle = Side([str(TOP / "test-extensions" / "oracle")], built)
        self.jabiru = Side(interpreter, built)

    def ask(self, request):
        self.oracle.send(request)
        self.jabiru.send(request)
        return self.oracle.receive(), self.jabiru.receive()

    def close(self):
        self.oracle.close()
        self.jabiru.close()


def differs(answers):
    """CPython's crash says nothing about Jabiru; a crash of Jabiru's does."""
    return answers[0] is not None and answers[0] != answers[1]


def difference(answers):
    oracle, jabiru = answers
    if jabiru is None:
        return "Jabiru died or did not answer; CPython:\n" + "".join(oracle[-3:])
    return "".join(difflib.unified_diff(oracle, jabiru, "CPython\n", "Jabiru\n", n=2))


def reduced(pair, seed):
    """As few rows as still differ in the same way."""

    def shape(answers):
        """The function at which the first difference is."""
        if not differs(answers):
            return None
        if answers[1] is None:
            return "died"
        for ours, theirs in zip(*answers):
            if ours != theirs:
                return ours.split(" ")[0]
        return "length"

    wanted = shape(pair.ask(seed))
    rows = list(range(60))
    for size in (16, 8, 4, 2, 1):
        at = 0
        while at < len(rows):
            fewer = rows[:at] + rows[at + size :]
            if fewer and shape(pair.ask(f"{seed} {','.join(map(str, fewer))}")) == wanted:
                rows = fewer
            else:
                at += size
    return f"{seed} {','.join(map(str, rows))}" if wanted else str(seed)


def show(pair, request):
    answers = pair.ask(request)
    print("".join(answers[0] or ["CPython died or did not answer\n"]))
    print(difference(answers) if differs(answers) else "the same on both sides")


def run(pair, requests, options):
    """Returns how many were compared, how many CPython did not survive, and those that differ."""
    died, different = 0, []
    known = known_seeds()
    fresh = True  # both sides began at the same sequence
    for number, request in enumerate(requests, 1):
        answers = pair.ask(request)
        if None in answers:
            pair.close()
            fresh = True
        died += answers[0] is None
        if answers[0] is not None and (request in known) != differs(answers):
            if request in known:
                print(f"DIFFERS: {request} is known to differ, and does not", flush=True)
                different.append(request)
                continue
            if not options.whole and len(different) < options.most:
                request = reduced(pair, request) if " " not in request else request
                answers = pair.ask(request)
            different.append(request)
            if len(different) <= options.most:
                print(f"DIFFERS: {request}\n{difference(answers)}", flush=True)
        if number % EVERY == 0 or number == len(requests):
            left = pair.ask("left")
            if left[0] != left[1] and fresh:
                different.append(f"left at {request}")
                print(f"DIFFERS at {request}: {left}", flush=True)
                pair.close()
        if number % 1000 == 0:
            print(f"[{number}/{len(requests)}] {len(different)} differ", flush=True)
            pair.close()  # a long life is not what is tested here
    return len(requests) - died, died, different


def known_seeds():
    lines = (HERE / "known.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0] for line in lines if line and not line.startswith("#")}


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", metavar="SEED[:ROWS]")
    parser.add_argument("--arguments", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--whole", action="store_true", help="do not reduce what differs")
    parser.add_argument("--most", type=int, default=20, help="differences that are printed")
    parser.add_argument("--interpreter", help="another command than the image's jabiru")
    parser.add_argument("--summary", metavar="FILE", help="also write passed, failed, skipped")
    return parser.parse_args()


def main():
    options = parse_arguments()
    built = build.build()
    if options.record:
        return arguments.record(built)
    image = TOP / "target" / "image" / "bin" / "jabiru"
    interpreter = shlex.split(options.interpreter or str(image))
    pair = Pair(interpreter, built)
    if options.show:
        show(pair, options.show.replace(":", " "))
        pair.close()
        return 0
    requests = [str(s) for s in range(options.seed, options.seed + options.count)]
    compared, died, different = run(pair, requests, options)
    pair.close()
    print(f"{compared} sequences, {len(different)} differ; {died} that CPython did not survive")
    failed = len(different)
    if options.arguments:
        count, wrong = arguments.compare(interpreter, built, options.most)
        print(f"{count} calls with unusual arguments, {wrong} differ")
        compared, failed = compared + count, failed + wrong
    if options.summary:
        pathlib.Path(options.summary).write_text(f"{compared - failed} {failed} 0\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
