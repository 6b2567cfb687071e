package org.jabiru.modules.sys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/**
 * Tracebacks without marks under the lines: for C, and where the module traceback cannot be had.
 */
public final class PlainTraceback {
    private static final long DEFAULT_LIMIT = 1000;
    private static final int SHOWN_REPETITIONS = 3;

    private final StringBuilder out = new StringBuilder();
    private final Map<String, String[]> sources = new HashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PlainTraceback() {}

    /** The exception with its traceback and those of its causes. */
    public static String of(PyBaseException e) {
        PlainTraceback made = new PlainTraceback();
        made.chain(e);
        return made.out.toString();
    }

    /** A traceback only; empty where {@code sys.tracebacklimit} forbids it. */
    public static String ofTraceback(PyTraceback traceback) {
        PlainTraceback made = new PlainTraceback();
        made.entries(traceback);
        return made.out.toString();
    }

    private void chain(PyBaseException e) {
        seen.add(e);
        Object before = e.cause != null ? e.cause : e.suppressContext ? null : e.context;
        if (before instanceof PyBaseException b && !seen.contains(b) && seen.size() < 1000) {
            chain(b);
            out.append(
                    e.cause != null
                            ? "\nThe above exception was the direct cause of the following"
                                    + " exception:\n\n"
                            : "\nDuring handling of the above exception, another exception"
                                    + " occurred:\n\n");
        }
        if (e.traceback instanceof PyTraceback t) {
            entries(t);
        }
        out.append(e.describe()).append('\n');
    }

    private static long limit() {
        Object value = PythonContext.get().sys.dict.get("tracebacklimit");
        return value instanceof Long l ? l : DEFAULT_LIMIT;
    }

    private void entries(PyTraceback first) {
        long limit = limit();
        if (limit <= 0) {
            return;
        }
        out.append("Traceback (most recent call last):\n");
        long depth = 0;
        for (Object t = first; t instanceof PyTraceback; t = Attributes.get(t, "tb_next")) {
            depth++;
        }
        String last = null;
        int times = 0;
        for (Object t = first; t instanceof PyTraceback; t = Attributes.get(t, "tb_next")) {
            if (depth-- > limit) {
                continue;
            }
            Object code = Attributes.get(Attributes.get(t, "tb_frame"), "f_code");
            String file = text(Attributes.get(code, "co_filename"));
            Object line = Attributes.get(t, "tb_lineno");
            String place =
                    "  File \""
                            + file
                            + "\", line "
                            + text(line)
                            + ", in "
                            + text(Attributes.get(code, "co_name"))
                            + "\n";
            if (!place.equals(last)) {
                repeated(times);
                last = place;
                times = 0;
            }
            if (++times <= SHOWN_REPETITIONS) {
                out.append(place);
                sourceLine(file, line);
            }
        }
        repeated(times);
    }

    private void repeated(int times) {
        int more = times - SHOWN_REPETITIONS;
        if (more > 0) {
            out.append("  [Previous line repeated ").append(more);
            out.append(more == 1 ? " more time]\n" : " more times]\n");
        }
    }

    private void sourceLine(String file, Object line) {
        String[] lines = sources.computeIfAbsent(file, PlainTraceback::read);
        if (line instanceof Long at && at >= 1 && at <= lines.length) {
            String text = lines[(int) (at - 1)].strip();
            if (!text.isEmpty()) {
                out.append("    ").append(text).append('\n');
            }
        }
    }

    /** The lines of a file; none where {@code io.open}, which CPython would use, is gone. */
    private static String[] read(String file) {
        Object io = PythonContext.get().modules.get(Str.name("io"));
        if (io == null || Attributes.getOrNull(io, "open") == null) {
            return new String[0];
        }
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8)
                    .split("\r\n|\r|\n", -1);
        } catch (IOException | InvalidPathException e) {
            return new String[0]; // The line is left out.
        }
    }

    private static String text(Object o) {
        return o == Singleton.NONE ? "?" : Str.java(Repr.str(o));
    }
}
