package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;

/**
 * The memory of bytearrays whose content C asked for ({@code PyByteArray_AsString}). The content of
 * large ones moves to where both sides see it. Short ones have a copy: whenever control crosses,
 * what one side changed since the last time goes to the other. The memory lives as long as C has
 * references to the bytearray, at least until C returns.
 */
public final class ByteArrayMirrors {
    // Fields of PyByteArrayObject.
    private static final int ALLOC = 24;
    private static final int BYTES = 32;
    private static final int START = 40;

    /** Larger ones get no copy, unless Java's views keep them where they are. */
    private static final int SHORT = 1 << 12;

    private static final class Mirror {
        final PyByteArray object;
        long address;

        /** How many bytes there is memory for, unless it is the object's own. */
        long room;

        /** Memory that C may still use until it returns. */
        long before;

        /** The object's memory, and the size that it was told: another is inlined code's doing. */
        Handle shownBy;

        int told;

        /** What both sides had when they were last compared; null for the object's own memory. */
        byte[] common;

        Mirror(PyByteArray object) {
            this.object = object;
        }
    }

    private final CapiContext context;
    private final List<Mirror> mirrors = new ArrayList<>();

    public ByteArrayMirrors(CapiContext context) {
        this.context = context;
    }

    /** Whether there is nothing to compare. */
    public boolean isEmpty() {
        return mirrors.isEmpty();
    }

    /** The content's address for C, valid until the size changes. */
    public long addressOf(PyByteArray b) {
        Mirror m = find(b);
        if (m == null) {
            m = new Mirror(b);
            mirrors.add(m);
            fill(m);
        } else {
            toJava(m);
            toC(m);
            if (m.shownBy != HandleTable.of(b)) {
                // Its memory was given up, and made anew.
                tell(m);
            }
        }
        return m.address;
    }

    private Mirror find(PyByteArray b) {
        for (Mirror m : mirrors) {
            if (m.object == b) {
                return m;
            }
        }
        return null;
    }

    /** Has the content where C and Java both see it, for a view that C takes. */
    public void moveOutside(PyByteArray b) {
        Mirror m = find(b);
        if (m == null) {
            b.moveOutside();
            return;
        }
        toJava(m);
        long address = b.moveOutside();
        if (address != 0) {
            show(m, address);
        }
    }

    /** The object's own memory is what C sees. */
    private void show(Mirror m, long address) {
        if (m.common != null) {
            context.state.functions.PyMem_Free(m.before);
            m.before = m.address;
            m.common = null;
        }
        m.address = address;
        tell(m);
    }

    /** The object's own memory, if C is to see that; otherwise 0. */
    private static long outside(PyByteArray b) {
        return b.size() > SHORT ? b.moveOutside() : b.addressOutside();
    }

    private void fill(Mirror m) {
        long outside = outside(m.object);
        if (outside != 0) {
            show(m, outside);
            return;
        }
        if (m.common == null) {
            m.address = 0;
            m.room = 0;
        }
        int size = m.object.size();
        if (size >= m.room || size < m.room / 2) {
            // C may append byte by byte.
            m.room = m.room == 0 ? size + 1L : size + (size >> 3) + 8L;
            m.address = context.state.functions.PyMem_Realloc(m.address, m.room);
        }
        m.common = m.object.toByteArray();
        Memory.putBytes(m.address, m.common, 0, size);
        Memory.putByte(m.address + size, (byte) 0);
        tell(m);
    }

    private static void tell(Mirror m) {
        int size = m.object.size();
        m.told = size;
        Handle h = HandleTable.of(m.object);
        m.shownBy = h;
        if (h != null) {
            Memory.putLong(h.address + ObjectLayout.SIZE, size);
            Memory.putLong(h.address + ALLOC, size + 1L);
            Memory.putLong(h.address + BYTES, m.address);
            Memory.putLong(h.address + START, m.address);
        }
    }

    /** What C wrote is seen by Java. */
    public void toJava(PyByteArray b) {
        Mirror m = find(b);
        if (m != null) {
            toJava(m);
        }
    }

    private static void toJava(Mirror m) {
        contentToJava(m);
        Handle h = m.shownBy;
        if (h != null && h.isBound() && Memory.getLong(h.address + ObjectLayout.SIZE) != m.told) {
            shrink(m, Memory.getLong(h.address + ObjectLayout.SIZE));
        }
    }

    /** Inlined code (Py_SET_SIZE) gives up what it has not filled. */
    @TruffleBoundary
    private static void shrink(Mirror m, long size) {
        boolean known = m.object.size() == m.told;
        if (!known || size < 0 || size > m.told) {
            return;
        }
        m.object.truncate((int) size);
        if (m.common != null) {
            m.common = Arrays.copyOf(m.common, (int) size);
        }
        m.told = (int) size;
    }

    private static void contentToJava(Mirror m) {
        if (m.common == null) {
            return;
        }
        byte[] data = m.object.backing();
        int size = Math.min(m.object.size(), m.common.length);
        long first = firstDifference(m.address, m.common, size);
        if (first < 0) {
            return;
        }
        for (int i = (int) first; i < size; i++) {
            byte now = Memory.getByte(m.address + i);
            if (now != m.common[i]) {
                data[i] = now;
                m.common[i] = now;
            }
        }
    }

    @TruffleBoundary
    private static long firstDifference(long address, byte[] bytes, int size) {
        return MemorySegment.mismatch(
                Memory.segment(address, size), 0, size, MemorySegment.ofArray(bytes), 0, size);
    }

    private void toC(Mirror m) {
        if (m.common == null
                ? outside(m.object) != m.address || m.object.size() != m.told
                : m.object.addressOutside() != 0 || m.object.size() != m.common.length) {
            fill(m);
            return;
        }
        if (m.common == null) {
            return;
        }
        byte[] data = m.object.backing();
        int size = m.common.length;
        int first = Arrays.mismatch(data, 0, size, m.common, 0, size);
        if (first < 0) {
            return;
        }
        for (int i = first; i < size; i++) {
            if (data[i] != m.common[i]) {
                Memory.putByte(m.address + i, data[i]);
                m.common[i] = data[i];
            }
        }
    }

    /** C calls Python code: what it wrote is seen there. */
    public void toJava() {
        for (Mirror m : mirrors) {
            toJava(m);
        }
    }

    /** Python code has returned to C: what it changed is seen there. */
    public void toC() {
        for (Mirror m : mirrors) {
            toC(m);
        }
    }

    /** What Java changed is seen by C. */
    public void toC(PyByteArray b) {
        Mirror m = find(b);
        if (m != null) {
            toC(m);
        }
    }

    /** Java is about to call C. */
    public void enter() {
        for (Mirror m : mirrors) {
            toC(m);
        }
    }

    /**
     * C has returned.
     *
     * @param outermost whether no C code is left on the thread's stack
     */
    public void leave(boolean outermost) {
        for (Iterator<Mirror> i = mirrors.iterator(); i.hasNext(); ) {
            Mirror m = i.next();
            toJava(m);
            Handle h = HandleTable.of(m.object);
            if (outermost
                    && (h == null || h.borrows == 0 && ObjectLayout.refcount(h.address) == 0)) {
                i.remove();
                release(m, h);
            }
        }
    }

    private void release(Mirror m, Handle h) {
        if (h != null) {
            Memory.putLong(h.address + BYTES, 0);
            Memory.putLong(h.address + START, 0);
            Memory.putLong(h.address + ObjectLayout.SIZE, 0);
        }
        context.state.functions.PyMem_Free(m.before);
        if (m.common != null) {
            context.state.functions.PyMem_Free(m.address);
        }
    }
}
