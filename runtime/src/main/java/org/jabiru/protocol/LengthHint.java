package org.jabiru.protocol;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;

/** {@code operator.length_hint} (PEP 424). */
public final class LengthHint {
    private LengthHint() {}

    /** {@code len(o)}, what {@code __length_hint__} says, or the default. */
    public static long of(Object o, long otherwise) {
        if (Types.of(o).special().len != null) {
            try {
                return Sequences.length(o);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.TypeError)) {
                    throw e;
                }
            }
        }
        Object hint;
        try {
            hint = Call.specialOrNull(o, "__length_hint__");
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError)) {
                return otherwise;
            }
            throw e;
        }
        if (hint == null || hint == Singleton.NOT_IMPLEMENTED) {
            return otherwise;
        }
        Object value = Numbers.intOrNull(hint);
        if (value == null) {
            throw Errors.typeError(
                    "__length_hint__ must be an integer, not %s", Types.of(hint).fullName());
        }
        if (!(value instanceof Long l)) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        if (l < 0) {
            throw Errors.valueError("__length_hint__() should return >= 0");
        }
        return l;
    }
}
