package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** {@code str()} of the Unicode errors. */
final class UnicodeErrorMessages {
    private UnicodeErrorMessages() {}

    static TruffleString decode(PyUnicodeError e) {
        if (e.object == null) {
            return Str.EMPTY;
        }
        String encoding = text(e.encoding);
        String reason = text(e.reason);
        if (!(e.object instanceof PyBytes)) {
            throw wrongObject(e, "bytes");
        }
        String where;
        long size = Sequences.length(e.object);
        if (e.end == e.start + 1 && e.start >= 0 && e.start < size) {
            long b = (Long) Sequences.getItem(e.object, e.start);
            where = String.format("byte 0x%02x in position %d", b, e.start);
        } else {
            where = "bytes in position " + e.start + "-" + (e.end - 1);
        }
        return Str.of("'" + encoding + "' codec can't decode " + where + ": " + reason);
    }

    static TruffleString encode(PyUnicodeError e) {
        if (e.object == null) {
            return Str.EMPTY;
        }
        String encoding = text(e.encoding);
        String reason = text(e.reason);
        return Str.of("'" + encoding + "' codec can't encode " + characters(e) + ": " + reason);
    }

    static TruffleString translate(PyUnicodeError e) {
        if (e.object == null) {
            return Str.EMPTY;
        }
        String reason = text(e.reason);
        return Str.of("can't translate " + characters(e) + ": " + reason);
    }

    /** Formatting the other parts may have changed the object. */
    private static PyException wrongObject(PyUnicodeError e, String wanted) {
        return e.object == null
                ? Errors.typeError("object attribute not set")
                : Errors.typeError("object attribute must be " + wanted);
    }

    private static String characters(PyUnicodeError e) {
        TruffleString s = e.object == null ? null : Str.valueOrNull(e.object);
        if (s == null) {
            throw wrongObject(e, "unicode");
        }
        if (e.end == e.start + 1 && e.start >= 0 && e.start < Str.length(s)) {
            int c = Str.codePointAt(s, (int) e.start);
            String shown =
                    String.format(c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", c);
            return "character '" + shown + "' in position " + e.start;
        }
        return "characters in position " + e.start + "-" + (e.end - 1);
    }

    private static String text(Object value) {
        return Str.java(Repr.str(value == null ? Singleton.NONE : value));
    }
}
