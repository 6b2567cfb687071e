#!/bin/bash
# Makes the image that is shipped: image.sh MODULES COMPILER_JAR IMAGE
#   MODULES       directory with the jars of all modules but the compiler
#   COMPILER_JAR  Graal's compiler
#   IMAGE         the directory to make (its place for ever: the AOT cache knows it)
# The steps and the reasons for them: ARCHITECTURE.md, "The image".
set -euo pipefail
unset ${!PYTHON@}
here=$(cd "$(dirname "$0")" && pwd)
native=$(dirname "$here")
modules=$1 compiler=$2 image=$3
jdk=$("$native/find-jdk.sh")

step() { printf 'image: %s\n' "$*"; }

# For the image alone: they implement what only its JDK has.
annotations() {
    step "compiling the annotations"
    rm -rf "$image"
    mkdir -p "$image"
    "$jdk/bin/javac" -nowarn -XDignore.symbol.file -d "$image/annotations" --module-path "$modules" \
        $(sed -n '/^--add-exports=.*=org\.jabiru\.annotations$/p' "$here/jvm.options") \
        $(find "$here/annotations" -name '*.java')
    "$jdk/bin/jar" --create --file "$modules/jabiru-annotations.jar" -C "$image/annotations" .
    rm -r "$image"
}

# What javac leaves to be made when it is first reached: no start is to make it.
desugar() {
    step "giving switches and records plain methods"
    "$jdk/bin/java" "$here/desugar/Desugar.java" "$modules"
}

link() {
    step "linking the JDK and Jabiru's modules"
    "$jdk/bin/jlink" --module-path "$modules" --output "$image" --no-header-files --no-man-pages \
        --add-modules "$(our_modules),org.jabiru.annotations,org.graalvm.truffle.runtime,org.graalvm.truffle.compiler,jdk.internal.vm.ci,jdk.management,jdk.unsupported,jdk.zipfs,java.logging"
    mkdir -p "$image/lib/jabiru"
    cp "$compiler" "$image/lib/jabiru/compiler.jar"
    sed "s/,org\.jabiru\.capi/$(has_capi && echo '&')/" "$here/jvm.options" \
        >"$image/lib/jabiru/jvm.options"
}

has_capi() { compgen -G "$modules/jabiru-capi-*.jar" >/dev/null; }

our_modules() {
    if has_capi; then echo org.jabiru.runtime,org.jabiru.capi; else echo org.jabiru.runtime; fi
}

# Truffle unpacks this library into the user's home otherwise, and looks for it there at each start.
attach_library() {
    local jar inside
    jar=$(ls "$modules"/truffle-api-*.jar)
    inside=META-INF/resources/engine/libtruffleattach/linux/$(machine)/bin/libtruffleattach.so
    (cd "$image/lib" && "$jdk/bin/jar" --extract --file "$jar" "$inside" && mv "$inside" . && rm -r META-INF)
}

machine() {
    case $(uname -m) in
        x86_64) echo amd64 ;;
        *) uname -m ;;
    esac
}

launcher() {
    step "compiling the launcher"
    ${CC:-cc} -O2 -Wall -Wextra -Werror -I"$jdk/include" -I"$jdk/include/linux" \
        -o "$image/bin/jabiru" "$native/launcher/launcher.c" -ldl -lpthread \
        -Wl,--export-dynamic-symbol=mmap64 -Wl,--export-dynamic-symbol=open64
    ln -sf jabiru "$image/bin/python3"
    ln -sf jabiru "$image/bin/python3.14"
}

# As installations of CPython do, so that no user's first import compiles it.
compiled_library() {
    step "compiling the standard library"
    "$image/bin/jabiru" -m compileall -q "$image/lib/python3.14" >"$image/compiled.log" 2>&1 \
        || step "some modules of the standard library do not compile: $(head -3 "$image/compiled.log")"
    rm "$image/compiled.log"
}

# The run executes train.py with the options of every later run. An image without the cache works,
# slower: ./check insists on it.
aot_cache() {
    step "training the AOT cache"
    local cache=$image/lib/jabiru/jabiru.aot log
    rm -f "$cache"
    # Once before, so that it is trained on starts that find compiled code.
    "$image/bin/jabiru" "$here/train.py" >/dev/null 2>&1 || true
    # Without Graal: all classes of the cache are loaded at every start, and its are a third of them.
    # Without C2: what the run has compiled with C1, every start compiles without the code that
    # prepares for C2, which is a third slower. That is worth its price for what a start calls often.
    if ! log=$(JABIRU_JAVA_OPTIONS="-XX:Tier3InvocationThreshold=1500 -XX:Tier3MinInvocationThreshold=800 -XX:Tier3CompileThreshold=15000 -XX:-DisableAttachMechanism -XX:AOTCacheOutput=$cache -Xlog:aot=off -XX:TieredStopAtLevel=3 -Dpolyglot.engine.Compilation=false" \
        "$image/bin/jabiru" "$here/train.py" "$jdk/bin/jcmd" 2>&1); then
        rm -f "$cache"
        step "the training run failed:"
        printf '%s\n' "$log" | head -40
    fi
    [ -f "$cache" ] || step "no AOT cache was made; Jabiru starts slower without it"
}

# As CPython's own installation does: the pip that comes with the standard library.
install_pip() {
    step "installing pip"
    PIP_ROOT_USER_ACTION=ignore "$image/bin/jabiru" -m ensurepip >/dev/null
}

annotations
desugar
link
attach_library
launcher
step "copying the standard library"
"$here/home.sh" "$image"
compiled_library
aot_cache
install_pip
touch "$image/lib/jabiru/complete"
step "$(du -sm "$image" | cut -f1) MB in $image"
