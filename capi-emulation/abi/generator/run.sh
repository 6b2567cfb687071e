#!/bin/sh
# run.sh [--check|--committed]: generates what follows from the symbol table.
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
jdk=$("$root/native-support/find-jdk.sh")
exec "$jdk/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    "$root/capi-emulation/abi/generator/Generate.java" "$@" "$root"
