#!/bin/bash
# Builds target/image with Maven, a line a module; what Maven says goes to target/build.log.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
JAVA_HOME=$("$top/native-support/find-jdk.sh")
export JAVA_HOME
log=$top/target/build.log
mkdir -p "$top/target"
cd "$top"
echo "Building Jabiru (what Maven lacks is fetched first; the log: $log)" >&2
SECONDS=0
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
if mvn -B -ntp -DskipTests "$@" package 2>&1 | tee "$log" \
    | sed -un -e 's/^\[INFO\] Building Jabiru\(.*[^ ]\)  *\[\(.*\)\]$/  [\2] Jabiru\1/p' -e 's/^image: /        /p' >&2; then
    echo "Built in $SECONDS s" >&2
else
    grep -E '^\[ERROR\]|^image:|error:' "$log" | tail -40 >&2 || true
    echo "The build failed; the whole log: $log" >&2
    exit 1
fi
