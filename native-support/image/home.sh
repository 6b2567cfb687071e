#!/bin/sh
# home.sh DIRECTORY: puts a Python's home there: the standard library, our libraries, the headers.
# The image is one, and so is what the artifact jabiru-python carries for Java programs.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
native=$(dirname "$here")
mkdir -p "$1"
home=$(cd "$1" && pwd)

# Everything of Lib but CPython's own test suite and the programs that need Tk.
standard_library() {
    from=$("$here/cpython.sh")/lib/python3.14
    mkdir -p "$home/lib/python3.14/site-packages"
    (cd "$from" && find . -mindepth 1 \( -path ./site-packages -o -path ./test -o -path ./idlelib \
        -o -path ./turtledemo -o -name __pycache__ -o -path './config-*' \) -prune \
        -o -type f ! -name '_test*.so' ! -name '*xx*.so' -print0 \
        | tar --null -T - -cf -) | tar -C "$home/lib/python3.14" -xf -
    python3 -I "$here/sysconfigdata.py" "$home"
}

native_libraries() {
    if [ -f "$native/target/libpython3.14.so.1.0" ]; then
        cp "$native/target/libpython3.14.so.1.0" "$home/lib/"
        # What a linker looks for, where a program embeds Python.
        ln -sf libpython3.14.so.1.0 "$home/lib/libpython3.14.so"
    fi
    cp "$native/target/libjabiru-posix.so" "$home/lib/"
}

headers() {
    mkdir -p "$home/include/python3.14"
    (cd "$native/../include" && find . -name '*.h' -not -path './target/*' \
        -exec cp --parents {} "$home/include/python3.14/" \;)
    # CPython's other headers, which code may ask for by name (Cython, nanobind): what the limited
    # API has of each is in Python.h.
    for name in abstract bltinmodule boolobject bytearrayobject bytesobject ceval codecs compile \
        complexobject critical_section datetime dictobject enumobject fileobject fileutils \
        floatobject frameobject genericaliasobject import intrcheck iterobject listobject lock \
        longobject marshal memoryobject objimpl osmodule pycapsule pyerrors pyframe pyhash \
        pylifecycle pymacro pymath pymem pystrcmp pystrtod pythonrun rangeobject setobject \
        sliceobject sysmodule traceback tupleobject unicodeobject warnings weakrefobject; do
        echo '#include "Python.h"' > "$home/include/python3.14/$name.h"
    done
}

standard_library
native_libraries
headers
