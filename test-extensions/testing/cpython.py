"""Where CPython is: the oracle's installation, which the build unpacks."""

import pathlib
import subprocess

TOP = pathlib.Path(__file__).resolve().parent.parent.parent


def home():
    script = TOP / "native-support" / "image" / "cpython.sh"
    done = subprocess.run([str(script)], check=True, capture_output=True, text=True)
    return pathlib.Path(done.stdout.strip())


def headers():
    return home() / "include" / "python3.14"
