"""Every file of CPython's library and of its tests, parsed on both sides: are the trees the same?

    library.py                 compares ast.dump(ast.parse(source), include_attributes=True), or the
                               SyntaxError with its place, of all files, the broken ones as well
    library.py --speed ROUNDS  how long ast.parse of all of them takes, in turns, both sides warm

A file is parsed from its bytes, so that encoding declarations count. Runs on the host's python3.
"""

import argparse
import json
import pathlib
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent

# On each side: reads a line of JSON, {"files": [...]} or {"rounds": n}, and answers with one.
WORKER = """
import ast, hashlib, json, sys, time, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
sources = []

def parsed(source):
    try:
        return ast.parse(source)
    except SyntaxError as e:
        place = (e.lineno, e.offset, e.end_lineno, e.end_offset)
        return f"{type(e).__name__}: {e.msg} {place} {e.text!r}"
    except Exception as e:
        return f"{type(e).__name__}: {e}"

def digest(source):
    tree = parsed(source)
    if isinstance(tree, str):
        return tree
    text = ast.dump(tree, include_attributes=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

def all_parsed():
    begin = time.perf_counter()
    for source in sources:
        parsed(source)
    return time.perf_counter() - begin

for line in sys.stdin:
    asked = json.loads(line)
    if "files" in asked:
        for path in asked["files"]:
            with open(path, "rb") as file:
                sources.append(file.read())
        answer = len(sources)
    elif "digest" in asked:
        answer = digest(sources[asked["digest"]])
    else:
        answer = all_parsed()
    print(json.dumps(answer), flush=True)
"""


class Side:
    def __init__(self, command, files):
        self.process = subprocess.Popen(
            [*command, "-c", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.ask({"files": files})

    def send(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()

    def answer(self):
        return json.loads(self.process.stdout.readline())

    def ask(self, request):
        self.send(request)
        return self.answer()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def library(oracle):
    where = [*oracle, "-c", "import os; print(os.path.dirname(os.__file__))"]
    home = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    return [str(path) for path in sorted(pathlib.Path(home).rglob("*.py"))]


def compare(sides, files):
    """Prints the files that differ; returns how many."""
    different = broken = 0
    for number, path in enumerate(files):
        for side in sides:
            side.send({"digest": number})
        expected, actual = [side.answer() for side in sides]
        broken += ":" in expected
        if expected != actual:
            different += 1
            print(f"DIFFERS: {path}\n    CPython: {expected}\n    Jabiru:  {actual}", flush=True)
    print(f"{len(files)} files, {broken} of them with an error, {different} differ")
    return different


def speed(sides, rounds):
    best = [float("inf"), float("inf")]
    for number in range(rounds):
        times = [side.ask({}) for side in sides]
        best = [min(b, t) for b, t in zip(best, times)]
        print(f"round {number + 1}: CPython {times[0]:.2f} s, Jabiru {times[1]:.2f} s", flush=True)
    print(f"best: CPython {best[0]:.2f} s, Jabiru {best[1]:.2f} s: {best[0] / best[1]:.2f} times")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--speed", type=int, metavar="ROUNDS")
    parser.add_argument("--interpreter", help="another command than the image's jabiru")
    arguments = parser.parse_args()
    image = TOP / "target" / "image" / "bin" / "jabiru"
    oracle = [str(TOP / "test-extensions" / "oracle")]
    jabiru = shlex.split(arguments.interpreter or str(image))
    files = library(oracle)
    sides = [Side(oracle, files), Side(jabiru, files)]
    try:
        if arguments.speed:
            speed(sides, arguments.speed)
            return 0
        return 1 if compare(sides, files) else 0
    finally:
        for side in sides:
            side.close()


if __name__ == "__main__":
    sys.exit(main())
