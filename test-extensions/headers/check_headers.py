"""Compares include/ with CPython's headers, for every Py_LIMITED_API from 3.2 to 3.14.

    check_headers.py [--quick] [--summary FILE]

CPython's declarations decide: each function that its headers declare must be declared by ours with
a compatible type (its prototype is compiled again behind our headers), each macro that is a whole
number must have the same value, each struct the same size and members at the same offsets, and
each enumerator the same value; and ours must not have names of Python's that CPython's headers do
not show for that version. --quick takes three versions. Needs gcc and readelf.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.append(str(HERE.parent / "testing"))

import cpython  # noqa: E402

C_LOCALE = {**os.environ, "LC_ALL": "C"}  # for messages without typographic quotes
MINORS = range(2, 15)
QUICK = (2, 9, 14)
PYTHON = re.compile(r"_?(Py|PY|METH_|READ|T_|RESTRICTED|WRITE_RESTRICTED|visitproc|inquiry)")
# How the headers are written, and what configure found out: no part of the API.
LEFT_OUT = re.compile(
    r"\w*_H|Py_(LIMITED_API|BUILD_CORE\w*|NO_INLINE|UNUSED|LOCAL\w*|EXPORTED_SYMBOL|IMPORTED_SYMBOL"
    r"|CAN_START_THREADS|HASH_CUTOFF|DEBUG_OFFSETS\w*)|_Py_IMMORTAL\w*|_Py_STATIC\w*|_Py_TYPEOF"
    r"|PY_(LLONG|LONG|SIZE|SSIZE|UINT|INT|DWORD|BIG_ENDIAN|LITTLE_ENDIAN|FORMAT)\w*|Py_RETURN\w*"
    r"|_?PY_(SUPPORT_TIER|SSL|SQLITE|HAVE|COERCE)\w*|_?PYTHREAD_NAME_MAXLEN|_Py_STACK_GROWS_DOWN"
    r"|_Py_(HACL|FFI|PARSE)\w*|Py_(VA_COPY|REMOTE_DEBUG|RL_\w+|HASH_\w+|ENABLE_SHARED|UNICODE_SIZE)"
    r"|PYLONG_BITS_IN_DIGIT|Py_MATH_\w+|PY_CORE\w*|PY_VERSION|PYTHREAD_\w+|PYTHON_A[BP]I_VERSION"
)


class Compiler:
    """gcc for one version of the limited API and one set of headers."""

    def __init__(self, include, minor, scratch):
        self.scratch = scratch
        self.base = [*shlex.split(os.environ.get("CC", "gcc")), "-std=gnu11", "-w"]
        self.base += [f"-DPy_LIMITED_API=0x03{minor:02x}0000", f"-I{include}"]

    def run(self, source, *options):
        file = self.scratch / "probe.c"
        file.write_text("#include <Python.h>\n#include <structmember.h>\n" + source)
        done = subprocess.run(
            [*self.base, *options, str(file)],
            capture_output=True,
            text=True,
            cwd=self.scratch,
            env=C_LOCALE,
        )
        return done.returncode, done.stdout, done.stderr

    def wrong_lines(self, lines):
        """Which lines behind the headers do not compile, with the compiler's word on each."""
        _, _, errors = self.run("\n".join(lines), "-fsyntax-only", "-fmax-errors=0")
        found = re.findall(r"probe\.c:(\d+):\d+: error: (.*)", errors)
        wrong = {int(number) - 3: message for number, message in reversed(found)}
        # An error within a macro of the headers has their line, and the function that we wrote.
        return wrong | {int(n): "" for n in re.findall(r"In function 'f(\d+)'", errors)}

    def functions(self):
        """The declarations of Python's functions, by name, as the compiler writes them."""
        self.run("", "-fsyntax-only", "-aux-info", "functions.txt")
        text = (self.scratch / "functions.txt").read_text()
        found = {}
        for line in text.splitlines():
            match = re.search(r"\*/ (extern (.*?)(\w+) \(.*\);)", line)
            if match and PYTHON.match(match[3]):
                found[match[3]] = match[1]
        return found

    def constants(self):
        """The values of the macros that are integer constants, by name."""
        _, text, _ = self.run("", "-E", "-dM")
        names = sorted(set(re.findall(r"^#define (\w+) +\S", text, re.MULTILINE)))
        names = [n for n in names if PYTHON.match(n) and not LEFT_OUT.fullmatch(n)]
        # A name that is not declared is told once in each function.
        lines = [f"void f{i}(void) {{ enum {{ e = ({n}) }}; }}" for i, n in enumerate(names)]
        wrong = self.wrong_lines(lines)
        good = [n for i, n in enumerate(names) if i not in wrong]
        program = "#include <stdio.h>\nint main(void) {\n"
        program += "".join(f'printf("{n} %lld\\n", (long long)({n}));\n' for n in good) + "}\n"
        status, _, errors = self.run(program, "-o", "constants")
        if status != 0:
            raise SystemExit(errors)
        out = subprocess.run([str(self.scratch / "constants")], capture_output=True, text=True)
        return dict(line.split() for line in out.stdout.splitlines())

    def structs(self):
        """Sizes, members and enumerators out of the debug information, as lines by name."""
        options = ("-g", "-gdwarf-4", "-fno-eliminate-unused-debug-types", "-c", "-o", "structs.o")
        self.run("", *options)
        command = ["readelf", "--debug-dump=info", str(self.scratch / "structs.o")]
        return Dwarf(subprocess.run(command, capture_output=True, text=True).stdout).found


class Dwarf:
    """What `readelf --debug-dump=info` says of structs, typedefs of them, and enums."""

    def __init__(self, text):
        self.entries = {}
        self.found = {}
        self.read(text)
        for entry in self.entries.values():
            if entry["tag"] == "typedef" and "type" in entry:
                target = self.entries.get(entry["type"])
                if target and target["tag"] in ("structure_type", "union_type"):
                    self.add(entry.get("name"), target)
            elif entry["tag"] == "structure_type" and "name" in entry:
                self.add("struct " + entry["name"], entry)
            elif entry["tag"] == "enumerator" and PYTHON.match(entry["name"]):
                self.found["enum " + entry["name"]] = entry.get("value")

    def add(self, name, struct):
        bare = (name or "").replace("struct ", "")
        if "size" in struct and (PYTHON.match(bare) or bare in ("bufferinfo", "wrapperbase")):
            if not name.startswith("struct "):
                self.found[name] = f"{struct['size']} bytes: " + ", ".join(struct["members"])

    def read(self, text):
        stack = []
        entry = None
        for line in text.splitlines():
            head = re.match(r" <(\d+)><([0-9a-f]+)>: Abbrev Number: \d+ \(DW_TAG_(\w+)\)", line)
            if head:
                depth = int(head[1])
                entry = {"tag": head[3], "members": [], "depth": depth}
                self.entries[head[2]] = entry
                del stack[depth:]
                stack.append(entry)
                continue
            field = re.match(r" +<[0-9a-f]+> +DW_AT_(\w+) *: (.*)", line)
            if entry is None or not field:
                continue
            self.attribute(entry, stack, field[1], field[2].strip())

    @staticmethod
    def attribute(entry, stack, key, value):
        if key == "name":
            entry["name"] = value.rpartition(": ")[2] if value.startswith("(") else value
        elif key == "byte_size":
            entry["size"] = value
        elif key == "const_value":
            entry["value"] = value
        elif key == "type":
            entry["type"] = value.strip("<>").removeprefix("0x")
        elif key == "data_member_location" and len(stack) > 1:
            stack[-2]["members"].append(f"{entry.get('name', '(union)')} at {value}")


def compare(minor):
    """Returns what differs, and how many things were compared."""
    with tempfile.TemporaryDirectory() as a, tempfile.TemporaryDirectory() as b:
        theirs = Compiler(cpython.headers(), minor, pathlib.Path(a))
        ours = Compiler(TOP / "include", minor, pathlib.Path(b))
        problems = []
        functions, own = theirs.functions(), ours.functions()
        names = sorted(n for n in functions if n in own)
        wrong = ours.wrong_lines([prototype(n, functions[n]) for n in names])
        problems += [f"{names[i]}: {message}" for i, message in wrong.items() if i >= 0]
        missing = sorted(functions.keys() - own)
        problems += [f"{n}: CPython declares {functions[n]}" for n in missing]
        inline = inline_names(theirs)
        extra = sorted(own.keys() - functions.keys() - inline)
        problems += [f"{n}: not in CPython's headers" for n in extra]
        count = len(functions)
        for kind in ("constants", "structs"):
            expected, got = getattr(theirs, kind)(), getattr(ours, kind)()
            count += len(expected)
            for name, value in sorted(expected.items()):
                if got.get(name) != value:
                    problems.append(f"{name}: CPython {value}; here {got.get(name, 'missing')}")
        return minor, problems, count


def prototype(name, text):
    """As the compiler takes it again: va_list has no such name, and macros must not be expanded."""
    text = re.sub(r"(struct )?__va_list_tag \*", "va_list ", text)
    return text.replace(f"{name} (", f"({name}) (", 1)


def inline_names(compiler):
    """Macros and inline functions: functions of ours may be those in CPython's headers."""
    _, text, _ = compiler.run("", "-E", "-dM")
    names = set(re.findall(r"^#define (\w+)", text, re.MULTILINE))
    text = (compiler.scratch / "functions.txt").read_text()
    return names | set(re.findall(r"\*/ static .*?(\w+) \(", text))


def accepted():
    """Differences on purpose: accepted.txt has NAME: reason."""
    lines = (HERE / "accepted.txt").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0] for line in lines if line and not line.startswith("#")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--summary", metavar="FILE", help="also write passed, failed, skipped")
    arguments = parser.parse_args()
    fine = accepted()
    passed = failed = skipped = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for minor, problems, count in pool.map(compare, QUICK if arguments.quick else MINORS):
            wrong = [p for p in problems if p.partition(":")[0] not in fine]
            for problem in wrong:
                print(f"3.{minor}: {problem}")
            passed += count - len(wrong)
            failed += len(wrong)
            skipped += len(problems) - len(wrong)
    print(f"headers: {passed} declarations agree, {failed} differ, {skipped} differ on purpose")
    if arguments.summary:
        pathlib.Path(arguments.summary).write_text(f"{passed} {failed} {skipped}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
