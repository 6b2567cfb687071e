"""The interactive interpreter on a terminal: the simple one, and the one that edits lines."""

import os
import pty
import re
import select
import subprocess
import sys
import time

ESCAPES = re.compile(r"\x1b(\[[0-9;?>=]*[A-Za-z]|[=>]|\][^\x07]*\x07)|[\r\x07]")
LINES = [
    "1 + 1",
    "def f(x):",
    "    return x * 2",
    "",
    "f('ab')",
    "_ + '!'",
    "1 / 0",
    "import sys; sys.exc_info()",
    "for i in range(2): print(i)",
    "",
    "x = (",
    "",
    "'multi'",
    ")",
    "x",
    "undefined_name",
    "if True print(1)",
    "raise SystemExit(5)",
]


def read_until_prompt(terminal, seconds=120):
    """What comes until a prompt does, or the end."""
    got, end = b"", time.monotonic() + seconds
    while time.monotonic() < end and not got.endswith((b">>> ", b"... ")):
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                break
            if not part:
                break
            got += part
    return got


def talk(environment):
    here, there = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-q", "-I" if "PYTHON_BASIC_REPL" not in environment else "-q"],
        stdin=there,
        stdout=there,
        stderr=there,
        env={**os.environ, "TERM": "dumb", "NO_COLOR": "1", **environment},
        start_new_session=True,
    )
    os.close(there)
    out = read_until_prompt(here)
    for line in LINES:
        os.write(here, line.encode() + b"\n")
        out += read_until_prompt(here)
    status = process.wait(120)
    os.close(here)
    text = ESCAPES.sub("", out.decode("utf-8", "replace"))
    return status, text


def main():
    for environment in {"PYTHON_BASIC_REPL": "1"}, {}:
        status, text = talk(environment)
        print(text)
        print("exit status", status)
    done = subprocess.run(
        [sys.executable, "-q", "-i", "-c", "x = 3"],
        input="x\nx +\nexit()\n",
        capture_output=True,
        text=True,
    )
    print(done.returncode, [done.stdout, done.stderr])


main()
