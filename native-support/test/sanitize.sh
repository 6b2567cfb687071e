#!/bin/sh
# sanitize.sh [--again] [PATH ...]: builds the C half with the address and undefined-behaviour
# sanitizers and runs the extension tests (or the given files and folders) with it, a file at a time;
# fails when a test does, or when a sanitizer says anything. What was clean with the same build is
# left out, so that a run goes on where it was stopped; --again forgets that.
# $JABIRU is the interpreter, by default that of the image.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
native=$root/native-support
out=$native/target/sanitized
cc=${CC:-gcc}
jabiru=${JABIRU:-$root/target/image/bin/jabiru}
mkdir -p "$out"
clean=$out/clean.txt
if [ "${1:-}" = --again ]; then
    rm -f "$clean"
    shift
fi
"$native/build.sh"
python3 "$root/test-extensions/testing/build.py"
if [ ! -e "$out/libpython3.14.so.1.0" ] || [ -n "$(find "$native/src" "$native/target/generated" "$root/include" -newer "$out/libpython3.14.so.1.0" -type f)" ]; then
    # Old extensions count references beyond what an int holds, and objects are read as several types.
    "$cc" -std=gnu11 -O1 -g -fPIC -fvisibility=hidden -fno-strict-aliasing -fno-omit-frame-pointer -w \
        -fsanitize=address,undefined -fno-sanitize=alignment -shared \
        -I"$root/include" -I"$native/src" -I"$native/target/generated" \
        -o "$out/libpython3.14.so.1.0" "$native"/src/*.c "$native"/target/generated/*.c \
        -Wl,-soname,libpython3.14.so.1.0 -Wl,-Bsymbolic -Wl,-z,now \
        "-Wl,--version-script=$native/target/generated/exports.map" -lpthread -lm -ldl
fi
# The JVM handles SIGSEGV itself, and never gives back what it has at the end.
cat >"$out/jabiru" <<SCRIPT
#!/bin/sh
export LD_PRELOAD="$("$cc" -print-file-name=libasan.so) $("$cc" -print-file-name=libubsan.so)"
export ASAN_OPTIONS=detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0:log_path=$out/report
export UBSAN_OPTIONS=print_stacktrace=1:log_path=$out/report
export JABIRU_JAVA_OPTIONS="-Djabiru.capi.library=$out/libpython3.14.so.1.0"
export JB_OPTS="-Djabiru.capi.library=$out/libpython3.14.so.1.0"
exec $jabiru "\$@"
SCRIPT
chmod +x "$out/jabiru"
if [ ! -e "$clean" ] || [ "$clean" -ot "$out/libpython3.14.so.1.0" ]; then : >"$clean"; fi
if [ $# -eq 0 ]; then
    tests=$root/test-extensions
    set -- "$tests/capi" "$tests/bad_input" "$tests/limited" "$tests/random_calls" "$tests/soak" \
        "$tests/acceptance/test_asyncio_in_c.py" "$tests/acceptance/test_native_finalizers.py" \
        "$tests/acceptance/test_two_abis.py"
fi
find "$@" -name 'test_*.py' | sort >"$out/files.txt"
status=0
count=0
while read -r file; do
    count=$((count + 1))
    name=$(basename "$file")
    if grep -qxF "$name" "$clean"; then continue; fi
    rm -f "$out"/report*
    bad=0
    python3 "$root/test-extensions/testing/runner.py" --side jabiru --interpreter "$out/jabiru" "$file" \
        </dev/null >"$out/output.txt" || bad=1
    for report in "$out"/report*; do
        if [ -f "$report" ]; then
            head -30 "$report"
            bad=1
        fi
    done
    echo "$name: $(tail -1 "$out/output.txt")"
    if [ $bad -eq 0 ]; then
        echo "$name" >>"$clean"
    else
        cat "$out/output.txt"
        status=1
    fi
done <"$out/files.txt"
[ $status -eq 0 ] && echo "$count files; sanitizers: nothing to say"
exit $status
