#!/bin/sh
# Prints the home of a JDK 25: $JABIRU_JDK or $JAVA_HOME where they are one, the java command's,
# or one found where JDKs are usually installed.
set -u

is_25() {
    [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

command_home() {
    java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java")")"
}

for home in "${JABIRU_JDK:-}" "${JAVA_HOME:-}" "${JDK_HOME:-}" "$(command_home)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/*; do
    if [ -n "$home" ] && is_25 "$home"; then
        printf '%s\n' "$home"
        exit 0
    fi
done
echo "No JDK 25 found: install one, or name its directory in JABIRU_JDK." >&2
exit 1
