"""Calls with NULL and with objects of wrong types, in the interpreter under test.

    argument_cases.py DIRECTORY --fork       all but what crashes, in children (CPython)
    argument_cases.py DIRECTORY --only FILE  those that FILE names, a line each

Every function of the table gets, at each place of an object, each of KINDS, and at the others one
of FILLERS. Prints a line a call: function and arguments, and what came of it.
"""

import os
import signal
import sys
import warnings

sys.path.insert(0, sys.argv[1])
sys.path.insert(0, __file__.rpartition("/")[0])

import random_calls
import sequences
import values

KINDS = {
    "NULL": None,
    "None": lambda: None,
    "int": lambda: 5,
    "large": lambda: 2**70,
    "float": lambda: 1.5,
    "str": lambda: "text",
    "surrogate": lambda: "\udc80",
    "bytes": lambda: b"bytes",
    "bytearray": lambda: bytearray(b"ab"),
    "list": lambda: [1, "a"],
    "tuple": lambda: ("a", 2),
    "dict": lambda: {"a": 1},
    "set": lambda: {1},
    "failing": values.Failing,
    "wrong": values.Wrong,
    "plain": values.Plain,
    "type": lambda: int,
    "class": lambda: type("Made", (), {}),
    "error type": lambda: ValueError,
    "error": lambda: ValueError("message"),
    "iterator": lambda: iter([1]),
    "generator": values.generator,
    "slice": lambda: slice(1, 2),
    "function": lambda: values.raising,
    "builtin": lambda: len,
    "module": lambda: values.types,
    "memoryview": lambda: memoryview(b"ab"),
}
TYPES = ("NULL", "type", "class", "error type")  # where nothing checks that it is one
FILLERS = ("None", "str", "list", "dict", "type")
# What the process would not survive, or what is about the machine and not about the arguments.
LEFT_OUT = {
    *("PyErr_PrintEx", "PyErr_Print", "PyEval_EvalFrame", "PyEval_EvalFrameEx", "Py_GetVersion"),
    *("PyErr_Display", "PyErr_DisplayException", "PyErr_WriteUnraisable", "PyObject_Dir"),
    *("PyObject_Hash", "PyTraceBack_Print", "PySys_SetObject", "PyModule_AddType"),
    *("PyImport_ReloadModule", "PyType_Freeze", "PyUnicode_Resize"),
    *("PyCFunction_GetFunction", "PyCFunction_GetFlags", "PyType_Modified"),
    *("PyType_GenericAlloc", "PyType_GenericNew", "PyImport_AddModuleObject"),
    *("PyImport_ExecCodeModuleObject", "PyImport_ExecCodeModule", "PyImport_ExecCodeModuleEx"),
    *("PyImport_ExecCodeModuleWithPathnames", "PyImport_GetImporter", "PyImport_Import"),
    # they take something for granted, and what CPython raises is of another one's doing
    *("PyException_SetTraceback", "PyObject_Call", "PyErr_WarnEx", "PyErr_WarnExplicit"),
    *("PyErr_SetImportErrorSubclass", "PyVectorcall_Call"),
}
NUMBERS = list(KINDS)


def make(_, number):
    return KINDS[NUMBERS[number % 1000]]()


def cases(names):
    """Text and program of every call."""
    found = []
    make_number = next(i for i, (name, _, _) in enumerate(names) if name == "make")
    for function, (name, signature, _) in enumerate(names):
        objects = [i for i, kind in enumerate(signature) if kind in "OTI"]
        if function >= make_number or name in LEFT_OUT or not objects:
            continue
        for place in objects:
            for kind in KINDS if signature[place] == "O" else TYPES:
                for filler in FILLERS if len(objects) > 1 else FILLERS[:1]:
                    given = {i: "type" if signature[i] == "T" else filler for i in objects}
                    given[place] = kind
                    found.append((function, name, signature, given))
    for function, name, signature, given in found:
        arguments = [-1 if given.get(i) == "NULL" else i for i in range(len(signature))]
        for i, letter in enumerate(signature):
            if letter not in "OTI":
                arguments[i] = {"s": 1, "n": 1}.get(letter, 0)
        rows = [
            sequences.ROW.pack(make_number, i, 0, NUMBERS.index(kind), *[0] * 6)
            for i, kind in given.items()
            if kind != "NULL"
        ]
        row = (function, 7, sequences.UNCHECKED | sequences.DESCRIBE, *arguments)
        rows.append(sequences.ROW.pack(*row, *[0] * (10 - len(row))))
        yield f"{name}({', '.join(given.values())})", b"".join(rows)


def run(text, program):
    log = random_calls.run(program).splitlines()[-1]
    random_calls.run(b"")
    random_calls.finish()
    return f"{text}\t{log.partition(' ')[2]}\n"


def run_forked(todo):
    """Runs the calls in children; one that kills its child is left out."""
    at = 0
    while at < len(todo):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            for case in todo[at:]:
                signal.alarm(3)
                os.write(writing, run(*case).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as lines:
            for line in lines:
                sys.stdout.write(line)
                at += 1
        os.waitpid(child, 0)
        at += 1


def main():
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda raised: None
    random_calls.configure(make, values.describe, values.describe_error, values.mutate)
    todo = list(cases(random_calls.names()))
    if sys.argv[2] == "--fork":
        run_forked(todo)
        return
    with open(sys.argv[3], encoding="utf-8") as file:
        only = set(file.read().split("\n"))
    for case in todo:
        if case[0] in only:
            sys.stdout.write(run(*case))
            sys.stdout.flush()
    print("done", flush=True)


main()
