package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.function.Supplier;
import org.jabiru.Configuration;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Str;

/** How long each import takes, written as it ends ({@code -X importtime}). */
public final class ImportTimes {
    private final boolean withCached;
    private int depth;

    /** Nanoseconds that the imports inside the present one took. */
    private long inside;

    private ImportTimes(boolean withCached) {
        this.withCached = withCached;
        SysHooks.writeError("import time: self [us] | cumulative | imported package\n");
    }

    /** Null where nobody asks for them. */
    public static ImportTimes ofOrNull(Configuration configuration) {
        return configuration.importTime == 0
                ? null
                : new ImportTimes(configuration.importTime == 2);
    }

    /** Does an import, which may do others. */
    Object time(TruffleString name, Supplier<Object> load) {
        long outer = inside;
        inside = 0;
        depth++;
        long start = System.nanoTime();
        try {
            return load.get();
        } finally {
            long cumulative = System.nanoTime() - start;
            depth--;
            write(String.format("%9d | %10d", round(cumulative - inside), round(cumulative)), name);
            inside = outer + cumulative;
        }
    }

    /** Tells of a module that was there already, where that is wanted. */
    void cached(TruffleString name) {
        if (withCached) {
            write("cached    | cached    ", name);
        }
    }

    private void write(String times, TruffleString name) {
        SysHooks.writeError(
                "import time: " + times + " | " + "  ".repeat(depth) + Str.java(name) + "\n");
    }

    /** Microseconds, rounded up as CPython does. */
    private static long round(long nanoseconds) {
        return (nanoseconds + 999) / 1000;
    }
}
