package org.jabiru.protocol;

import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;

/** Bytes-like arguments of builtin modules, and bytes results. */
public final class ByteArguments {
    private ByteArguments() {}

    /** A bytes object that takes the array over. */
    public static Object bytes(byte[] data) {
        return PyBytes.of(data);
    }

    /** A bytearray that takes the array over. */
    public static Object byteArray(byte[] data) {
        return new PyByteArray(data);
    }

    /** {@code memoryview(o)}. */
    public static Object memoryView(Object o) {
        return Call.call(Builtins.get("memoryview"), o);
    }

    /** The value of a bytes object, not copied; null for anything else. */
    public static byte[] bytesOrNull(Object o) {
        return o instanceof PyBytes b ? b.value : null;
    }

    /** Whether the object exports a buffer. */
    public static boolean isBytesLike(Object o) {
        return Buffers.isBuffer(o);
    }

    /** The content of a bytes-like object; the array may be the object's own: read only. */
    public static byte[] read(Object o) {
        if (o instanceof PyBytes b) {
            return b.value;
        }
        if (!Buffers.isBuffer(o)) {
            throw Errors.typeError("a bytes-like object is required, not '%s'", Types.of(o).name());
        }
        return Buffers.bytesOf(o);
    }

    /** The number of bytes of a writable bytes-like object. */
    public static int writableLength(Object o) {
        PyBuffer view = Buffers.getWritable(o);
        try {
            return (int) Math.min(view.byteLength(), Integer.MAX_VALUE - 8);
        } finally {
            view.release();
        }
    }

    /** Copies bytes to the beginning of a writable bytes-like object. */
    public static void write(Object o, byte[] data, int count) {
        PyBuffer view = Buffers.getWritable(o);
        try {
            Buffers.write(view, data, 0, count);
        } finally {
            view.release();
        }
    }
}
