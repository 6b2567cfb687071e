"""./demo: wheels as the package index has them, on CPython and on Jabiru, side by side.

Runs on the host's python3 (3.9 or later). The wheels and their order are in WHEELS; the script
that uses wheel X is demo_X.py, which must give the same output on both sides.
"""

import difflib
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
WORK = TOP / "target" / "demo"
WHEELS = ["bcrypt==5.0.0", "nh3==0.3.7", "tornado==6.6.1", "sgp4==2.27"]
TIMEOUT = 600

# A CPython 3.14 on Linux with a current glibc, whatever the host's python3 is.
TARGET = ["--only-binary", ":all:", "--no-deps", "--python-version", "3.14"]
TARGET += ["--implementation", "cp", "--abi", "cp314", "--abi", "abi3"]
for glibc in (34, 28, 17, 12, 5):
    TARGET += ["--platform", f"manylinux_2_{glibc}_x86_64"]
TARGET += ["--platform", "manylinux2014_x86_64", "--platform", "manylinux1_x86_64"]

SIDES = {
    "CPython": [str(TOP / "test-extensions" / "oracle")],
    "Jabiru": [str(TOP / "target" / "image" / "bin" / "jabiru")],
}


def say(text=""):
    print(text, flush=True)


def pip():
    """The host's pip, or where it has none, one in an environment of our own."""
    host = [sys.executable, "-m", "pip"]
    if subprocess.run([*host, "--version"], capture_output=True).returncode == 0:
        return host
    own = TOP / "target" / "venv"
    if not (own / "bin" / "pip").exists():
        say("This python3 has no pip: making an environment that has ...")
        subprocess.run([sys.executable, "-m", "venv", str(own)], check=True)
    return [str(own / "bin" / "python3"), "-m", "pip"]


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def fetch(requirement):
    """Returns the wheel's file and the SHA-256 that the index gives for it."""
    name = requirement.split("==")[0]
    directory = WORK / "wheels" / requirement
    report = directory / "report.json"
    found = list(directory.glob("*.whl"))
    if not found or not report.exists():
        say(f"fetching {requirement} ...")
        directory.mkdir(parents=True, exist_ok=True)
        quiet = ["--quiet", "--disable-pip-version-check"]
        subprocess.run(
            [*pip(), "install", *quiet, "--dry-run", "--ignore-installed", "--report", str(report)]
            + [*TARGET, "--target", str(WORK / "nowhere"), requirement],
            check=True,
        )
        subprocess.run(
            [*pip(), "download", *quiet, *TARGET, "--dest", str(directory), requirement],
            check=True,
        )
        found = list(directory.glob("*.whl"))
    (wheel,) = found
    for item in json.loads(report.read_text())["install"]:
        if item["metadata"]["name"].lower() == name:
            archive = item["download_info"].get("archive_info", {})
            return wheel, archive.get("hashes", {}).get("sha256")
    return wheel, None


def unpack(wheel):
    directory = WORK / "site" / wheel.stem
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(directory)
    return directory


def changed_files(wheel, directory):
    """The files that are not, byte for byte, the wheel's."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            file = directory / entry.filename
            if not entry.is_dir() and file.read_bytes() != archive.read(entry):
                yield entry.filename


def run(command, script, site):
    """Returns (exit status, stdout, stderr, seconds)."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["PYTHONPATH"] = str(site)
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    start = time.perf_counter()
    try:
        done = subprocess.run(
            [*command, str(script)], capture_output=True, env=environment, timeout=TIMEOUT
        )
        status, out, err = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        status, out, err = f"none after {TIMEOUT} s", late.stdout or b"", late.stderr or b""
    seconds = time.perf_counter() - start
    return status, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"), seconds


def show_difference(results):
    (_, (status_c, out_c, _, _)), (_, (status_j, out_j, err_j, _)) = results.items()
    if status_c != status_j:
        say(f"    exit status: CPython {status_c}, Jabiru {status_j}")
    lines = difflib.unified_diff(
        out_c.splitlines(), out_j.splitlines(), "CPython", "Jabiru", lineterm="", n=1
    )
    for number, line in enumerate(lines):
        if number == 40:
            say("    ...")
            break
        say("    " + line)
    for line in err_j.splitlines()[-25:]:
        say("    Jabiru's stderr: " + line)


def try_wheel(requirement):
    wheel, index_hash = fetch(requirement)
    name = requirement.split("==")[0]
    file_hash = sha256(wheel.read_bytes())
    site = unpack(wheel)
    libraries = sorted(str(path.relative_to(site)) for path in site.rglob("*.so"))
    say(f"{requirement}  {wheel.name}")
    say(f"  SHA-256, index  {index_hash or 'not given'}")
    say(f"  SHA-256, file   {file_hash}")
    say(f"  extension       {', '.join(libraries)}")
    good = index_hash in (None, file_hash)
    if not good:
        say("  THE FILE IS NOT THE INDEX'S")
    results = {}
    for side, command in SIDES.items():
        results[side] = run(command, HERE / f"demo_{name}.py", site)
        say(f"  {side:<8}        {results[side][3]:7.2f} s")
    cpython, jabiru = results.values()
    if cpython[0] != 0:
        say("  CPYTHON FAILED: the script is wrong")
        say(cpython[2])
        good = False
    elif cpython[:2] == jabiru[:2]:
        say(f"  same output     {len(cpython[1].splitlines())} lines")
    else:
        say("  DIFFERENT OUTPUT")
        show_difference(results)
        good = False
    changed = list(changed_files(wheel, site))
    if changed:
        say(f"  CHANGED FILES   {', '.join(changed)}")
        good = False
    else:
        say("  files           unchanged")
    say()
    return good


def main():
    arguments = sys.argv[1:]
    summary = None
    if arguments[:1] == ["--summary"]:
        summary, arguments = arguments[1], arguments[2:]
    wanted = arguments
    wheels = [w for w in WHEELS if not wanted or w.split("==")[0] in wanted]
    good = 0
    for requirement in wheels:
        try:
            good += try_wheel(requirement)
        except subprocess.CalledProcessError as error:
            say(f"{requirement}: could not be fetched: {error}")
    if summary:
        pathlib.Path(summary).write_text(f"{good} {len(wheels) - good} 0\n")
    say(f"{len(wheels)} wheels, {good} with the same output as CPython")
    return 0 if good == len(wheels) else 1


if __name__ == "__main__":
    sys.exit(main())
