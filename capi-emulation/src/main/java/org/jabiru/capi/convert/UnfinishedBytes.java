package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;

/**
 * Bytes that C may still fill: those that it made without content ({@code
 * PyBytes_FromStringAndSize(NULL, n)}) and handed out, in a memoryview perhaps or through ctypes,
 * and those of zeros alone that it got from Java ({@code bytes(n)}). While C has a reference, or
 * has not begun, it may write, in several calls too, and Java takes over what it wrote whenever
 * control comes back; buffers show the memory itself.
 */
public final class UnfinishedBytes {
    /** More than these at once are taken for filled, the oldest first. */
    private static final int MOST = 64;

    /** Larger ones are not compared when C only calls Python. */
    private static final int SHORT = 1 << 16;

    /** Those of zeros that are not larger wait for as long as C has a reference. */
    private static final int SMALL = 4096;

    private final HandleTable handles;
    private final List<Handle> bytes = new ArrayList<>();

    UnfinishedBytes(HandleTable handles) {
        this.handles = handles;
    }

    /** Whether there are none, as nearly always. */
    public boolean isEmpty() {
        return bytes.isEmpty();
    }

    /** Whether bytes of the arena are such as C made without content, and has kept to itself. */
    static boolean isUnfilled(long p) {
        return (ObjectLayout.flags(p) & ObjectLayout.FLAG_UNFILLED) != 0;
    }

    /** Bytes of C's that Java has not met: both know the same object from now on. */
    PyBytes adopt(long p) {
        boolean isFilledLate = ObjectLayout.isUnwritten(p);
        PyBytes b =
                new PyBytes(
                        isFilledLate
                                ? new byte[(int) Memory.getLong(p + ObjectLayout.SIZE)]
                                : ValueReader.readBytes(p));
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) & ~ObjectLayout.FLAG_UNFILLED);
        Handle h = handles.bind(b, p, Handle.Kind.PROXY);
        h.isFilledLate = isFilledLate;
        HandleTable.hold(h, b);
        add(h);
        return b;
    }

    /** Whether C would fill bytes that it gets from Java. */
    static boolean isBlank(PyBytes b) {
        byte[] value = b.value;
        int last = value.length - 1; // CPython has one object for each byte
        return last > 0 && value[0] == 0 && Arrays.mismatch(value, 0, last, value, 1, last + 1) < 0;
    }

    /** C has got these, which may be filled. */
    void add(Handle h) {
        h.isUnfinished = true;
        if (bytes.size() == MOST) {
            Handle oldest = bytes.removeFirst();
            if (oldest.isBound() && oldest.object() instanceof PyBytes o) {
                finish(oldest, o);
            }
        }
        bytes.add(h);
    }

    /**
     * Takes over what C has written since the last time.
     *
     * @return whether that was anything
     */
    static boolean complete(Handle h, PyBytes b) {
        long data = h.address + ObjectLayout.BYTES_DATA;
        if (ObjectLayout.isUnwritten(h.address) || Memory.equal(data, b.value)) {
            return false;
        }
        Memory.copyBytes(data, b.value);
        return true;
    }

    /**
     * C will write no more.
     *
     * @return whether nothing of Java's shows the memory
     */
    public static boolean finish(Handle h, PyBytes b) {
        complete(h, b);
        h.isUnfinished = false;
        return !h.isViewed;
    }

    /** C calls Python code, which may look at any of them. */
    @TruffleBoundary
    void completeShort() {
        for (Handle h : bytes) {
            if (h.isUnfinished
                    && h.isBound()
                    && h.object() instanceof PyBytes b
                    && b.value.length <= SHORT) {
                complete(h, b);
            }
        }
    }

    private static boolean isWaiting(Handle h, PyBytes b) {
        if (ObjectLayout.isUnwritten(h.address)) {
            return true;
        }
        // Such as ciphertexts, which C writes in several calls through a buffer that it keeps.
        return ObjectLayout.refcount(h.address) > 0
                && (h.isFilledLate || b.value.length <= SMALL && isBlank(b));
    }

    /**
     * C has returned.
     *
     * @param last whether no C code is left: what it has not changed since is finished, unless it
     *     has not begun, or goes on
     */
    @TruffleBoundary
    public void complete(boolean last) {
        bytes.removeIf(h -> {
            if (!h.isUnfinished || !h.isBound() || !(h.object() instanceof PyBytes b)) {
                return true;
            }
            boolean finished = !complete(h, b) && last && !isWaiting(h, b);
            h.isUnfinished = !finished;
            return finished;
        });
    }
}
