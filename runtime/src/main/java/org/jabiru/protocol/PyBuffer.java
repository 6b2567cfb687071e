package org.jabiru.protocol;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;

/**
 * A view of an object's memory (Buffer Protocol, {@code Py_buffer}). The memory is a segment on the
 * Java heap or a native one.
 */
public final class PyBuffer {
    /** Flags of a request, as in CPython's {@code pybuffer.h}. */
    public static final int SIMPLE = 0;

    public static final int WRITABLE = 0x0001;
    public static final int FORMAT = 0x0004;
    public static final int ND = 0x0008;
    public static final int STRIDES = 0x0010 | ND;
    public static final int C_CONTIGUOUS = 0x0020 | STRIDES;
    public static final int F_CONTIGUOUS = 0x0040 | STRIDES;
    public static final int ANY_CONTIGUOUS = 0x0080 | STRIDES;
    public static final int INDIRECT = 0x0100 | STRIDES;
    public static final int FULL_RO = INDIRECT | FORMAT;
    public static final int FULL = FULL_RO | WRITABLE;

    private static final long[] NONE = {};

    /** The object that exports the memory. */
    public final Object owner;

    /** The memory that the view may reach. */
    public final MemorySegment memory;

    /** Where the item with all indices 0 is in {@link #memory}. */
    public final long offset;

    public final boolean readOnly;

    /** The struct format of an item; {@code "B"} when the exporter gave none. */
    public final String format;

    public final long itemSize;

    /** The extent of each dimension; empty for a single item. */
    public final long[] shape;

    /** For each dimension the distance of one item to the next. */
    public final long[] strides;

    /** For each dimension the offset to add after following a pointer, or negative; may be null. */
    public final long[] suboffsets;

    /** What the exporter says where it is not the product of the shape; negative otherwise. */
    private long length = -1;

    /** Memory of the same content that C was told of, as long as the view lives; may be null. */
    public MemorySegment shown;

    private Runnable release;
    private boolean released;

    public PyBuffer(
            Object owner,
            MemorySegment memory,
            long offset,
            boolean readOnly,
            String format,
            long itemSize,
            long[] shape,
            long[] strides,
            long[] suboffsets) {
        this.owner = owner;
        this.memory = memory;
        this.offset = offset;
        this.readOnly = readOnly;
        this.format = format;
        this.itemSize = itemSize;
        this.shape = shape;
        this.strides = strides == null ? contiguousStrides(shape, itemSize) : strides;
        this.suboffsets = suboffsets;
    }

    /** The same view of the same memory as another object's. */
    public PyBuffer ownedBy(Object other) {
        return copy(other, readOnly);
    }

    /** The same view, through which nothing can be written. */
    public PyBuffer asReadOnly() {
        return copy(owner, true);
    }

    private PyBuffer copy(Object ofOwner, boolean withoutWriting) {
        PyBuffer made =
                new PyBuffer(
                        ofOwner,
                        memory,
                        offset,
                        withoutWriting,
                        format,
                        itemSize,
                        shape,
                        strides,
                        suboffsets);
        made.length = length;
        return made;
    }

    /** Notes the length in bytes of an item that is larger than its own size says. */
    public PyBuffer ofLength(long bytes) {
        length = bytes;
        return this;
    }

    /** A one-dimensional view of bytes on the Java heap. */
    public static PyBuffer ofBytes(
            Object owner, byte[] data, int size, boolean readOnly, int flags) {
        return ofItems(owner, MemorySegment.ofArray(data), size, readOnly, "B", 1, flags);
    }

    /** A one-dimensional view of items that lie one after the other. */
    public static PyBuffer ofItems(
            Object owner,
            MemorySegment memory,
            long count,
            boolean readOnly,
            String format,
            long itemSize,
            int flags) {
        if (readOnly && (flags & WRITABLE) != 0) {
            throw Errors.raise(ExceptionTypes.BufferError, "Object is not writable.");
        }
        return new PyBuffer(
                owner, memory, 0, readOnly, format, itemSize, new long[] {count}, null, null);
    }

    /** A single item, as ctypes exports: no dimensions. */
    public static long[] noDimensions() {
        return NONE;
    }

    /** What to do when the view is given back. */
    public void onRelease(Runnable action) {
        release = action;
    }

    /** Gives the view back; further calls do nothing. */
    public void release() {
        if (!released) {
            released = true;
            if (release != null) {
                release.run();
            }
        }
    }

    /** Whether {@link #release} was called. */
    public boolean isReleased() {
        return released;
    }

    public int dimensions() {
        return shape.length;
    }

    /** The number of items. */
    public long count() {
        long count = 1;
        for (long n : shape) {
            count *= n;
        }
        return count;
    }

    /** The size in bytes of all items together. */
    public long byteLength() {
        if (length >= 0) {
            return length;
        }
        return count() * itemSize;
    }

    /** The strides of items in C order. */
    public static long[] contiguousStrides(long[] shape, long itemSize) {
        long[] strides = new long[shape.length];
        long step = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= shape[i];
        }
        return strides;
    }

    /** Whether items follow each other in C order. */
    public boolean isCContiguous() {
        return isContiguous(false);
    }

    /** Whether items follow each other in Fortran order. */
    public boolean isFContiguous() {
        return isContiguous(true);
    }

    private boolean isContiguous(boolean fortran) {
        if (hasPointers()) {
            return false;
        }
        if (count() == 0) {
            return true;
        }
        long step = itemSize;
        for (int k = 0; k < shape.length; k++) {
            int i = fortran ? k : shape.length - 1 - k;
            if (shape[i] > 1 && strides[i] != step) {
                return false;
            }
            step *= shape[i];
        }
        return true;
    }

    /** Whether a dimension is reached through pointers. */
    public boolean hasPointers() {
        if (suboffsets != null) {
            for (long s : suboffsets) {
                if (s >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All items in C order, in a new array; one that is too large raises MemoryError. */
    public byte[] toByteArray() {
        return toByteArray(false);
    }

    /** All items in C or Fortran order, in a new array. */
    public byte[] toByteArray(boolean fortran) {
        long length = byteLength();
        if (length > Integer.MAX_VALUE - 8) {
            throw Errors.raise(ExceptionTypes.MemoryError, "");
        }
        byte[] out = new byte[(int) length];
        if (fortran ? isFContiguous() : isCContiguous()) {
            MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset, out, 0, out.length);
        } else {
            MemorySegment target = MemorySegment.ofArray(out);
            long[] index = new long[shape.length];
            for (long at = 0; at < length; at += itemSize) {
                MemorySegment.copy(segmentOf(index), itemOffset(index), target, at, itemSize);
                advance(index, fortran);
            }
        }
        return out;
    }

    /** Steps an index on by one item. */
    public void advance(long[] index, boolean fortran) {
        for (int k = 0; k < shape.length; k++) {
            int i = fortran ? k : shape.length - 1 - k;
            if (++index[i] < shape[i]) {
                return;
            }
            index[i] = 0;
        }
    }

    /** The segment in which an item lies: another than {@link #memory} behind pointers. */
    public MemorySegment segmentOf(long[] index) {
        if (!hasPointers()) {
            return memory;
        }
        return MemorySegment.ofAddress(pointerTo(index)).reinterpret(itemSize);
    }

    /** Where in {@link #segmentOf} an item begins. */
    public long itemOffset(long[] index) {
        if (hasPointers()) {
            return 0;
        }
        long at = offset;
        for (int i = 0; i < index.length; i++) {
            at += index[i] * strides[i];
        }
        return at;
    }

    private long pointerTo(long[] index) {
        long address = memory.address() + offset;
        for (int i = 0; i < index.length; i++) {
            address += index[i] * strides[i];
            if (suboffsets[i] >= 0) {
                address =
                        MemorySegment.ofAddress(address)
                                        .reinterpret(8)
                                        .get(ValueLayout.JAVA_LONG_UNALIGNED, 0)
                                + suboffsets[i];
            }
        }
        return address;
    }
}
