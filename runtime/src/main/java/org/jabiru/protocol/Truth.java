package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** Truth value testing (Built-in Types). */
public final class Truth {
    private Truth() {}

    /** {@code bool(o)}. */
    public static boolean isTrue(Object o) {
        if (o instanceof Boolean b) {
            return b;
        }
        if (o == Singleton.NONE) {
            return false;
        }
        if (o instanceof Long l) {
            return l != 0;
        }
        if (o instanceof TruffleString s) {
            return Str.length(s) != 0;
        }
        if (o instanceof Double d) {
            return d != 0;
        }
        if (o instanceof PyList l && l.type() == ListType.TYPE) {
            return l.size() != 0;
        }
        return generic(o);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static boolean generic(Object o) {
        var special = Types.of(o).special();
        if (special.bool != null) {
            Object result = Call.callUnbound(special.bool, o, new Object[0], null);
            if (result instanceof Boolean b) {
                return b;
            }
            throw Errors.typeError(
                    "__bool__ should return bool, returned %s", Types.of(result).name());
        }
        return special.len == null || Sequences.length(o) != 0;
    }
}
