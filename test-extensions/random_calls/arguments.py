"""NULL and wrong types for each argument of each function: what CPython answers with an exception.

arguments.tsv.gz has these calls with the exceptions. What kills CPython is not in it, nor what it
answers with a value: that is often whatever the memory of another type had there.
"""

import gzip
import os
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RECORD = HERE / "arguments.tsv.gz"
SCRIPT = str(HERE / "argument_cases.py")


def environment():
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LD_"))}
    kept["PYTHONHASHSEED"] = "0"
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    return kept


def parsed(text):
    lines = (line.partition("\t") for line in text.splitlines() if "\t" in line)
    return {name: answer for name, _, answer in lines}


def ask(command):
    done = subprocess.run(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    return done.stdout.decode("utf-8", "replace")


def record(built):
    """What CPython raises in each of three runs becomes the record."""
    command = [str(HERE.parent / "oracle"), SCRIPT, str(built), "--fork"]
    runs = [parsed(ask(command)) for _ in range(3)]
    kept = {
        k: v
        for k, v in runs[0].items()
        if " raises " in f" {v}" and all(r.get(k) == v for r in runs)
    }
    with gzip.GzipFile(RECORD, "wb", mtime=0) as file:
        file.write("".join(f"{k}\t{v}\n" for k, v in kept.items()).encode())
    print(f"{len(kept)} exceptions recorded, of {len(runs[0])} answers")
    return 0


def error(answer):
    """The type of the exception."""
    return re.sub(r".*\braises (\w+).*", r"\1", answer) if "raises " in answer else None


def agree(expected, got):
    """The same type; a SystemError says about the same as any other."""
    return error(got) is not None and (
        error(expected) == error(got) or "SystemError" in got + expected
    )


def compare(interpreter, built, most):
    """Returns how many calls were made and how many answers differ."""
    with gzip.open(RECORD, "rt", encoding="utf-8") as file:
        expected = parsed(file.read())
    with tempfile.TemporaryDirectory() as scratch:
        only = pathlib.Path(scratch, "only")
        only.write_text("\n".join(expected), encoding="utf-8")
        output = ask([*interpreter, SCRIPT, str(built), "--only", str(only)])
    got = parsed(output)
    wrong = 0
    for call, answer in expected.items():
        if call not in got:
            wrong += 1
            print(f"DIFFERS: {call}: Jabiru died here\n")
            break
        if not agree(answer, got[call]):
            wrong += 1
            if wrong <= most:
                print(f"DIFFERS: {call}\n  CPython {answer}\n  Jabiru  {got[call]}")
    return len(expected), wrong
