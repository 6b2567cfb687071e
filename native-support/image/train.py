"""What the AOT cache is trained on: start-up, and what most programs import and do first."""

import importlib
import sys

COMMON = """
abc argparse ast base64 bisect calendar codecs collections collections.abc contextlib copy csv
dataclasses datetime decimal difflib enum errno fnmatch fractions functools gc getopt gettext glob
hashlib heapq html inspect io itertools json keyword linecache locale logging math numbers operator
os os.path pathlib pickle platform pprint queue random re shlex shutil signal site socket stat
statistics string struct subprocess sys sysconfig tempfile textwrap threading time timeit token
tokenize traceback types typing unittest urllib.parse uuid warnings weakref zipfile zlib
""".split()


def work():
    """A little of everything, often enough that the compiler's classes are seen too."""
    total = 0
    for number in range(20000):
        total += number & 7
    text = ", ".join(f"{number:>5} {number * 0.5!r}" for number in range(500))
    words = sorted(text.split(), key=len)
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    try:
        raise ValueError(total)
    except ValueError as error:
        return len(counts), str(error)


def main():
    missing = []
    for name in COMMON:
        try:
            importlib.import_module(name)
        except Exception as error:
            missing.append(f"{name} ({type(error).__name__})")
    for _ in range(20):
        work()
    if missing:
        print("not trained on:", *missing, file=sys.stderr)


main()
