package org.jabiru.modules.sys;

import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/** Tracebacks without source lines, for when the module traceback cannot be had. */
public final class PlainTraceback {
    private PlainTraceback() {}

    /** The exception with its traceback and those of its causes. */
    public static String of(PyBaseException e) {
        StringBuilder out = new StringBuilder();
        append(out, e, 0);
        return out.toString();
    }

    private static void append(StringBuilder out, PyBaseException e, int depth) {
        Object before = e.cause != null ? e.cause : e.suppressContext ? null : e.context;
        if (before instanceof PyBaseException b && depth < 10) {
            append(out, b, depth + 1);
            out.append(
                    e.cause != null
                            ? "\nThe above exception was the direct cause of the following"
                                    + " exception:\n\n"
                            : "\nDuring handling of the above exception, another exception"
                                    + " occurred:\n\n");
        }
        Object entry = e.traceback;
        if (entry != null && entry != Singleton.NONE) {
            out.append("Traceback (most recent call last):\n");
        }
        while (entry != null && entry != Singleton.NONE) {
            Object code = Attributes.get(Attributes.get(entry, "tb_frame"), "f_code");
            out.append("  File ").append('"').append(text(Attributes.get(code, "co_filename")));
            out.append("\", line ").append(text(Attributes.get(entry, "tb_lineno")));
            out.append(", in ").append(text(Attributes.get(code, "co_name"))).append('\n');
            entry = Attributes.get(entry, "tb_next");
        }
        out.append(e.describe()).append('\n');
    }

    private static String text(Object o) {
        return Str.java(Repr.str(o));
    }
}
