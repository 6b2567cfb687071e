"""What the harnesses share: the two interpreters, the extensions, the environment."""

import os
import pathlib
import shlex
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent
BUILT = HERE / "target"
SIDES = {
    "CPython": [str(TOP / "test-extensions" / "oracle")],
    "Jabiru": [os.environ.get("JABIRU") or str(TOP / "target" / "image" / "bin" / "jabiru")],
}


def build_extensions():
    script = TOP / "native-support" / "image" / "cpython.sh"
    home = subprocess.run([str(script)], check=True, capture_output=True, text=True).stdout.strip()
    compiler = shlex.split(os.environ.get("CC", "cc"))
    options = ["-O2", "-fPIC", "-shared", "-DPy_LIMITED_API=0x030C0000"]
    options.append(f"-I{home}/include/python3.14")
    BUILT.mkdir(exist_ok=True)
    header = (HERE / "extensions" / "bench.h").stat().st_mtime
    for source in sorted((HERE / "extensions").glob("*.c")):
        target = BUILT / f"{source.stem}.abi3.so"
        if target.exists() and target.stat().st_mtime > max(source.stat().st_mtime, header):
            continue
        subprocess.run([*compiler, *options, "-o", str(target), str(source)], check=True)


def environment():
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    kept["PYTHONPATH"] = str(BUILT)
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    return kept
