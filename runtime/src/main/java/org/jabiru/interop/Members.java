package org.jabiru.interop;

import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** Attributes of Python's objects as members. */
final class Members {
    private Members() {}

    /** What {@code dir} names; names with two underscores around are internal. */
    static ValueArray names(PyObject o, boolean includeInternal) {
        List<Object> out = new ArrayList<>();
        Object names =
                o instanceof PyType t
                        ? Call.callUnbound(t.type().lookup("__dir__"), t, new Object[0], null)
                        : Call.specialOrNull(o, "__dir__");
        for (Object item : Iteration.toArray(names)) {
            TruffleString name = Str.valueOrNull(item);
            if (name != null && (includeInternal || !isInternal(Str.java(name)))) {
                out.add(name);
            }
        }
        return new ValueArray(out.toArray());
    }

    private static boolean isInternal(String name) {
        return name.startsWith("__") && name.endsWith("__");
    }

    static Object readOrNull(PyObject o, String member) {
        return Attributes.getOrNull(o, Str.of(member));
    }

    static Object read(PyObject o, String member) throws UnknownIdentifierException {
        Object found = readOrNull(o, member);
        if (found == null) {
            throw UnknownIdentifierException.create(member);
        }
        return found;
    }

    static boolean exists(PyObject o, String member) {
        return readOrNull(o, member) != null;
    }

    /** Whether attributes can be set at all; which, only the attempt tells. */
    static boolean isWritable(PyObject o) {
        if (o instanceof PyType t) {
            return t.isHeapType() && !t.immutable;
        }
        return !o.type().special().genericSet || o.type().hasInstanceDict || o.type().isHeapType();
    }

    /** Sets an attribute; null removes it. */
    static Object write(PyObject o, String member, Object value)
            throws UnsupportedMessageException {
        try {
            Attributes.set(o, Str.of(member), value);
            return null;
        } catch (PyException e) {
            if (e.is(ExceptionTypes.AttributeError)) {
                throw UnsupportedMessageException.create(e);
            }
            throw e;
        }
    }

    /** What {@code str} gives, or something that runs no Python code. */
    static Object displayed(PyObject o, boolean allowSideEffects) {
        if (allowSideEffects) {
            try {
                return Repr.str(o);
            } catch (PyException e) {
                return Str.of("<%s object whose str() failed>".formatted(o.type().name()));
            }
        }
        return Str.of("<%s object>".formatted(o.type().name()));
    }
}
