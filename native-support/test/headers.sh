#!/bin/sh
# headers.sh: builds small.c against include/ for every version of the limited API, in C and C++
# (and against $ORACLE_INCLUDE, CPython's headers), and runs each build with $ORACLE where given.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
out=$root/native-support/target/test/headers
cc=${CC:-cc}
cxx=${CXX:-c++}
rm -rf "$out"
build() { # name, headers, compiler and its options
    mkdir -p "$out/$1"
    name=$1
    headers=$2
    shift 2
    "$@" -shared -fPIC -Wall -Wextra -Wno-missing-field-initializers -I"$headers" \
        "-DPy_LIMITED_API=$version" "$here/small.c" -o "$out/$name/small.abi3.so"
    if [ -n "${ORACLE:-}" ]; then
        $ORACLE "$here/small.py" "$out/$name" >"$out/$name/output.txt"
        cmp "$out/$name/output.txt" "$out/first.txt" 2>/dev/null || cp -n "$out/$name/output.txt" "$out/first.txt"
        diff "$out/first.txt" "$out/$name/output.txt"
    fi
}
for minor in 2 3 4 5 6 7 8 9 10 11 12 13 14; do
    version=$(printf '0x03%02x0000' "$minor")
    build "c-$minor" "$root/include" "$cc" -std=gnu99 -Werror
    if command -v "$cxx" >/dev/null 2>&1; then
        build "cxx-$minor" "$root/include" "$cxx" -x c++ -std=c++11
    fi
    if [ -n "${ORACLE_INCLUDE:-}" ]; then
        build "cpython-$minor" "$ORACLE_INCLUDE" "$cc" -w
    fi
done
echo "headers: $(find "$out" -name '*.so' | wc -l) builds work"
