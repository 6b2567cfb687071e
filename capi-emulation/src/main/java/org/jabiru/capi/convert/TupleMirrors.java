package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyObject;

/**
 * The memory of tuples, which stays as long as the tuple does: C may know it, and the items,
 * without a reference, from what keeps the tuple. While C has references to the tuple, the memory
 * has some to all items. Otherwise it has none to objects of Java's, which it would keep for ever:
 * they are borrowed from the tuple.
 */
final class TupleMirrors {
    private static final Object[] NONE_HIDDEN = {};
    private static final long[] NO_VALUES = {};

    private final CapiContext context;
    private final Crossing crossing;

    TupleMirrors(CapiContext context, Crossing crossing) {
        this.context = context;
        this.crossing = crossing;
    }

    /** Writes the items of a tuple that crosses for the first time. */
    void write(PyTuple t, long p) {
        Memory.putLong(p + ObjectLayout.SIZE, t.size());
        Memory.putLong(p + ObjectLayout.TUPLE_HASH, -1);
        for (int i = 0; i < count(t); i++) {
            Memory.putLong(place(p, i), crossing.toNewItem(item(t, i)));
        }
    }

    /** How many places there are, those behind the size of a struct sequence too. */
    static int count(PyTuple t) {
        return t.size() + hidden(t).length;
    }

    private static Object item(PyTuple t, int i) {
        return i < t.size() ? t.items[i] : hidden(t)[i - t.size()];
    }

    private static Object[] hidden(PyTuple t) {
        return t instanceof PyStructSequence s ? s.hidden : NONE_HIDDEN;
    }

    private static long place(long p, int index) {
        return p + ObjectLayout.TUPLE_ITEMS + 8L * index;
    }

    /** A tuple of C's, of which C has filled all places, is Java's too from now on. */
    PyTuple adopt(long p) {
        int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        for (int i = 0; i < size; i++) {
            if (Memory.getLong(place(p, i)) == 0) {
                // C is still at it: what Java sees is a copy.
                return new PyTuple(crossing.readItems(p + ObjectLayout.TUPLE_ITEMS, size));
            }
        }
        // The tuple may be reached from its own items.
        PyTuple t = new PyTuple(new Object[size]);
        Handle h = context.handles.bind(t, p, Handle.Kind.PROXY);
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) | ObjectLayout.FLAG_ADOPTED);
        HandleTable.hold(h, t);
        for (int i = 0; i < size; i++) {
            t.items[i] = crossing.borrowed(Memory.getLong(place(p, i)));
        }
        h.ownsObjects = hasObjects(t);
        return t;
    }

    static boolean hasObjects(PyTuple t) {
        for (int i = 0; i < count(t); i++) {
            if (item(t, i) instanceof PyObject) {
                return true;
            }
        }
        return false;
    }

    /** C has no reference any more. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    void giveUpItems(Handle h, PyTuple t) {
        long p = h.address;
        if (h.ownValues != null) {
            // C had a reference in between, and perhaps has some to items.
            for (int i = 0; i < count(t); i++) {
                if (item(t, i) instanceof PyObject o) {
                    Handle known = HandleTable.of(o);
                    if (known != null && ObjectLayout.refcount(known.address) > 0) {
                        HandleTable.hold(known, o);
                    }
                }
            }
            return;
        }
        long[] values = new long[count(t)];
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            long item = Memory.getLong(place(p, i));
            if (item != 0 && context.handles.at(item) != null) {
                context.boundary.releaseLater(item);
            } else {
                values[kept++] = item;
            }
        }
        h.ownValues = kept == 0 ? NO_VALUES : Arrays.copyOf(values, kept);
        h.ownsObjects = false;
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) | ObjectLayout.FLAG_BORROWS);
    }

    /** The tuple crosses again. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    void takeItems(Handle h, PyTuple t) {
        long p = h.address;
        long[] own = h.ownValues;
        int next = 0;
        h.ownValues = null;
        h.ownsObjects = true;
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) & ~ObjectLayout.FLAG_BORROWS);
        for (int i = 0; i < count(t); i++) {
            if (next < own.length && own[next] == Memory.getLong(place(p, i))) {
                next++;
            } else {
                Memory.putLong(place(p, i), crossing.toNew(item(t, i)));
            }
        }
    }

    /** The memory goes: it forgets what it only borrowed. */
    void forgetBorrowed(Handle h) {
        if (h.ownValues == null) {
            return;
        }
        long p = h.address;
        int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        for (int i = 0; i < size; i++) {
            Memory.putLong(place(p, i), 0);
        }
        for (long value : h.ownValues) {
            context.boundary.releaseLaterOrNull(value);
        }
    }
}
