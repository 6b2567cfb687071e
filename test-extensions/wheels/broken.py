"""Wheels and extensions that are not as they should be: a clear error, and the process lives on.

    broken.py DIRECTORY

Runs on either interpreter, and makes small wheels in DIRECTORY; prints what pip and import say,
without what differs between machines.
"""

import contextlib
import hashlib
import importlib
import importlib.machinery
import io
import os
import pathlib
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(sys.argv[1]).resolve()
JABIRU = "_jabiru" in sys.builtin_module_names
SUFFIX = importlib.machinery.EXTENSION_SUFFIXES[0]


def wheel(name, tag, files):
    """A wheel with these files; its path."""
    info = f"{name}-1.0.dist-info"
    listed = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {tag}\n",
    }
    record = "".join(f"{path},,\n" for path in listed) + f"{info}/RECORD,,\n"
    path = HERE / "wheels" / f"{name}-1.0-{tag}.whl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for file, content in {**listed, f"{info}/RECORD": record}.items():
            archive.writestr(file, content)
    return path


def pip(*arguments):
    """The last line of what pip says, and its exit status."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PIP_")}
    words = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet"]
    words += ["--disable-pip-version-check", "--target", str(HERE / "site"), *map(str, arguments)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True)
    said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    print("pip", done.returncode, *[line.replace(str(HERE), "...") for line in said[:1]])


def load(title, name, content):
    """Imports a file with this content as an extension."""
    site = HERE / "loaded"
    site.mkdir(exist_ok=True)
    if content is not None:
        (site / (name + SUFFIX)).write_bytes(content)
    try:
        importlib.import_module(name)
        print(title, "accepted")
    except ImportError as error:
        text, _, hint = str(error).replace(str(site), "...").partition(" (jabiru abi-check")
        assert bool(hint) == (JABIRU and "symbol: Py" in text), error
        print(title, type(error).__name__, text)


def compiled(name, source, *options):
    """A library of this source, or None where there is no compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    (HERE / f"{name}.c").write_text(source)
    made = HERE / f"{name}.so"
    words = [compiler, "-shared", "-fPIC", "-o", str(made), str(HERE / f"{name}.c"), *options]
    subprocess.run(words, check=True, capture_output=True)
    return made.read_bytes()


def main():
    shutil.rmtree(HERE, ignore_errors=True)
    HERE.mkdir(parents=True)
    pip(wheel("other_platform", "cp314-cp314-win_amd64", {"other_platform.py": ""}))
    pip(wheel("other_processor", "cp314-cp314-manylinux_2_17_aarch64", {"x.py": ""}))
    pip(wheel("newer_python", "cp315-cp315-manylinux_2_17_x86_64", {"x.py": ""}))
    pip(wheel("newer_abi", "cp315-abi3-manylinux_2_17_x86_64", {"x.py": ""}))
    good = wheel("good", "py3-none-any", {"good.py": "answer = 42\n"})
    digest = hashlib.sha256(good.read_bytes()).hexdigest()
    wanted = HERE / "requirements.txt"
    for given in ("0" * 64, digest):
        wanted.write_text(f"{good} --hash=sha256:{given}\n")
        pip("--require-hashes", "-r", wanted)
    torn = good.with_name("torn-1.0-py3-none-any.whl")
    torn.write_bytes(good.read_bytes()[:200])
    pip(torn)

    sys.path[:0] = [str(HERE / "site"), str(HERE / "loaded")]
    (HERE / "loaded").mkdir(exist_ok=True)
    whole = compiled("whole", "void *PyInit_whole(void) { return 0; }\n")
    if whole is not None:
        if JABIRU:  # it kills CPython
            with contextlib.redirect_stdout(io.StringIO()) as said:
                load("truncated", "truncated", whole[: len(whole) // 2])
            assert said.getvalue().endswith("file too short\n"), said.getvalue()
        load("no such library", "lonely", needs_a_library())
        symbol = "void *PyNothing_OfThatName(void); void *PyInit_%s(void) { return %s; }\n"
        source = symbol % ("wants", "PyNothing_OfThatName()")
        load("missing symbol", "wants", compiled("wants", source, "-Wl,-z,now"))
        load("another name", "named", compiled("other", symbol % ("other", "0")))
    load("text", "text", b"not a library\n" * 100)
    load("empty", "nothing", b"")
    print("good", importlib.import_module("good").answer)


def needs_a_library():
    """An extension linked with libabsent.so.1, which is gone."""
    made = HERE / "libabsent.so.1"
    (HERE / "absent.c").write_text("int absent(void) { return 1; }\n")
    words = [shutil.which("cc"), "-shared", "-fPIC", "-Wl,-soname,libabsent.so.1"]
    subprocess.run([*words, "-o", str(made), str(HERE / "absent.c")], check=True)
    source = "int absent(void); void *PyInit_lonely(void) { return (void *)(long)absent(); }\n"
    content = compiled("lonely", source, str(made))
    made.unlink()
    return content


main()
