package org.jabiru.capi.handles;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.modules.array.PyArray;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.TypeInC;

/**
 * The tie between a Java object and its native memory. While C holds references it keeps the Java
 * object alive; otherwise it only knows it, and when the object is collected the memory goes too.
 */
public final class Handle extends WeakReference<PyObject>
        implements PyList.Watcher, PyMemoryView.Shown, PyBytes.InC, TypeInC {
    /** {@link #changedFrom} when nothing has changed. */
    private static final int NOTHING = Integer.MAX_VALUE;

    /** What the memory is. */
    public enum Kind {
        /** Memory of an object that Java made: its count is of C's references only. */
        PROXY,
        /** An object of a type made in C: the Java wrapper owns one of its references. */
        INSTANCE,
        /** A heap type: it ends in a collection only, see TypeLifetimes. */
        TYPE,
        /** Memory that is never freed: a static type or object. */
        STATIC
    }

    public final long address;
    public final Kind kind;

    /**
     * Whether the memory owns references to items that are objects of Java's: it would keep them,
     * and through them itself, alive, so it goes when C has no reference left.
     */
    public boolean ownsObjects;

    /** Of the dict of a type that C sees: the type's. */
    public Handle namespaceOf;

    /** Of a type: whether C made it. */
    public boolean isMadeInC;

    /** Who has the address without a reference; null for nobody so far. */
    MemoryUsers users;

    /** Of an object whose memory has its type's address without a reference: the type's. */
    public MemoryUsers typeUsers;

    /** What a list's memory was filled from. */
    public Object[] exported;

    /** Of a list: the addresses that its memory had for items when Java last looked. */
    public long[] places;

    /**
     * Of a tuple's memory to which C has no reference: the items that it has references to. The
     * others are borrowed from Java's tuple. Null while it has references to all.
     */
    public long[] ownValues;

    /** Of a wrapper made while its object is being freed: the wrapper has no reference to it. */
    public boolean isDying;

    /** Which items of a list may be others than its memory has. */
    private int changedFrom = NOTHING;

    private int changedTo;

    /** The size of a list's memory as Java knows it: another is inlined code's doing. */
    public int shownSize;

    /** Whether a list's items are just being written to its memory. */
    public boolean isBeingFilled;

    /** Whether C has got a list since it was called. */
    public boolean isShown;

    /** How many items a list's memory has room for, at least. */
    public int room;

    /** What the memory of a list or tuple counts for among those that are kept. */
    public int weight;

    /** Of bytes: whether C may still fill the memory. */
    public boolean isUnfinished;

    /** Of bytes: whether Java met them before C had written anything. */
    public boolean isFilledLate;

    /** Of bytes: whether views that were made meanwhile show the memory itself. */
    public boolean isViewed;

    /** How many threads that are in C have borrowed the object: its memory stays. */
    public int borrows;

    /** The last of them. */
    public Object borrower;

    /** The index in the table. */
    int index;

    /** The object, while C holds references to it. */
    PyObject strong;

    final HandleTable table;

    private boolean bound = true;

    /**
     * Notices the end of an object whose memory is all that there is of it (an instance's wrapper,
     * an array), not before the finalizers that may still use it.
     */
    @SuppressWarnings("unused") // kept, so that it is noticed
    private final End end;

    /** The end of an object, finalizers included. */
    static final class End extends PhantomReference<PyObject> {
        final Handle handle;

        End(PyObject object, ReferenceQueue<PyObject> queue, Handle handle) {
            super(object, queue);
            this.handle = handle;
        }
    }

    Handle(
            HandleTable table,
            PyObject object,
            long address,
            Kind kind,
            ReferenceQueue<PyObject> queue) {
        this(
                table,
                object,
                address,
                kind,
                queue,
                kind == Kind.INSTANCE || object instanceof PyArray);
    }

    private Handle(
            HandleTable table,
            PyObject object,
            long address,
            Kind kind,
            ReferenceQueue<PyObject> queue,
            boolean afterFinalizers) {
        super(object, afterFinalizers ? null : queue);
        end = afterFinalizers ? new End(object, queue, this) : null;
        this.table = table;
        this.address = address;
        this.kind = kind;
    }

    /** The object, or null when it was collected. */
    public PyObject object() {
        PyObject kept = strong;
        return kept != null ? kept : get();
    }

    /** Whether the object stays alive although Java may have forgotten it. */
    public boolean isHeld() {
        return strong != null;
    }

    /** Whether the memory has our prefix, or is an extension's own. */
    public boolean isOurs() {
        return index != 0;
    }

    /** Who has the address without a reference. */
    public MemoryUsers users() {
        if (users == null) {
            users = new MemoryUsers();
        }
        return users;
    }

    /** Whether the memory must stay although the object has died. */
    public boolean isUsed() {
        return users != null && !users.isEmpty();
    }

    /** Whether the tie still holds. */
    public boolean isBound() {
        return bound;
    }

    void unbound() {
        bound = false;
        strong = null;
        exported = null;
        places = null;
        // Nobody waits for the object's end any more.
        clear();
    }

    /** A list has other items than its memory. */
    @Override
    public void changed(int from, int to) {
        if (changedFrom == NOTHING) {
            changedFrom = from;
            changedTo = to;
            table.listChanged(this);
        } else {
            changedFrom = Math.min(changedFrom, from);
            changedTo = Math.max(changedTo, to);
        }
    }

    /** A memoryview shows nothing any more. */
    @Override
    public void released() {
        table.viewReleased(this);
    }

    @Override
    public void attributeSet(PyType type, TruffleString name) {
        table.typeChanged(type, name);
    }

    @Override
    public MemorySegment unfinished() {
        if (!isUnfinished) {
            return null;
        }
        isViewed = true;
        return Memory.segment(
                address + ObjectLayout.BYTES_DATA, Memory.getLong(address + ObjectLayout.SIZE));
    }

    public boolean isChanged() {
        return changedFrom != NOTHING;
    }

    public int changedFrom() {
        return changedFrom;
    }

    public int changedTo() {
        return changedTo;
    }

    /** The list's memory has all its items. */
    public void unchanged() {
        changedFrom = NOTHING;
    }

    /** The list's memory has an item, of which the list itself told just now. */
    public void unchanged(int index) {
        if (changedFrom == index && changedTo == index + 1) {
            changedFrom = NOTHING;
        }
    }
}
