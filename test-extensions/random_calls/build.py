"""Makes the extension random_calls: a call for every function of the table that can have one.

It is compiled once, against CPython's headers for the limited API 3.14, and the same file is loaded
by CPython and by Jabiru.
"""

import os
import pathlib
import shlex
import subprocess
import sys

import checks
import table

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "testing"))

import cpython  # noqa: E402

BUILT = HERE.parent / "target" / "random_calls"
MODULE = BUILT / "random_calls.abi3.so"


def argument(function, position, kind):
    if kind in "OT":
        cast = function.parameters[position].type
        return f"({cast})call->object[{position}]"
    written = {"I": "object", "P": "written", "z": "size", "i": "small"}
    if kind in written:
        cast = function.parameters[position].type
        return f"({cast})&call->{written[kind]}[{position}]"
    values = {
        "n": f"({function.parameters[position].type})call->number[{position}]",
        "d": f"machine_double(call->number[{position}])",
        "s": f"machine_text(call->number[{position}])",
    }
    return values[kind]


def wrapper(function):
    signature = function.signature()
    given = ", ".join(argument(function, i, kind) for i, kind in enumerate(signature))
    call = f"({function.name})({given})"
    statement = {
        **dict.fromkeys("nb0", f"call->result = (PyObject *){call}"),
        **dict.fromkeys("iu", f"call->integer = (int64_t){call}"),
        "d": f"call->real = {call}",
        "s": f"call->text = {call}",
        "p": f"call->pointer = (const void *){call}",
        "v": call,
    }[function.result()]
    plain = f"#undef {function.name}\n"  # the function, where the headers have a macro
    return f"{plain}static void call_{function.name}(struct call *call)\n{{\n    {statement};\n}}\n"


def entry(function):
    steals = sum(1 << i for i in function.named("steals"))
    letters = checks.letters(function)
    return (
        f'    {{"{function.name}", call_{function.name}, "{function.signature()}", '
        f"'{function.result()}', \"{letters}\", {steals}}},"
    )


def source():
    chosen = [f for f in table.functions().values() if f.signature() is not None]
    chosen = [f for f in chosen if f.name not in checks.NOT_CALLED]
    lines = ["/* Written by build.py. */", '#include "machine.h"', ""]
    lines += [wrapper(f) for f in chosen]
    lines += ["const struct function generated_functions[] = {", *map(entry, chosen), "};"]
    lines.append(f"const int generated_count = {len(chosen)};\n")
    return "\n".join(lines)


def build():
    BUILT.mkdir(parents=True, exist_ok=True)
    generated = BUILT / "generated.c"
    text = source()
    if not generated.exists() or generated.read_text() != text:
        generated.write_text(text)
    sources = [*sorted(HERE.glob("*.c")), generated]
    newest = max(f.stat().st_mtime for f in [*sources, HERE / "machine.h"])
    if MODULE.exists() and MODULE.stat().st_mtime > newest:
        return BUILT
    command = [*shlex.split(os.environ.get("CC", "cc")), "-O1", "-g", "-fPIC", "-shared"]
    command += ["-Wall", "-Werror", "-Wno-deprecated-declarations", "-DPy_LIMITED_API=0x030E0000"]
    command += [f"-I{HERE}", f"-I{cpython.headers()}", "-o", str(MODULE), *map(str, sources), "-lm"]
    subprocess.run(command, check=True)
    return BUILT


if __name__ == "__main__":
    build()
    sys.exit()
