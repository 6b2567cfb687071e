"""./demo: wheels as the package index has them, on CPython and on Jabiru, side by side.

Runs on the host's python3 (3.9 or later); Jabiru's own pip installs. The wheels and their order
are in WHEELS; the script that uses wheel X is exercises/use_X.py, which must give the same output
on both sides.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.parse
import zipfile

import exercise

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
WORK = TOP / "target" / "demo"
SITE = WORK / "site"
FILES = WORK / "wheels"
WHEELS = ["bcrypt==5.0.0", "nh3==0.3.7", "tornado==6.6.1", "sgp4==2.27"]

SIDES = {
    "CPython": [str(TOP / "test-extensions" / "oracle")],
    "Jabiru": [str(TOP / "target" / "image" / "bin" / "jabiru")],
}


def say(text=""):
    print(text, flush=True)


def pip(command, *arguments):
    """Runs the image's pip, which is the one that comes with CPython."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["PIP_ROOT_USER_ACTION"] = "ignore"
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
    subprocess.run(
        [*SIDES["Jabiru"], "-m", "pip", command, *quiet, *map(str, arguments)],
        env=environment,
        check=True,
    )


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def install(requirements):
    """Has Jabiru's pip install the wheels, and keep their files, unless that was done before.

    Returns what pip reports of each, by the package's name: its file's name and, in
    `archive_info`, the SHA-256 that the index gives.
    """
    report = WORK / "report.json"
    if report.exists():
        known = json.loads(report.read_text())
        if known["wanted"] == requirements:
            return known["found"]
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    say(f"Jabiru's pip installs {' '.join(requirements)} ...")
    said = WORK / "pip.json"
    pip("install", "--no-compile", "--target", SITE, "--report", said, *requirements)
    say("... and fetches the files, to compare them with what it installed ...")
    pip("download", "--dest", FILES, *requirements)
    found = {
        item["metadata"]["name"].lower(): item["download_info"]
        for item in json.loads(said.read_text())["install"]
    }
    report.write_text(json.dumps({"wanted": requirements, "found": found}))
    return found


def changed_files(wheel):
    """The files that are not, byte for byte, the wheel's."""
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            name = entry.filename
            # pip adds to the list of what it installed.
            listed = not entry.is_dir() and not name.endswith(".dist-info/RECORD")
            if listed and (SITE / name).read_bytes() != archive.read(entry):
                yield name


def try_wheel(requirement, download):
    name = requirement.split("==")[0]
    wheel = FILES / urllib.parse.unquote(download["url"].rsplit("/", 1)[-1])
    index_hash = download.get("archive_info", {}).get("hashes", {}).get("sha256")
    file_hash = sha256(wheel.read_bytes())
    with zipfile.ZipFile(wheel) as archive:
        libraries = sorted(f for f in archive.namelist() if f.endswith(".so"))
    say(f"{requirement}  {wheel.name}")
    say(f"  SHA-256, index  {index_hash or 'not given'}")
    say(f"  SHA-256, file   {file_hash}")
    say(f"  extension       {', '.join(libraries)}")
    good = index_hash in (None, file_hash)
    if not good:
        say("  THE FILE IS NOT THE INDEX'S")
    script = HERE / "exercises" / f"use_{name}.py"
    results = {}
    for side, command in SIDES.items():
        results[side] = exercise.run(command, script, SITE)
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
        for line in exercise.differences(results):
            say(f"    {line}")
        good = False
    changed = list(changed_files(wheel))
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
    try:
        downloads = install(wheels)
        for requirement in wheels:
            good += try_wheel(requirement, downloads[requirement.split("==")[0]])
    except subprocess.CalledProcessError as error:
        say(f"the wheels could not be installed: {error}")
    if summary:
        pathlib.Path(summary).write_text(f"{good} {len(wheels) - good} 0\n")
    say(f"{len(wheels)} wheels, {good} with the same output as CPython")
    return 0 if good == len(wheels) else 1


if __name__ == "__main__":
    sys.exit(main())
