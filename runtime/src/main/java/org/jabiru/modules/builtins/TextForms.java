package org.jabiru.modules.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** {@code ascii()} and {@code format()}. */
public final class TextForms {
    private TextForms() {}

    /** A representation with all but ASCII escaped. */
    @TruffleBoundary
    public static TruffleString ascii(TruffleString repr) {
        StringBuilder out = new StringBuilder();
        boolean changed = false;
        for (int c : Str.codePoints(repr)) {
            if (c < 0x80) {
                out.append((char) c);
            } else {
                changed = true;
                out.append(
                        String.format(
                                c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", c));
            }
        }
        return changed ? Str.of(out.toString()) : repr;
    }

    /** {@code format(value, spec)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object format(Object value, TruffleString spec) {
        if (Str.length(spec) == 0) {
            if (value instanceof TruffleString s) {
                return s;
            }
            if (value instanceof Long) {
                return Repr.str(value);
            }
        }
        Object result = Call.specialOrNull(value, "__format__", spec);
        if (result == null) {
            throw Errors.typeError("Type %s doesn't define __format__", Types.of(value).name());
        }
        if (Str.valueOrNull(result) == null) {
            throw Errors.typeError("__format__ must return a str, not %s", Types.of(result).name());
        }
        return result;
    }
}
