package org.jabiru.capi.functions;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.PyBuffer;

/**
 * Buffers of Java's objects that C looks into. Memory on the Java heap is copied for the time of
 * the export, and copied back at its end when the view was for writing.
 */
public final class BufferExports {
    // Offsets in Py_buffer.
    private static final int BUF = 0;
    private static final int OBJ = 8;
    private static final int LEN = 16;
    private static final int ITEMSIZE = 24;
    private static final int READONLY = 32;
    private static final int NDIM = 36;
    private static final int FORMAT = 40;
    private static final int SHAPE = 48;
    private static final int STRIDES = 56;
    private static final int SUBOFFSETS = 64;
    private static final int INTERNAL = 72;

    /** The size of a {@code Py_buffer}. */
    public static final int VIEW_SIZE = 80;

    private static final int MOST_DIMENSIONS = 64;

    private record Export(PyBuffer view, long copy, long size, boolean lasting) {}

    /** A buffer of a type made in C that Java looks into. */
    private static final class Borrowed extends PhantomReference<PyBuffer> {
        final long address;

        Borrowed(PyBuffer view, ReferenceQueue<PyBuffer> queue, long address) {
            super(view, queue);
            this.address = address;
        }
    }

    private final CapiContext context;
    private final Map<Long, Export> exports = new HashMap<>();
    private final Set<Borrowed> borrowed = new HashSet<>();
    private final ReferenceQueue<PyBuffer> dropped = new ReferenceQueue<>();

    public BufferExports(CapiContext context) {
        this.context = context;
    }

    /** Fills a {@code Py_buffer}. */
    public void export(Object object, long p, int flags) {
        if (object instanceof PyByteArray b) {
            context.byteArrays.moveOutside(b);
        }
        PyBuffer view = Buffers.get(object, flags);
        if ((flags & PyBuffer.STRIDES) != PyBuffer.STRIDES && !view.isCContiguous()) {
            view.release();
            throw Errors.raise(
                    ExceptionTypes.BufferError,
                    "memoryview: underlying buffer is not C-contiguous");
        }
        boolean direct = view.memory.isNative();
        long size = direct ? 0 : view.memory.byteSize();
        // The memory of a memoryview may be used as long as the view itself lives.
        boolean lasting = !direct && object instanceof PyMemoryView;
        long copy =
                direct
                        ? 0
                        : lasting
                                ? shown(((PyMemoryView) object).buffer(), size)
                                : context.state.malloc(Math.max(1, size));
        if (!direct) {
            MemorySegment.copy(view.memory, 0, Memory.segment(copy, size), 0, size);
        }
        long base = direct ? view.memory.address() : copy;
        int n = view.dimensions();
        byte[] format = view.format.getBytes(StandardCharsets.UTF_8);
        long block = context.state.malloc(24L * Math.max(n, 1) + format.length + 1);
        for (int i = 0; i < n; i++) {
            Memory.putLong(block + 8L * i, view.shape[i]);
            Memory.putLong(block + 8L * (n + i), view.strides[i]);
            Memory.putLong(
                    block + 8L * (2 * n + i), view.suboffsets == null ? -1 : view.suboffsets[i]);
        }
        long text = block + 24L * Math.max(n, 1);
        Memory.putBytes(text, format, 0, format.length);
        Memory.putByte(text + format.length, (byte) 0);
        Memory.putLong(p + BUF, base + view.offset);
        Memory.putLong(p + OBJ, context.crossing.toNew(object));
        Memory.putLong(p + LEN, view.byteLength());
        Memory.putLong(p + ITEMSIZE, view.itemSize);
        Memory.putInt(p + READONLY, view.readOnly ? 1 : 0);
        Memory.putInt(p + NDIM, n);
        Memory.putLong(p + FORMAT, (flags & PyBuffer.FORMAT) != 0 ? text : 0);
        boolean hasShape = n > 0 && (flags & PyBuffer.ND) != 0;
        boolean hasStrides = n > 0 && (flags & PyBuffer.STRIDES) == PyBuffer.STRIDES;
        Memory.putLong(p + SHAPE, hasShape ? block : 0);
        Memory.putLong(p + STRIDES, hasStrides ? block + 8L * n : 0);
        Memory.putLong(p + SUBOFFSETS, view.hasPointers() ? block + 16L * n : 0);
        Memory.putLong(p + INTERNAL, block);
        exports.put(block, new Export(view, copy, size, lasting));
    }

    private static long shown(PyBuffer b, long size) {
        if (b.shown == null) {
            b.shown = Arena.ofAuto().allocate(Math.max(1, size), 16);
        }
        return b.shown.address();
    }

    /** Ends the export of a {@code Py_buffer} that {@link #export} filled; C drops its object. */
    public void release(long p) {
        long block = Memory.getLong(p + INTERNAL);
        Export e = exports.remove(block);
        if (e == null) {
            return;
        }
        if (e.copy() != 0) {
            if (!e.view().readOnly) {
                MemorySegment.copy(
                        Memory.segment(e.copy(), e.size()), 0, e.view().memory, 0, e.size());
            }
            if (!e.lasting()) {
                context.state.functions.PyMem_Free(e.copy());
            }
        }
        context.state.functions.PyMem_Free(block);
        e.view().release();
    }

    /**
     * A buffer that a type made in C filled in; released in C, and its memory freed, in the end.
     */
    public PyBuffer viewFromC(long p, Object owner) {
        long exporter = Memory.getLong(p + OBJ);
        PyBuffer view = viewOf(p, exporter == 0 ? owner : context.crossing.borrowed(exporter));
        Borrowed b = new Borrowed(view, dropped, p);
        borrowed.add(b);
        view.onRelease(() -> giveBack(b));
        return view;
    }

    private void giveBack(Borrowed b) {
        if (!borrowed.remove(b)) {
            return;
        }
        context.boundary.enter();
        try {
            context.state.functions.jabiru_buffer_release(b.address);
        } finally {
            context.boundary.leave();
        }
        context.state.functions.PyMem_Free(b.address);
    }

    /** Gives back the buffers whose views have died without a release. */
    public void giveBackDropped() {
        if (borrowed.isEmpty()) {
            return;
        }
        for (var r = dropped.poll(); r != null; r = dropped.poll()) {
            giveBack((Borrowed) r);
        }
    }

    /** How many buffers of objects made in C Java looks into. */
    public int borrowedCount() {
        return borrowed.size();
    }

    /** What a {@code Py_buffer} describes. */
    public PyBuffer viewOf(long p, Object owner) {
        long base = Memory.getLong(p + BUF);
        long itemSize = Memory.getLong(p + ITEMSIZE);
        int n = Memory.getInt(p + NDIM);
        if (n > MOST_DIMENSIONS) {
            throw Errors.valueError(
                    "memoryview: number of dimensions must not exceed %d", MOST_DIMENSIONS);
        }
        long[] shape = words(Memory.getLong(p + SHAPE), n);
        if (n == 0) {
            shape = PyBuffer.noDimensions();
        } else if (shape == null) {
            shape = new long[] {Memory.getLong(p + LEN) / Math.max(1, itemSize)};
        }
        long[] strides = words(Memory.getLong(p + STRIDES), n);
        if (strides == null) {
            strides = PyBuffer.contiguousStrides(shape, itemSize);
        }
        long format = Memory.getLong(p + FORMAT);
        long low = 0;
        long length = Memory.getLong(p + LEN);
        long high = n == 0 ? Math.max(itemSize, length) : itemSize;
        for (int i = 0; i < shape.length; i++) {
            long reach = Math.max(0, shape[i] - 1) * strides[i];
            low += Math.min(0, reach);
            high += Math.max(0, reach);
        }
        PyBuffer view =
                new PyBuffer(
                        owner,
                        Memory.segment(base + low, high - low),
                        -low,
                        Memory.getInt(p + READONLY) != 0,
                        format == 0 ? "B" : Memory.string(format),
                        itemSize,
                        shape,
                        strides,
                        words(Memory.getLong(p + SUBOFFSETS), n));
        return n == 0 ? view.ofLength(length) : view;
    }

    private static long[] words(long p, int n) {
        if (p == 0 || n == 0) {
            return null;
        }
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            out[i] = Memory.getLong(p + 8L * i);
        }
        return out;
    }
}
