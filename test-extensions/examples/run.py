"""Builds the examples on CPython and on Jabiru, and runs on both what either has built.

    run.py [--verbose] [--quick] [--builder SIDE] [--summary FILE] [NAME ...]

Runs on the host's python3 (3.9 or later). What the package index gives is kept in
target/examples, so that a second run needs no network. --quick takes those that ./check runs, and
builds without pip.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
WORK = TOP / "target" / "examples"
TIMEOUT = 1200

SIDES = {
    "CPython": [str(TOP / "test-extensions" / "oracle")],
    "Jabiru": [str(TOP / "target" / "image" / "bin" / "jabiru")],
}

SETUPTOOLS = "setuptools==84.2.1"
SCIKIT = ["cmake==4.4.4", "scikit-build-core==1.1.2", "packaging==26.3", "pathspec==1.1.1"]

# What pip installs to build it, the programs of the machine it needs, and what its users need too.
EXAMPLES = {
    "setuptools": ([SETUPTOOLS], ["cc"], []),
    "cffi": ([SETUPTOOLS], ["cc"], ["cffi==2.1.1", "pycparser==3.12"]),
    "cython": ([SETUPTOOLS, "cython==3.3.1"], ["cc"], []),
    "swig": ([SETUPTOOLS, "swig==4.5.1"], ["c++"], []),
    "cmake": (SCIKIT, ["ninja", "cc"], []),
    "nanobind": ([*SCIKIT, "nanobind==3.1.0"], ["ninja", "c++"], []),
    "pyo3": (["maturin==1.16.0"], ["cargo"], []),
    "java-embedding": ([], ["mvn"], []),
}
QUICK = ["setuptools", "java-embedding"]


class Failed(Exception):
    """A step that ended with an error; the text is what it printed."""


def say(text=""):
    print(text, flush=True)


def environment(path=()):
    """Nothing of the host's Python settings; these directories to import from."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LD_"))}
    kept["PIP_ROOT_USER_ACTION"] = "ignore"
    kept["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    if path:
        kept["PYTHONPATH"] = os.pathsep.join(map(str, path))
        kept["PATH"] = os.pathsep.join([*(str(p / "bin") for p in path), kept["PATH"]])
    return kept


def run(command, path=(), cwd=None, more=None):
    """What the command printed; Failed when it failed."""
    try:
        done = subprocess.run(
            [str(c) for c in command],
            env={**environment(path), **(more or {})},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired as late:
        raise Failed(f"no end after {TIMEOUT} s") from late
    text = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        raise Failed(f"exit status {done.returncode} of {' '.join(map(str, command))}\n{text}")
    return text


def pip(side):
    """The command pip of a side: the one that comes with the standard library."""
    if side == "Jabiru":
        return [*SIDES[side], "-m", "pip"], []
    home = pathlib.Path(run([TOP / "native-support" / "image" / "cpython.sh"]).strip())
    (wheel,) = (home / "lib" / "python3.14" / "ensurepip" / "_bundled").glob("pip-*.whl")
    return [*SIDES[side], "-m", "pip"], [wheel]


def install(side, requirements):
    """A directory with these packages, installed by the side's pip once."""
    if not requirements:
        return []
    name = "+".join(r.replace("==", "-") for r in sorted(requirements))
    directory = WORK / side / name
    if not directory.exists():
        part = directory.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        command, path = pip(side)
        run([*command, "install", "--quiet", "--no-deps", "--target", part, *requirements], path)
        part.rename(directory)
    return [directory]


def build(name, side, requirements):
    """The wheel that the side builds of the example."""
    out = WORK / side / "wheels" / name
    source = WORK / side / "source" / name
    for directory in out, source:
        shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(HERE / name, source)
    tools = install(side, requirements)
    command, path = pip(side)
    arguments = ["wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", out]
    cargo = {"CARGO_TARGET_DIR": str(WORK / side / "cargo")}
    run([*command, *arguments, source], [*tools, *path], more=cargo)
    (wheel,) = out.glob("*.whl")
    return wheel


def build_without_pip(name, side, requirements):
    """As build, in a few seconds: setuptools alone, which CPython's pip installed."""
    out = WORK / side / "wheels" / name
    source = WORK / side / "source" / name
    for directory in out, source:
        shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(HERE / name, source)
    tools = install("CPython", requirements)
    run([*SIDES[side], "setup.py", "-q", "bdist_wheel", "--dist-dir", out], tools, cwd=source)
    (wheel,) = out.glob("*.whl")
    return wheel


def use(name, side, wheel, users):
    """Runs the example's use.py on a side with the wheel."""
    site = WORK / side / "site" / wheel.parent.parent.parent.name / name
    shutil.rmtree(site, ignore_errors=True)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    run([*SIDES[side], HERE / name / "use.py"], [site, *install(side, users)])


def in_environment(side="Jabiru"):
    """pip installs from source into a virtual environment of Jabiru's, as users do."""
    venv = WORK / side / "venv"
    shutil.rmtree(venv, ignore_errors=True)
    run([*SIDES[side], "-m", "venv", "--without-pip", venv])
    tools = install(side, [SETUPTOOLS])
    source = WORK / side / "source" / "setuptools"
    python = venv / "bin" / "python"
    run(
        [*SIDES[side], "-m", "pip", "--python", python, "install", "--quiet", "--no-index"]
        + ["--no-build-isolation", "--no-deps", source],
        tools,
    )
    run([python, HERE / "setuptools" / "use.py"])


def try_wheels(name, options):
    """(passed, failed) of one example."""
    builds = build_without_pip if options.quick else build
    requirements, _, users = EXAMPLES[name]
    wheels, outcomes = {}, []

    def attempt(what, step):
        start = time.perf_counter()
        try:
            result = step()
        except Failed as e:
            outcomes.append(False)
            say(f"  {what:<34} FAILED")
            lines = str(e).splitlines()
            say("\n".join("    " + line for line in (lines if options.verbose else lines[-30:])))
            return None
        outcomes.append(True)
        say(f"  {what:<34} {time.perf_counter() - start:6.1f} s")
        return result

    for side in [options.builder] if options.builder else SIDES:
        wheel = attempt(f"built on {side}", lambda: builds(name, side, [*requirements, *users]))
        if wheel:
            wheels[side] = wheel
            say(f"    {wheel.name}")
    for builder, wheel in wheels.items():
        for side in SIDES:
            attempt(f"built on {builder}, runs on {side}", lambda: use(name, side, wheel, users))
    if name == "setuptools" and "Jabiru" in wheels and not options.quick:
        attempt("installed from source in a venv", in_environment)
    return outcomes.count(True), outcomes.count(False)


def try_embedding(verbose):
    """(passed, failed) of the Java program's tests; they need what `mvn install` installed."""
    source = HERE / "java-embedding"
    target = WORK / "java-embedding"
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, target, dirs_exist_ok=True)
    jdk = run([TOP / "native-support" / "find-jdk.sh"]).strip()
    try:
        run(["mvn", "-B", "-ntp", "verify"], cwd=target, more={"JAVA_HOME": jdk})
    except Failed as e:
        lines = [line for line in str(e).splitlines() if verbose or "[INFO]" not in line]
        say("\n".join("    " + line for line in lines[-60:]))
        return 0, 1
    counts = [0, 0]
    for report in target.glob("target/surefire-reports/**/TEST-*.xml"):
        head = report.read_text(encoding="utf-8").partition(">")[2].partition(">")[0]
        facts = dict(part.split("=", 1) for part in head.split() if "=" in part)
        bad = sum(int(facts[k].strip('"')) for k in ("failures", "errors"))
        counts[0] += int(facts["tests"].strip('"')) - bad
        counts[1] += bad
    return tuple(counts)


def missing(programs):
    return [p for p in programs if shutil.which(p) is None]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(EXAMPLES))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--builder", choices=SIDES, help="build on this side only")
    parser.add_argument("--summary", metavar="FILE")
    options = parser.parse_args()
    unknown = set(options.names) - set(EXAMPLES)
    if unknown:
        parser.error(f"no example {', '.join(sorted(unknown))}")
    passed = failed = skipped = 0
    for name in options.names or (QUICK if options.quick else EXAMPLES):
        say(name)
        lacking = missing(EXAMPLES[name][1])
        if lacking:
            say(f"  left out: it needs {' and '.join(lacking)}, which is not on this machine")
            skipped += 1
            continue
        if name == "java-embedding":
            good, bad = try_embedding(options.verbose)
            say(f"  {good} tests passed, {bad} failed")
        else:
            good, bad = try_wheels(name, options)
        passed, failed = passed + good, failed + bad
    say(f"{passed} passed, {failed} failed, {skipped} skipped")
    if options.summary:
        pathlib.Path(options.summary).write_text(f"{passed} {failed} {skipped}\n")
    return 1 if failed else 0


sys.exit(main())
