package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** Takes importlib's own frames out of the tracebacks of failed imports, as CPython does. */
final class ImportTracebacks {
    private ImportTracebacks() {}

    static void trim(PyException e) {
        if (PythonContext.get().configuration.verbose > 0) {
            return;
        }
        boolean always = e.is(ExceptionTypes.ImportError);
        Object previous = null;
        Object chunkStart = null;
        Object current = e.exception().traceback;
        boolean inChunk = false;
        while (current != null && current != Singleton.NONE) {
            Object next = Attributes.get(current, "tb_next");
            Object code = Attributes.get(Attributes.get(current, "tb_frame"), "f_code");
            String file = text(Attributes.get(code, "co_filename"));
            boolean importlib =
                    file.equals("<frozen importlib._bootstrap>")
                            || file.equals("<frozen importlib._bootstrap_external>");
            if (importlib && !inChunk) {
                chunkStart = previous;
                inChunk = true;
            }
            if (!importlib) {
                inChunk = false;
            }
            if (inChunk
                    && (always
                            || text(Attributes.get(code, "co_name"))
                                    .equals("_call_with_frames_removed"))) {
                relink(e, chunkStart, next);
                previous = chunkStart;
            } else {
                previous = current;
            }
            current = next;
        }
    }

    private static void relink(PyException e, Object before, Object next) {
        if (before == null) {
            e.exception().traceback = next == Singleton.NONE ? null : next;
        } else {
            Attributes.set(before, "tb_next", next);
        }
    }

    private static String text(Object o) {
        TruffleString s = Str.valueOrNull(o);
        return s == null ? "" : Str.java(s);
    }
}
