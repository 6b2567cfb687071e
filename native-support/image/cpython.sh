#!/bin/sh
# Prints the home of CPython 3.14.3, unpacked once from its Maven artifact into the user's cache:
# the standard library of the image, the headers to compare with, and the oracle.
# JABIRU_CACHE names another cache directory.
set -eu
version=3.14.3-1.5.13
platform=linux-x86_64
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0

cache=${JABIRU_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/jabiru}
home=$cache/cpython-$version
if [ ! -x "$home/bin/python3.14" ]; then
    mkdir -p "$cache"
    part=$(mktemp -d "$cache/part-XXXXXX")
    trap 'rm -rf "$part"' EXIT
    echo "Fetching CPython $version (once) ..." >&2
    mvn -q -B -ntp -f "$(dirname "$0")/../../include/pom.xml" "$plugin:copy" \
        "-Dartifact=org.bytedeco:cpython:$version:jar:$platform" "-DoutputDirectory=$part" >&2
    echo "Unpacking it into $home ..." >&2
    python3 -I -m zipfile -e "$part/cpython-$version-$platform.jar" "$part/x"
    chmod +x "$part/x/org/bytedeco/cpython/$platform"/bin/*
    # Whoever was quicker has made the same.
    mv -T "$part/x/org/bytedeco/cpython/$platform" "$home" 2>/dev/null || [ -x "$home/bin/python3.14" ]
fi
printf '%s\n' "$home"
