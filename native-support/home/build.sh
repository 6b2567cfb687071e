#!/bin/sh
# build.sh DIRECTORY: makes the home that the artifact carries: DIRECTORY/org/jabiru/home/home.zip,
# and home.sha256 beside it, by which the place it is unpacked to is known.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
into=$1/org/jabiru/home
home=$(dirname "$1")/home
mkdir -p "$into"
rm -rf "$home"
"$here/../image/home.sh" "$home"
# Of the place it will lie in nothing is known yet.
rm -f "$home/lib/libpython3.14.so" "$home"/lib/python3.14/_sysconfig_vars_*.json
# The pip that comes with the standard library, ready to run.
python3 -I -m zipfile -e "$home"/lib/python3.14/ensurepip/_bundled/pip-*.whl \
    "$home/lib/python3.14/site-packages"
python3 -I - "$home" "$into" <<'END'
import hashlib
import pathlib
import sys
import zipfile

home, into = map(pathlib.Path, sys.argv[1:])
digest = hashlib.sha256()
with zipfile.ZipFile(into / "home.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    for file in sorted(f for f in home.rglob("*") if f.is_file()):
        name = file.relative_to(home).as_posix()
        data = file.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
        # The same bytes whenever it is made.
        archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
(into / "home.sha256").write_text(digest.hexdigest() + "\n")
END
