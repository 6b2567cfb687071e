package org.jabiru.builtins.bytes;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** What {@code bytes(x)} and {@code bytearray(x)} make of their arguments. */
public final class BytesConversion {
    private BytesConversion() {}

    /** The content for the arguments of a constructor; null stands for one not given. */
    static byte[] content(Object source, Object encoding, Object errors, String typeName) {
        if (source == null) {
            if (encoding != null || errors != null) {
                throw Errors.typeError(
                        encoding != null
                                ? "encoding without a string argument"
                                : "errors without a string argument");
            }
            return new byte[0];
        }
        TruffleString text = Str.valueOrNull(source);
        if (encoding != null) {
            requireStr(encoding, "encoding", typeName);
        }
        if (errors != null) {
            requireStr(errors, "errors", typeName);
        }
        if (encoding != null) {
            if (text == null) {
                throw Errors.typeError("encoding without a string argument");
            }
            return Codecs.encode(
                    text,
                    Str.valueOrNull(encoding),
                    errors == null ? null : Str.valueOrNull(errors));
        }
        if (errors != null) {
            throw Errors.typeError(
                    text != null
                            ? "string argument without an encoding"
                            : "errors without a string argument");
        }
        return fromObject(source, typeName);
    }

    private static void requireStr(Object o, String name, String typeName) {
        if (Str.valueOrNull(o) == null) {
            throw Errors.typeError(
                    "%s() argument '%s' must be str, not %s",
                    typeName, name, Types.nameForMessage(o));
        }
    }

    /** {@code bytes(x)} with one argument, without {@code __bytes__}. */
    private static byte[] fromObject(Object source, String typeName) {
        if (Str.valueOrNull(source) != null) {
            throw Errors.typeError("string argument without an encoding");
        }
        if (Numbers.isIndex(source)) {
            Object count = null;
            try {
                count = Numbers.index(source);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.TypeError)) {
                    throw e;
                }
            }
            if (count != null) {
                return zeros(count, source);
            }
        }
        return fromItems(source, typeName);
    }

    /** Whether the ints of an iterator are the content. */
    static boolean isIterated(Object source) {
        return source != null
                && Str.valueOrNull(source) == null
                && !Numbers.isIndex(source)
                && !Buffers.isBuffer(source)
                && Types.of(source).special().iter != null;
    }

    private static byte[] zeros(Object count, Object source) {
        if (count instanceof BigInteger) {
            throw Errors.overflowError(
                    "cannot fit '%s' into an index-sized integer", Types.of(source).name());
        }
        if ((Long) count < 0) {
            throw Errors.valueError("negative count");
        }
        return new byte[ByteStrings.checkedLength((Long) count)];
    }

    /** The bytes of a buffer or of an iterable of ints; TypeError for other objects. */
    public static byte[] fromItems(Object source, String typeName) {
        if (Buffers.isBuffer(source)) {
            byte[] copy = Buffers.copyOf(source);
            return copy;
        }
        if (Str.valueOrNull(source) == null
                && (Types.of(source).special().iter != null
                        || Types.of(source).special().getItem != null)) {
            return fromIterable(source, "bytes".equals(typeName) ? "bytes" : "byte");
        }
        throw Errors.typeError(
                "cannot convert '%s' object to %s", Types.of(source).name(), typeName);
    }

    /** The iterator; TypeError that names the type wanted for what gives none. */
    static Object iterator(Object source, String typeName) {
        try {
            return Iteration.iter(source);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TypeError)) {
                throw e;
            }
            throw Errors.typeError(
                    "cannot convert '%s' object to %s", Types.of(source).name(), typeName);
        }
    }

    static byte[] fromIterable(Object source, String what) {
        ByteBuilder out = new ByteBuilder(16);
        Object iterator = iterator(source, "bytes".equals(what) ? "bytes" : "bytearray");
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            Object i = Numbers.index(x);
            if (!(i instanceof Long l) || l < 0 || l > 255) {
                throw Errors.valueError("%s must be in range(0, 256)", what);
            }
            out.append(l.intValue());
        }
        return out.toByteArray();
    }

    /** {@code __bytes__}, or null when the object has none. */
    static PyBytes specialOrNull(Object source) {
        if (source instanceof PyBytes b && b.type() == BytesType.TYPE || source == null) {
            return null;
        }
        Object made = Call.specialOrNull(source, "__bytes__");
        if (made == null || made instanceof PyBytes) {
            return (PyBytes) made;
        }
        throw Errors.typeError("__bytes__ returned non-bytes (type %s)", Types.of(made).name());
    }

    /** {@code PyObject_Bytes}: what {@code int.from_bytes} accepts. */
    public static byte[] ofObject(Object source) {
        if (source instanceof PyBytes b) {
            return b.value;
        }
        PyBytes special = specialOrNull(source);
        if (special != null) {
            return special.value;
        }
        if (Numbers.isIndex(source)) {
            throw Errors.typeError("cannot convert '%s' object to bytes", Types.of(source).name());
        }
        return fromItems(source, "bytes");
    }
}
