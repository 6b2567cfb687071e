package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.ints.IntText;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** {@code format} (Built-in Functions), which f-strings use too. */
public final class Formatting {
    private Formatting() {}

    /** {@code format(value, spec)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static TruffleString format(Object value, TruffleString spec) {
        if (Str.length(spec) == 0) {
            if (value instanceof TruffleString s) {
                return s;
            }
            if (value instanceof Long l) {
                return Str.of(IntText.decimal(l));
            }
        }
        Object result = Call.specialOrNull(value, "__format__", spec);
        if (result == null) {
            throw Errors.typeError("Type %s doesn't define __format__", Types.of(value).name());
        }
        TruffleString text = Str.valueOrNull(result);
        if (text == null) {
            throw Errors.typeError("__format__ must return a str, not %s", Types.of(result).name());
        }
        return text;
    }
}
