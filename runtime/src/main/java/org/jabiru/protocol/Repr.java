package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.ThreadState;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** {@code repr}, {@code str} and {@code ascii}. */
public final class Repr {
    private Repr() {}

    private static Object special(Object o, String name, String what) {
        ThreadState thread = Nesting.enter(what);
        try {
            return Call.specialOrNull(o, name);
        } finally {
            thread.nesting--;
        }
    }

    /** {@code repr(o)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static TruffleString repr(Object o) {
        return Str.valueOrNull(reprObject(o));
    }

    /** As {@link #repr}, the object that {@code __repr__} gave: it may be of a subclass of str. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object reprObject(Object o) {
        if (o instanceof Long l) {
            return Str.ofLong(l);
        }
        Object result = special(o, "__repr__", " while getting the repr of an object");
        if (Str.valueOrNull(result) == null) {
            throw Errors.typeError(
                    "__repr__ returned non-string (type %s)", Types.of(result).name());
        }
        return result;
    }

    /** {@code str(o)} as the object that {@code __str__} gave: it may be of a subclass of str. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object strObject(Object o) {
        if (o instanceof TruffleString) {
            return o;
        }
        if (o instanceof Long l) {
            return Str.ofLong(l);
        }
        Object result = special(o, "__str__", " while getting the str of an object");
        if (Str.valueOrNull(result) == null) {
            throw Errors.typeError(
                    "__str__ returned non-string (type %s)", Types.of(result).name());
        }
        return result;
    }

    /** {@code str(o)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static TruffleString str(Object o) {
        return Str.valueOrNull(strObject(o));
    }
}
