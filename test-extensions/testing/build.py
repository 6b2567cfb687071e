"""Compiles the test extensions: build.py [FILE.c ...]

capi/NAME.c becomes the module capi_NAME, in each of the flavours of reference counting that are in
the wild (capi-emulation/abi has the details), as target/FLAVOUR/capi_NAME.SUFFIX:

    calls    Py_LIMITED_API 3.14: everything is a call
    inline   Py_LIMITED_API 3.9 with today's headers: inlined, aware of immortal objects
    plain    Py_LIMITED_API 3.9 as headers up to 3.11 have it: inlined, 64 bits, no immortals
    own      Py_LIMITED_API 3.9 with the headers of include/ in place of CPython's
    full     no limited API: the cpython-314 ABI

bad_input/NAME.c becomes target/bad_input/NAME.abi3.so, once; so does soak/NAME.c. limited/NAME.c
becomes, for each Py_LIMITED_API, target/limited/3.N/NAME.abi3.so with CPython's headers, and
3.N-own with those of include/.

Comments in the source narrow that: `// flavours: full` to the named ones, `// since: 3.11` to the
limited API from then on. A file is compiled only when it is newer than its modules.
Runs on the host's python3 (3.9 or later); $CC is the compiler.
"""

import concurrent.futures
import os
import pathlib
import re
import shlex
import subprocess
import sys

import cpython

HERE = pathlib.Path(__file__).resolve().parent
SUITE = HERE.parent
TOP = SUITE.parent
BUILT = SUITE / "target"
FULL_SUFFIX = ".cpython-314-x86_64-linux-gnu.so"


def declared(source, key):
    match = re.search(rf"^(?://| \*|/\*) {key}: (.*?)(?: \*/)?$", source, re.MULTILINE)
    return match[1].split() if match else []


def hexversion(text):
    major, minor = map(int, text.split("."))
    return f"0x{major:02X}{minor:02X}0000"


def flavours(source):
    """Yields name, compiler options, suffix of the file."""
    since = (declared(source, "since") or ["3.9"])[0]
    wanted = declared(source, "flavours") or ["calls", "inline", "plain", "own", "full"]
    inlining = tuple(map(int, since.split("."))) < (3, 12)
    limited = f"-DPy_LIMITED_API={hexversion(since)}"
    plain = ["-include", str(HERE / "plain_refcount.h")]
    if "calls" in wanted:
        yield "calls", [f"-DPy_LIMITED_API={hexversion('3.14')}"], ".abi3.so"
    if "inline" in wanted and inlining:
        yield "inline", [limited], ".abi3.so"
    if "plain" in wanted and inlining:
        yield "plain", [limited, *plain], ".abi3.so"
    if "own" in wanted:
        yield "own", [limited], ".abi3.so"
    if "full" in wanted:
        yield "full", [], FULL_SUFFIX


def compile_module(source, module, include, directory, options, suffix):
    target = directory / (module + suffix)
    newest = max(source.stat().st_mtime, (HERE / "plain_refcount.h").stat().st_mtime)
    if target.exists() and target.stat().st_mtime > newest:
        return None
    directory.mkdir(parents=True, exist_ok=True)
    command = [*shlex.split(os.environ.get("CC", "cc")), "-O2", "-g", "-fPIC", "-shared", "-Wall"]
    command += [
        "-Wextra",
        "-Wno-unused-parameter",
        "-Wno-missing-field-initializers",
        "-Wno-cast-function-type",
    ]
    command += ["-Werror", f"-I{include}", *options, "-o", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, text=True)
    return (target, done.returncode, done.stderr)


def jobs(files):
    include = cpython.headers()
    for source in files:
        text = source.read_text(encoding="utf-8")
        if source.parent.name == "limited":
            for minor in range(2, 15):
                options = [f"-DPy_LIMITED_API={hexversion(f'3.{minor}')}"]
                for name, chosen in ((f"3.{minor}", include), (f"3.{minor}-own", TOP / "include")):
                    yield source, source.stem, chosen, BUILT / "limited" / name, options, ".abi3.so"
            continue
        if source.parent.name in ("bad_input", "soak"):
            options = [f"-DPy_LIMITED_API={hexversion('3.14')}", f"-DMODULE={source.stem}"]
            yield source, source.stem, include, BUILT / source.parent.name, options, ".abi3.so"
            continue
        module = f"{source.parent.name}_{source.stem}"
        for name, options, suffix in flavours(text):
            chosen = TOP / "include" if name == "own" else include
            yield source, module, chosen, BUILT / name, options, suffix


def main():
    given = [pathlib.Path(f).resolve() for f in sys.argv[1:]]
    folders = ("capi", "bad_input", "limited", "soak")
    files = given or sorted(f for folder in folders for f in SUITE.glob(f"{folder}/*.c"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        done = [r for r in pool.map(lambda j: compile_module(*j), jobs(files)) if r is not None]
    failed = [r for r in done if r[1] != 0]
    for target, _, problems in failed:
        print(f"{target.relative_to(SUITE)}:\n{problems}", file=sys.stderr)
    if not given:
        subprocess.run([sys.executable, str(SUITE / "random_calls" / "build.py")], check=True)
    print(f"test extensions: {len(done) - len(failed)} compiled, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
