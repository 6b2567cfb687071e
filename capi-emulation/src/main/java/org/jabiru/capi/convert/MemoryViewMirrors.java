package org.jabiru.capi.convert;

import java.nio.charset.StandardCharsets;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.protocol.PyBuffer;

/**
 * The memory of memoryviews: PyMemoryView_GET_BUFFER is inlined. What the view shows is native
 * memory, a bytearray's mirror, or bytes, which do not change; of anything else the buffer has
 * length 0.
 */
final class MemoryViewMirrors {
    /** {@code PyMemoryViewObject.view}, a Py_buffer. */
    private static final int VIEW = 56;

    private static final int BUF = VIEW;
    private static final int OBJ = VIEW + 8;
    private static final int LEN = VIEW + 16;
    private static final int ITEMSIZE = VIEW + 24;
    private static final int READONLY = VIEW + 32;
    private static final int NDIM = VIEW + 36;
    private static final int FORMAT = VIEW + 40;
    private static final int SHAPE = VIEW + 48;
    private static final int STRIDES = VIEW + 56;
    private static final int SUBOFFSETS = VIEW + 64;

    /** Where CPython, too, keeps the arrays. */
    private static final int ARRAYS = 144;

    private static final byte[] NONE = {};

    private MemoryViewMirrors() {}

    /** Memory for a view, with a reference to what it shows. */
    static long create(CapiContext context, PyMemoryView v, long type) {
        PyBuffer b = v.isReleased() ? null : v.buffer();
        if (b == null) {
            return context.state.functions.jabiru_object_new(type, ARRAYS + 8);
        }
        int n = b.dimensions();
        long owner = b.owner == null ? 0 : context.crossing.toNew(b.owner);
        byte[] format = b.format.getBytes(StandardCharsets.UTF_8);
        byte[] content = b.owner instanceof PyBytes bytes && isSmall(bytes) ? bytes.value : NONE;
        int text = ARRAYS + 24 * n;
        int data = text + format.length + 1;
        long p = context.state.functions.jabiru_object_new(type, data + content.length + 1L);
        Memory.putBytes(p + text, format, 0, format.length);
        Memory.putByte(p + text + format.length, (byte) 0);
        Memory.putBytes(p + data, content, 0, content.length);
        for (int i = 0; i < n; i++) {
            Memory.putLong(p + ARRAYS + 8L * i, b.shape[i]);
            Memory.putLong(p + ARRAYS + 8L * (n + i), b.strides[i]);
            long suboffset = b.suboffsets == null ? -1 : b.suboffsets[i];
            Memory.putLong(p + ARRAYS + 8L * (2 * n + i), suboffset);
        }
        Memory.putLong(p + OBJ, owner);
        long base =
                b.memory.isNative()
                        ? b.memory.address()
                        : switch (b.owner) {
                            case PyByteArray a -> context.byteArrays.addressOf(a);
                            case PyBytes s when isSmall(s) -> p + data;
                            case PyBytes s -> owner + ObjectLayout.BYTES_DATA;
                            case null, default -> 0;
                        };
        if (base != 0) {
            Memory.putLong(p + BUF, base + b.offset);
            Memory.putLong(p + LEN, b.byteLength());
        }
        Memory.putLong(p + ITEMSIZE, b.itemSize);
        Memory.putInt(p + READONLY, b.readOnly ? 1 : 0);
        Memory.putInt(p + NDIM, n);
        Memory.putLong(p + FORMAT, p + text);
        Memory.putLong(p + SHAPE, n == 0 ? 0 : p + ARRAYS);
        Memory.putLong(p + STRIDES, n == 0 ? 0 : p + ARRAYS + 8L * n);
        Memory.putLong(p + SUBOFFSETS, b.hasPointers() ? p + ARRAYS + 16L * n : 0);
        return p;
    }

    /** The view was released, and what it showed is given up. */
    static void release(CapiContext context, long p) {
        context.boundary.releaseLaterOrNull(shown(p));
        Memory.putLong(p + OBJ, 0);
        Memory.putLong(p + BUF, 0);
        Memory.putLong(p + LEN, 0);
    }

    /** Whether each crossing copies them. */
    private static boolean isSmall(PyBytes b) {
        return b.value.length <= Mirrors.COPIED_BYTES && HandleTable.of(b) == null;
    }

    /** The reference that {@link #create} took, or 0. */
    static long shown(long p) {
        return Memory.getLong(p + OBJ);
    }
}
