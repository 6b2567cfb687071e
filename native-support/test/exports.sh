#!/bin/sh
# exports.sh: the library exports what the table says, nothing else; with $ORACLE every name of the
# stable ABI in CPython's own test is among it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
native=$(dirname "$here")
out=$native/target/test
mkdir -p "$out"
nm -D --defined-only "$native/target/libpython3.14.so.1.0" | awk '{sub(/@.*/, "", $3); print $3}' \
    | sort >"$out/exported.txt"
grep -o '^ \{8\}[A-Za-z_0-9][A-Za-z_0-9]*' "$native/target/generated/exports.map" | tr -d ' ' | sort \
    | diff - "$out/exported.txt"
if [ -n "${ORACLE:-}" ]; then
    $ORACLE - "$out/exported.txt" <<'PYTHON'
import pathlib, re, sys
source = pathlib.Path(sys.prefix, "lib/python3.14/test/test_stable_abi_ctypes.py").read_text()
names = set(re.findall(r'"(\w+)"', source.split("SYMBOL_NAMES = (")[1].split("\n)")[0]))
missing = names - set(pathlib.Path(sys.argv[1]).read_text().split())
print(f"exports: {len(names)} names of the stable ABI, {len(missing)} missing", *sorted(missing))
sys.exit(bool(missing))
PYTHON
fi
