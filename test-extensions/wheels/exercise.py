"""Runs a script on both sides, with a directory of installed packages, and compares the output."""

import difflib
import os
import subprocess
import time

TIMEOUT = 600


def environment(site):
    """The machine's, without what belongs to its own Python; packages come from `site`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    kept["PYTHONPATH"] = str(site)
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    return kept


def run(command, script, site, *arguments):
    """Returns (exit status, stdout, stderr, seconds)."""
    start = time.perf_counter()
    words = [*command, str(script), *arguments]
    try:
        done = subprocess.run(words, capture_output=True, env=environment(site), timeout=TIMEOUT)
        status, out, err = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        status, out, err = f"none after {TIMEOUT} s", late.stdout or b"", late.stderr or b""
    seconds = time.perf_counter() - start
    return status, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"), seconds


def differences(results):
    """Lines that show how the second side differs from the first; empty if it does not."""
    (_, (status_c, out_c, _, _)), (_, (status_j, out_j, err_j, _)) = results.items()
    if (status_c, out_c) == (status_j, out_j):
        return
    if status_c != status_j:
        yield f"exit status: CPython {status_c}, Jabiru {status_j}"
    lines = difflib.unified_diff(
        out_c.splitlines(), out_j.splitlines(), "CPython", "Jabiru", lineterm="", n=1
    )
    for number, line in enumerate(lines):
        if number == 40:
            yield "..."
            break
        yield line
    for line in err_j.splitlines()[-25:]:
        yield f"Jabiru's stderr: {line}"
