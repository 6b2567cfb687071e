package org.jabiru.capi.api;

import org.jabiru.builtins.bytes.ByteArrayType;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Sequences;

/** Byte Array Objects. */
public final class BytearrayApi {
    private BytearrayApi() {}

    private static PyByteArray array(Object o) {
        if (o instanceof PyByteArray b) {
            return b;
        }
        throw Support.badInternalCall();
    }

    private static Object make(Object from) {
        return Call.call(ByteArrayType.TYPE, from);
    }

    public static Object PyByteArray_FromObject(CapiContext context, Object obj) {
        return make(obj);
    }

    /** Zeros when there is no string. */
    public static Object PyByteArray_FromStringAndSize(CapiContext context, long string, long len) {
        if (len < 0) {
            throw Errors.systemError("Negative size passed to PyByteArray_FromStringAndSize");
        }
        return make(string == 0 ? (Object) len : Support.bytes(string, len));
    }

    public static Object PyByteArray_Concat(CapiContext context, Object obj, Object obj2) {
        byte[] first = Buffers.contiguousBytesOrNull(obj);
        byte[] second = Buffers.contiguousBytesOrNull(obj2);
        if (first == null || second == null) {
            throw Errors.typeError(
                    "can't concat %s to %s", Support.typeName(obj2), Support.typeName(obj));
        }
        return Support.own(
                ByteArrayType.TYPE, "__iadd__", make(new PyBytes(first)), new PyBytes(second));
    }

    public static long PyByteArray_Size(CapiContext context, Object obj) {
        return Sequences.length(array(obj));
    }

    public static void PyByteArray_Resize(CapiContext context, Object bytearray, long len) {
        PyByteArray b = array(bytearray);
        if (len < 0) {
            throw Errors.valueError("Can only resize to positive sizes, got %d", len);
        }
        if (len > Integer.MAX_VALUE - 16) {
            throw Errors.of(ExceptionTypes.MemoryError);
        }
        long size = Sequences.length(b);
        if (len < size) {
            Sequences.deleteItem(b, new PySlice(len, Singleton.NONE, Singleton.NONE));
        } else if (len > size) {
            Object more = new PyBytes(new byte[Math.toIntExact(len - size)]);
            Support.own(ByteArrayType.TYPE, "extend", b, more);
        }
        context.crossing.bringUpToDate(b);
    }

    public static long PyByteArray_AsString(CapiContext context, Object obj) {
        return context.byteArrays.addressOf(array(obj));
    }
}
