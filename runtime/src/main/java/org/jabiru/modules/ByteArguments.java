package org.jabiru.modules;

import org.jabiru.object.Errors;
import org.jabiru.object.Types;

/** Bytes-like arguments of builtin modules, and bytes results. */
public final class ByteArguments {
    private ByteArguments() {}

    /** A bytes object that takes the array over. */
    public static Object bytes(byte[] data) {
        throw Errors.notImplemented("bytes");
    }

    /** The value of a bytes object, not copied; null for anything else. */
    public static byte[] bytesOrNull(Object o) {
        return null;
    }

    /** Whether the object exports a buffer. */
    public static boolean isBytesLike(Object o) {
        return bytesOrNull(o) != null;
    }

    /** The content of a bytes-like object; the array may be the object's own: read only. */
    public static byte[] read(Object o) {
        byte[] own = bytesOrNull(o);
        if (own != null) {
            return own;
        }
        throw Errors.typeError(
                "a bytes-like object is required, not '%s'", Types.nameForMessage(o));
    }

    /** The number of bytes of a writable bytes-like object. */
    public static int writableLength(Object o) {
        throw notWritable(o);
    }

    /** Copies bytes to the beginning of a writable bytes-like object. */
    public static void write(Object o, byte[] data, int count) {
        throw notWritable(o);
    }

    private static org.jabiru.object.PyException notWritable(Object o) {
        return Errors.typeError(
                "read-write bytes-like object required, not '%s'", Types.nameForMessage(o));
    }
}
