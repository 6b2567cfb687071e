"""Collects the sources that CPython's own tests compile.

parser_cases.py OUT MODULE...    one JSON pair of source and mode a line, e.g. for test.test_syntax
"""

import ast
import builtins
import codeop
import doctest
import json
import sys
import unittest
import warnings

seen = {}
real_compile, real_exec, real_eval, real_parse = compile, exec, eval, ast.parse


def note(source, mode):
    if isinstance(source, str) and mode in ("exec", "eval", "single"):
        seen.setdefault((source, mode))


def my_compile(source, filename="", mode="exec", *args, **kwargs):
    note(source, mode)
    return real_compile(source, filename, mode, *args, **kwargs)


def my_exec(source, *args, **kwargs):
    note(source, "exec")
    if not args and not kwargs:
        frame = sys._getframe(1)
        args = (frame.f_globals, frame.f_locals)
    return real_exec(source, *args, **kwargs)


def my_eval(source, *args, **kwargs):
    note(source.lstrip(" \t") if isinstance(source, str) else source, "eval")
    if not args and not kwargs:
        frame = sys._getframe(1)
        args = (frame.f_globals, frame.f_locals)
    return real_eval(source, *args, **kwargs)


def my_parse(source, filename="<unknown>", mode="exec", **kwargs):
    note(source, mode)
    return real_parse(source, filename, mode, **kwargs)


def main():
    warnings.simplefilter("ignore")
    out, *modules = sys.argv[1:]
    for name in modules:
        builtins.compile, builtins.exec, builtins.eval = my_compile, my_exec, my_eval
        ast.parse = my_parse
        try:
            suite = unittest.defaultTestLoader.loadTestsFromName(name)
            unittest.TextTestRunner(verbosity=0).run(suite)
        finally:
            builtins.compile, builtins.exec, builtins.eval = real_compile, real_exec, real_eval
            ast.parse = real_parse
    with open(out, "w", encoding="utf-8") as f:
        for source, mode in seen:
            if len(source) < 20000 and not any("\ud800" <= c <= "\udfff" for c in source):
                f.write(json.dumps([source, mode]) + "\n")


main()
