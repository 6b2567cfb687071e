"""What people run, end to end, on CPython and on Jabiru: both must print the same.

    run.py [NAME ...]   by default all: venv pytest django web asyncio processes zipapp repl

The programs are in programs/. Jabiru's run in a virtual environment below target/acceptance that
its own venv and pip have made (packages.txt, with hashes); CPython's import the same packages.
Needs target/image, the package index for the first run, and some minutes. Runs on the host's
python3 (3.9 or later).
"""

import argparse
import difflib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
PROGRAMS = HERE / "programs"
WORK = TOP / "target" / "acceptance"
ORACLE = TOP / "test-extensions" / "oracle"
IMAGE = TOP / "target" / "image" / "bin" / "jabiru"
TIMEOUT = 1800

# Name: what is run, in which directory.
PROGRAM_ARGUMENTS = {
    "pytest": (["-m", "pytest", "-p", "no:cacheprovider"], PROGRAMS / "pytest_project"),
    "django": (["django_site.py"], PROGRAMS),
    "web": (["web_application.py"], PROGRAMS),
    "asyncio": (["asyncio_services.py"], PROGRAMS),
    "processes": (["processes.py"], PROGRAMS),
    "zipapp": (["zip_application.py"], PROGRAMS),
    "repl": (["interactive.py"], PROGRAMS),
}
# What differs between two runs on CPython as well.
VARYING = [
    (re.compile(r"in [0-9.]+s( \([0-9:]+\))?"), "in T"),
    (re.compile(r"0x[0-9a-f]{6,}"), "ADDRESS"),
    (re.compile(r"=+( [^=]* )=+"), r"=\1="),
]


def environment(more=()):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LD_", "JABIRU"))}
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    kept["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    kept["PIP_ROOT_USER_ACTION"] = "ignore"
    kept["COLUMNS"] = "80"
    return {**kept, **dict(more)}


def run(command, cwd=None, more=()):
    """The exit status and what was printed; stderr goes where this one's goes."""
    try:
        done = subprocess.run(
            [str(c) for c in command],
            cwd=cwd,
            env=environment(more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired as late:
        return f"no end after {TIMEOUT} s", (late.stdout or b"").decode("utf-8", "replace")
    return done.returncode, done.stdout.decode("utf-8", "replace")


class Environment:
    """The virtual environment with the packages, made once for each image."""

    def __init__(self):
        self.directory = WORK / "venv"
        self.python = self.directory / "bin" / "python"

    def is_made(self):
        done = self.directory / "done"
        return done.exists() and done.stat().st_mtime > IMAGE.stat().st_mtime

    def make(self):
        """What went wrong, or None."""
        shutil.rmtree(self.directory, ignore_errors=True)
        status, text = run([IMAGE, "-m", "venv", self.directory])
        if status != 0:
            return f"venv: exit status {status}\n{text}"
        pip = self.directory / "bin" / "pip"
        if not pip.exists():
            return "venv: came without pip"
        requirements = HERE / "packages.txt"
        status, text = run([pip, "install", "--quiet", "--require-hashes", "-r", requirements])
        if status != 0:
            return f"pip: exit status {status}\n{text}"
        for program in "pytest", "django-admin", "httpx":
            status, text = run([self.directory / "bin" / program, "--version"])
            if program != "httpx" and status != 0:
                return f"{program} --version: exit status {status}\n{text}"
        status, text = run([self.python, "-c", "import attrs, httpx, rich; print(rich.__name__)"])
        if (status, text) != (0, "rich\n"):
            return f"import: exit status {status}\n{text}"
        (self.directory / "done").write_text("")
        return None

    def packages(self):
        return self.directory / "lib" / "python3.14" / "site-packages"


def normal(text):
    lines = [line for line in text.splitlines() if not line.startswith("platform ")]
    for pattern, replacement in VARYING:
        lines = [pattern.sub(replacement, line) for line in lines]
    return lines


def compare(name, made):
    """The difference of the two sides, or None."""
    arguments, cwd = PROGRAM_ARGUMENTS[name]
    path = {"PYTHONPATH": str(made.packages())}
    wanted_status, wanted = run([ORACLE, *arguments], cwd, path)
    status, got = run([made.python, *arguments], cwd)
    lines = list(
        difflib.unified_diff(normal(wanted), normal(got), "CPython", "Jabiru", lineterm="")
    )
    if status != wanted_status:
        lines.append(f"exit status {status}, CPython's {wanted_status}")
    return "\n".join(lines) or None


def main():
    # A shell's jobs in the background ignore it, and so would the servers that it is to end.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    names = parser.parse_args().names or ["venv", *PROGRAM_ARGUMENTS]
    unknown = set(names) - {"venv", *PROGRAM_ARGUMENTS}
    if unknown:
        parser.error(f"no such program: {', '.join(sorted(unknown))}")
    made = Environment()
    failed = 0
    for name in names:
        start = time.monotonic()
        problem = made.make() if name == "venv" or not made.is_made() else None
        if name != "venv" and problem is None:
            problem = compare(name, made)
        print(
            f"{'FAIL' if problem else 'ok  '} {name} {time.monotonic() - start:.0f} s", flush=True
        )
        if problem:
            failed += 1
            print(problem)
    print(f"{len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
