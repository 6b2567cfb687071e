"""Runs programs, one after another, and tells what each did: on CPython and on Jabiru alike.

A request is a line of JSON, {"kind": "run" or "compile", "source": text}; the answer is one line
of JSON, a string: what the program printed with its traceback, or the tree or error that the
compiler gave. The names that are in every program's namespace: `show` (of a function without
arguments: its result's repr or its exception) and `tick` (ends a program that loops for ever).
"""

import ast
import contextlib
import io
import json
import linecache
import os
import re
import sys
import traceback
import warnings

MOST_TICKS = 400
FILE = "<program>"
LIBRARY = os.path.dirname(os.__file__)


class OutOfTicks(BaseException):
    """A program has looped often enough."""


def text(value, depth=0):
    """Its repr; of a set its members in order, of a dict its items as they come."""
    if depth < 6:
        if type(value) in (set, frozenset):
            members = ", ".join(sorted(text(v, depth + 1) for v in value))
            return f"{type(value).__name__}({{{members}}})"
        if type(value) is list:
            return "[" + ", ".join(text(v, depth + 1) for v in value) + "]"
        if type(value) is tuple:
            return "(" + ", ".join(text(v, depth + 1) for v in value) + ",)"
        if type(value) is dict:
            items = (f"{text(k, depth + 1)}: {text(v, depth + 1)}" for k, v in value.items())
            return "{" + ", ".join(items) + "}"
    return repr(value)


def namespace():
    ticks = 0

    def tick():
        nonlocal ticks
        ticks += 1
        if ticks > MOST_TICKS:
            raise OutOfTicks

    def show(function):
        try:
            print(text(function()))
        except Exception as e:
            print(f"{type(e).__name__}: {e}")

    return {"__name__": "__main__", "show": show, "tick": tick}


def run(source):
    linecache.cache[FILE] = (len(source), None, source.splitlines(True), FILE)
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # CPython compiles tuple(... for ...) twice
                code = compile(source, FILE, "exec")
            exec(code, namespace())
        except OutOfTicks:
            print("out of ticks")
        except BaseException as e:
            shown = e.__traceback__.tb_next if e.__traceback__ else None
            lines = traceback.format_exception(type(e), e, shown, colorize=False)
            print("".join(lines), end="")
    return output.getvalue()


def compiled(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, FILE, "exec")
            result = ast.dump(ast.parse(source), include_attributes=True)
        except SyntaxError as e:
            place = (e.lineno, e.offset, e.end_lineno, e.end_offset)
            result = f"{type(e).__name__}: {e.msg} {place} {e.text!r}"
        except Exception as e:
            result = f"{type(e).__name__}: {e}"
    warned = sorted({f"{w.category.__name__}: {w.message} {w.lineno}\n" for w in caught})
    return "".join(warned) + result


def answer(request):
    result = {"run": run, "compile": compiled}[request["kind"]](request["source"])
    result = result.replace(LIBRARY, "lib/python3.14")
    return re.sub(r"\b0x[0-9a-f]{6,}\b", "0x...", result)


def main():
    answers = sys.stdout
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main()
