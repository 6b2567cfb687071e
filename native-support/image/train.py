"""What the AOT cache is trained on: start-up, and what most programs import and do first.

    train.py [JCMD]

JCMD: the JDK's jcmd. With it the cache tells later starts which methods a start compiles, and none
but those: a start pays for each that it is told.
"""

import importlib
import os
import pathlib
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


def stop_compiling(jcmd):
    """Lets the JVM compile no further method."""
    directives = pathlib.Path(__file__).with_name("uncompiled.json")
    command = [jcmd, str(os.getpid()), "Compiler.directives_add", str(directives)]
    if os.spawnv(os.P_WAIT, jcmd, command) != 0:
        print("every start will be told of too many methods", file=sys.stderr)


def main():
    exec(compile("pass", "<string>", "exec"), {})
    if len(sys.argv) > 1:
        stop_compiling(sys.argv[1])
    statements = pathlib.Path(__file__).with_name("statements.py")
    compile(statements.read_text(), str(statements), "exec")
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
