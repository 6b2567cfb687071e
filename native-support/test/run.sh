#!/bin/sh
# run.sh: tests of the C half alone, its exports and headers. With $ORACLE (a command that runs CPython 3.14) its output is
# compared with ours; with $ORACLE_INCLUDE (CPython's headers) the layouts are.
# SANITIZE=1 adds a run under ASan and UBSan.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
native=$(dirname "$here")
root=$(dirname "$native")
cc=${CC:-cc}
out=$native/target/test
mkdir -p "$out"
include="-I$root/include -I$native/src -I$native/target/generated"

"$native/build.sh"
"$cc" -shared -fPIC -Wall -Wextra -Wno-missing-field-initializers -I"$root/include" \
    "$here/scenarios.c" -o "$out/scenarios.abi3.so"
# shellcheck disable=SC2086
"$cc" -std=gnu11 -g -O1 -Wall -Wextra ${CFLAGS:-} $include -rdynamic -o "$out/driver" "$here/driver.c" "$here/fakes.c" \
    "$native"/target/objects/*.o -Wl,--allow-multiple-definition -lpthread -lm -ldl
"$out/driver" "$out/scenarios.abi3.so" >"$out/ours.txt"
if [ -n "${SANITIZE:-}" ]; then
    # shellcheck disable=SC2086
    "$cc" -std=gnu11 -g -O1 -w -fsanitize=address,undefined -fno-sanitize=alignment $include -rdynamic \
        -o "$out/driver-sanitized" "$here/driver.c" "$here/fakes.c" "$native"/src/*.c \
        "$native"/target/generated/*.c -Wl,--allow-multiple-definition -lpthread -lm -ldl
    ASAN_OPTIONS=detect_leaks=0 "$out/driver-sanitized" "$out/scenarios.abi3.so" >/dev/null
    echo "scenarios: clean under the address and undefined-behaviour sanitizers"
fi
if [ -n "${ORACLE:-}" ]; then
    $ORACLE -c "import sys; sys.path.insert(0, '$out'); import scenarios" >"$out/oracle.txt"
    diff "$out/oracle.txt" "$out/ours.txt"
    echo "scenarios: same as CPython"
fi
if [ -n "${ORACLE_INCLUDE:-}" ]; then
    "$cc" -w -DCPYTHON -I"$ORACLE_INCLUDE" "$here/layout.c" -o "$out/layout-cpython"
    # shellcheck disable=SC2086
    "$cc" $include "$here/layout.c" -o "$out/layout-ours"
    "$out/layout-cpython" >"$out/layout-cpython.txt"
    "$out/layout-ours" | diff "$out/layout-cpython.txt" -
    echo "layouts: same as CPython"
fi
"$here/exports.sh"

"$here/headers.sh"
