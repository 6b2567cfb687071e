"""The manifest (packages.toml), the locks, and how a package comes onto this machine.

A lock, locks/NAME.txt, is a requirements file with hashes: the one file of each distribution that
CPython's pip picks for the package, what it needs and what its tests need; a comment line has the
source distribution that the tests are from.
"""

import dataclasses
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tarfile
import urllib.parse

import tomllib

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
WORK = TOP / "target" / "wheels"
CACHE = pathlib.Path.home() / ".cache" / "jabiru-wheels"
SOURCES = "# sdist "


class Refused(Exception):
    """pip would not, or a hash is another."""


@dataclasses.dataclass
class Package:
    """A line of the manifest: packages.toml says what the fields mean."""

    name: str
    version: str
    made_with: str
    exercised: str
    extras: list = dataclasses.field(default_factory=list)
    tests: dict = dataclasses.field(default_factory=dict)

    @property
    def lock(self):
        return HERE / "locks" / f"{self.name}.txt"

    @property
    def script(self):
        return HERE / "exercises" / f"use_{self.name.replace('-', '_')}.py"

    @property
    def directory(self):
        return WORK / self.name

    @property
    def site(self):
        return self.directory / "site"

    @property
    def source(self):
        return self.directory / "tests"

    def key(self):
        """Of what was installed and of the tests: results belong to it."""
        tests = {field: value for field, value in self.tests.items() if field != "limit"}
        text = self.lock.read_text() + json.dumps(tests, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def needs(self):
        """What pip is asked for."""
        return [f"{self.name}=={self.version}", *self.extras, *self.tests.get("needs", [])]


def read_manifest():
    content = tomllib.loads((HERE / "packages.toml").read_text(encoding="utf-8"))
    common = content.pop("tests")
    packages = {}
    for name, fields in content.items():
        own = fields.pop("tests", None)
        if own is not None:
            own["needs"] = common["needs"] + own.get("needs", [])
            fields["tests"] = own
        packages[name] = Package(name, **fields)
    return packages


def run_python(command, *arguments):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["PIP_ROOT_USER_ACTION"] = "ignore"
    words = [*command, *map(str, arguments)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise Refused((done.stderr or done.stdout).strip()[-2000:])
    return done.stdout


def pip(command, *arguments):
    """Runs an interpreter's pip, for wheels only."""
    quiet = ["--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
    return run_python(command, "-m", "pip", *arguments, *quiet)


def file_of(item):
    """The name of a file and its hash, out of pip's report."""
    download = item["download_info"]
    name = urllib.parse.unquote(download["url"].rsplit("/", 1)[-1])
    return name, download["archive_info"]["hashes"]["sha256"]


def write_lock(package, command):
    """Has pip choose the files, and writes down which."""
    package.directory.mkdir(parents=True, exist_ok=True)
    said = package.directory / "choice.json"
    pip(command, "install", "--dry-run", "--ignore-installed", "--report", said, *package.needs())
    lines = [f"# pip's choice for {package.name} and its tests: suite.py --lock\n"]
    if package.tests.get("from") == "sdist":
        CACHE.mkdir(parents=True, exist_ok=True)
        wanted = package.tests.get("sdist", f"{package.name}=={package.version}")
        lines.append(SOURCES + run_python(command, HERE / "sources.py", CACHE, wanted))
    for item in json.loads(said.read_text())["install"]:
        name, digest = file_of(item)
        metadata = item["metadata"]
        lines.append(
            f"# {name}\n{metadata['name']}=={metadata['version']} --hash=sha256:{digest}\n"
        )
    package.lock.parent.mkdir(exist_ok=True)
    package.lock.write_text("".join(lines), encoding="utf-8")


def install(package, command):
    """Installs with an interpreter's pip what the lock has, unless that was done before.

    Returns the wheel's name.
    """
    stamp = package.directory / "installed"
    if not stamp.exists() or stamp.read_text() != package.key():
        stamp.unlink(missing_ok=True)
        shutil.rmtree(package.site, ignore_errors=True)
        package.directory.mkdir(parents=True, exist_ok=True)
        pip(
            command, "install", "--no-compile", "--no-deps", "--require-hashes",
            "--target", package.site, "-r", package.lock,
        )  # fmt: skip
        unpack_tests(package, command)
        stamp.write_text(package.key())
    lines = package.lock.read_text().splitlines()
    wanted = f"{package.name}=="
    for comment, line in zip(lines, lines[1:]):
        if line.lower().replace("_", "-").startswith(wanted):
            return comment.removeprefix("# ")
    raise Refused(f"{package.lock} has no {wanted}")


def unpack_tests(package, command):
    """Only what the manifest lists: the sources of the package would hide what is installed."""
    shutil.rmtree(package.source, ignore_errors=True)
    if package.tests.get("from") != "sdist":
        return
    lines = package.lock.read_text().splitlines()
    found = [line.removeprefix(SOURCES) for line in lines if line.startswith(SOURCES)]
    if not found:
        raise Refused(f"{package.lock} has no source distribution: suite.py --lock {package.name}")
    name, digest = found[0].split()
    archive = CACHE / name
    if not archive.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        wanted = package.tests.get("sdist", f"{package.name}=={package.version}")
        run_python(command, HERE / "sources.py", CACHE, wanted)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != digest:
        raise Refused(f"{name}: SHA-256 {found}, the lock has {digest}")
    inside = package.tests.get("inside", "")
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            path = member.name.partition("/")[2]
            if inside:
                if not path.startswith(inside + "/"):
                    continue
                path = path.removeprefix(inside + "/")
            kept = any(path == k or path.startswith(k + "/") for k in package.tests["keep"])
            if kept:
                member.name = path
                tar.extract(member, package.source, filter="data")
