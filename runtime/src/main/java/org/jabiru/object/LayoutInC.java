package org.jabiru.object;

/**
 * What a type that was made in C says of itself and its instances in its {@code PyTypeObject}
 * (C-API manual, Type Object Structures); sizes and offsets in bytes.
 */
public final class LayoutInC {
    /** {@code tp_flags}, as they were when the type was made. */
    public final long flags;

    /** {@code tp_itemsize}. */
    public final long itemSize;

    /** {@code tp_dictoffset}. */
    public final long dictOffset;

    /** {@code tp_weaklistoffset}, which Cython sets after the type was made. */
    public long weakReferencesOffset;

    public LayoutInC(long flags, long itemSize, long dictOffset, long weakReferencesOffset) {
        this.flags = flags;
        this.itemSize = itemSize;
        this.dictOffset = dictOffset;
        this.weakReferencesOffset = weakReferencesOffset;
    }
}
