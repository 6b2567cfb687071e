package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.foreign.MemorySegment;
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
 * length 0. C may also have the view show another part ({@link #readChanges}).
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

    /** Behind the arrays: the address and the length that Java knows. */
    private static final int KNOWN = 16;

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
        int text = ARRAYS + 24 * n + KNOWN;
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
        remember(p, n);
        Memory.putLong(p + ITEMSIZE, b.itemSize);
        Memory.putInt(p + READONLY, b.readOnly ? 1 : 0);
        Memory.putInt(p + NDIM, n);
        Memory.putLong(p + FORMAT, p + text);
        Memory.putLong(p + SHAPE, n == 0 ? 0 : p + ARRAYS);
        Memory.putLong(p + STRIDES, n == 0 ? 0 : p + ARRAYS + 8L * n);
        Memory.putLong(p + SUBOFFSETS, b.hasPointers() ? p + ARRAYS + 16L * n : 0);
        return p;
    }

    private static void remember(long p, int n) {
        Memory.putLong(p + ARRAYS + 24L * n, Memory.getLong(p + BUF));
        Memory.putLong(p + ARRAYS + 24L * n + 8, Memory.getLong(p + LEN));
    }

    /**
     * Extensions have a view show another part of what it shows (msgspec), as CPython lets them.
     */
    static void readChanges(long p, PyMemoryView v) {
        if (v.isReleased() || v.buffer().dimensions() != 1) {
            return;
        }
        long address = Memory.getLong(p + BUF);
        long length = Memory.getLong(p + LEN);
        long known = Memory.getLong(p + ARRAYS + 24);
        if (address != known || length != Memory.getLong(p + ARRAYS + 32)) {
            v.rewrite(part(v.buffer(), address, length, address - known, p));
            remember(p, 1);
        }
    }

    @TruffleBoundary
    private static PyBuffer part(PyBuffer b, long address, long length, long further, long p) {
        long itemSize = Memory.getLong(p + ITEMSIZE);
        long[] shape = {Memory.getLong(Memory.getLong(p + SHAPE))};
        long offset = b.offset + further;
        MemorySegment memory = b.memory;
        if (offset < 0 || offset + length > memory.byteSize()) {
            // The content of bytes is in several places: each call that passes them has a copy.
            offset = 0;
            memory =
                    b.owner instanceof PyBytes
                            ? MemorySegment.ofArray(
                                    Memory.getBytes(address, Math.toIntExact(length)))
                            : Memory.segment(address, length);
        }
        return new PyBuffer(
                b.owner, memory, offset, b.readOnly, b.format, itemSize, shape, b.strides, null);
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
