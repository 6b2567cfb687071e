#!/bin/sh
# build.sh: compiles libpython3.14.so.1.0 and libjabiru-posix.so into target/. CC and CFLAGS from the environment are used.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
cc=${CC:-cc}
if ! command -v "$cc" >/dev/null 2>&1; then
    echo "No C compiler: '$cc' was not found. Install gcc or clang, or name one in CC." >&2
    exit 1
fi
"$root/capi-emulation/abi/generator/run.sh"
generated=$here/target/generated
objects=$here/target/objects
mkdir -p "$objects"
flags="-std=gnu11 -O2 -g -fPIC -fvisibility=hidden -fno-strict-aliasing -fno-semantic-interposition \
-Wall -Wextra -Werror -I$root/include -I$here/src -I$generated ${CFLAGS:-}"
headers_newer() {
    [ -n "$(find "$root/include" "$here/src" "$generated" \( -name '*.h' -o -name '*.inc' \) -newer "$1")" ]
}
list=
for source in "$here"/src/*.c "$generated"/*.c; do
    object=$objects/$(basename "$source" .c).o
    list="$list $object"
    if [ ! -e "$object" ] || [ "$source" -nt "$object" ] || headers_newer "$object"; then
        # shellcheck disable=SC2086
        "$cc" $flags -c "$source" -o "$object"
    fi
done
# shellcheck disable=SC2086
"$cc" -shared -o "$here/target/libpython3.14.so.1.0" $list ${CFLAGS:-} \
    -Wl,-soname,libpython3.14.so.1.0 -Wl,-Bsymbolic -Wl,-z,defs -Wl,-z,now \
    "-Wl,--version-script=$generated/exports.map" -lpthread -lm
ln -sf libpython3.14.so.1.0 "$here/target/libpython3.14.so"

# The functions behind the modules posix, _signal and _posixsubprocess: no part of the C-API.
posix=$here/target/libjabiru-posix.so
if [ ! -e "$posix" ] || [ -n "$(find "$here/posix" -name '*.[ch]' -newer "$posix")" ]; then
    jdk=$("$here/find-jdk.sh")
    # shellcheck disable=SC2086
    "$cc" -std=gnu11 -O2 -g -fPIC -fvisibility=hidden -Wall -Wextra -Werror ${CFLAGS:-} -shared \
        "-I$jdk/include" "-I$jdk/include/linux" \
        -o "$posix" "$here"/posix/*.c -Wl,-z,defs -Wl,-z,now -lpthread -ldl
fi
