package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyObject;

/**
 * The memory of Java's lists: an array of references as of the last refresh. The handle remembers
 * the items it was filled from, so that a refresh touches only what changed.
 */
final class ListMirrors {
    /** The items of all mirrors that may stay while C has no reference to their list or tuple. */
    private static final int MOST_KEPT = 1 << 20;

    /** What a mirror costs besides its items, counted in items. */
    private static final int OVERHEAD = 16;

    private final CapiContext context;
    private final Crossing crossing;
    private final NativeState state;
    private int kept;

    private static final int MOST_SHOWN = 256;

    /** Lists of at most as many items are looked at whenever C calls. */
    private static final int SHORT = 1024;

    /** The lists that C got since it was called. */
    private final List<Handle> shown = new ArrayList<>();

    ListMirrors(CapiContext context, Crossing crossing) {
        this.context = context;
        this.crossing = crossing;
        this.state = context.state;
    }

    /** Brings items and size up to date. */
    void refresh(Handle h, PyList list) {
        if (crossing.readsListsDirectly()) {
            readChanges(h, list);
            shown(h);
        }
        if (h.exported == null || !list.isWatchedBy(h)) {
            refresh(h, list, 0, Integer.MAX_VALUE);
            if (crossing.readsListsDirectly()) {
                list.watch(h);
            }
        } else if (h.isChanged()) {
            refresh(h, list, h.changedFrom(), h.changedTo());
        }
        h.unchanged();
    }

    /** Java's list becomes what inlined code of C has made of its memory. */
    void readChanges(Handle h, PyList list) {
        if (h.exported == null || h.isBeingFilled) {
            return;
        }
        long p = h.address;
        int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        int allocated = Math.toIntExact(Memory.getLong(p + ObjectLayout.LIST_ALLOCATED));
        if (size < allocated || size != h.shownSize) {
            // Code of mypyc's gives the room back as well.
            h.room = Math.min(h.room, Math.max(size, allocated));
            readRemovals(h, list, size, Math.max(allocated, h.shownSize));
        } else if (size > 0) {
            readWrites(h, list, size);
        }
    }

    /**
     * Items that C has put in the place of others (PyList_SET_ITEM, Cython's {@code list[i] = x}).
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    private void readWrites(Handle h, PyList list, int size) {
        long items = Memory.getLong(h.address + ObjectLayout.LIST_ITEMS);
        long[] places = h.places;
        if (places == null || places.length < size) {
            seen(h, size);
            return;
        }
        for (int i = 0; i < size; i++) {
            if (Memory.getLong(items + 8L * i) != places[i] && i < list.size()) {
                written(h, list, i);
            }
        }
    }

    /** Whatever the memory has for items now, Java's list has. */
    private void seen(Handle h, int size) {
        if (!crossing.readsListsDirectly()) {
            return;
        }
        long items = Memory.getLong(h.address + ObjectLayout.LIST_ITEMS);
        long[] places = new long[size];
        for (int i = 0; i < size; i++) {
            places[i] = Memory.getLong(items + 8L * i);
        }
        h.places = places;
    }

    /** Java's list and its memory have an item. */
    private void seen(Handle h, int index, long item) {
        if (!crossing.readsListsDirectly()) {
            return;
        }
        long[] places = h.places == null ? NO_PLACES : h.places;
        if (index >= places.length) {
            places = Arrays.copyOf(places, index + (index >> 1) + 4);
            h.places = places;
        }
        places[index] = item;
    }

    /** Writes an item of Java's list into its memory. */
    private void put(Handle h, long items, int index, long item) {
        Memory.putLong(items + 8L * index, item);
        seen(h, index, item);
    }

    /**
     * Java's list gives up what inlined code of C took out (Cython's {@code list.pop}), which
     * shortens the list in its memory, and takes the items' references over.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    private void readRemovals(Handle h, PyList list, int size, int before) {
        long items = Memory.getLong(h.address + ObjectLayout.LIST_ITEMS);
        Object[] left = new Object[size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            long item = Memory.getLong(items + 8L * i);
            left[i] = item == 0 ? NullItemType.Item.NULL : crossing.borrowed(item);
            for (int old = next; old < Math.min(before, h.exported.length); old++) {
                if (isSame(h.exported[old], left[i])) {
                    // Of a value C has a copy.
                    left[i] = h.exported[old];
                    next = old + 1;
                    break;
                }
            }
        }
        list.replace(0, list.size(), left, size);
        setSize(h, size);
        filled(h, left, 0, size);
        seen(h, size);
        h.unchanged();
    }

    private static boolean isSame(Object a, Object b) {
        return a == b || !(a instanceof PyObject) && b.equals(a);
    }

    /** A list that C may change before it returns. */
    private void shown(Handle h) {
        if (h.isShown || !crossing.readsListsDirectly()) {
            return;
        }
        if (shown.size() == MOST_SHOWN) {
            readChanges();
        }
        h.isShown = true;
        shown.add(h);
    }

    boolean hasShown() {
        return !shown.isEmpty();
    }

    /** C has returned: what it made of the lists that it got meanwhile. */
    void readChanges() {
        for (Handle h : shown) {
            h.isShown = false;
            if (h.isBound() && h.object() instanceof PyList list) {
                readChanges(h, list);
            }
        }
        shown.clear();
    }

    /**
     * C calls Python code, which may look at lists that C has changed. At the long ones Java looks
     * when C has returned: such a call must not take the time of a walk through them.
     */
    void readChangesOfShort() {
        for (Handle h : shown) {
            if (h.isBound()
                    && Memory.getLong(h.address + ObjectLayout.SIZE) <= SHORT
                    && h.object() instanceof PyList list) {
                readChanges(h, list);
            }
        }
    }

    /** Those that changed while C had the list, for inlined code that reads its memory. */
    void refreshChanged() {
        for (Handle h : context.handles.takeChangedLists()) {
            boolean known = h.isBound() && (h.isHeld() || ObjectLayout.refcount(h.address) > 0);
            if (known && h.exported != null && h.object() instanceof PyList list) {
                refresh(h, list);
            }
            // Another crosses anew before C reads it; until then it is not asked for again.
        }
    }

    private void refresh(Handle h, PyList list, int from, int to) {
        if (h.isBeingFilled) {
            return; // the list is, directly or not, an item of itself
        }
        h.isBeingFilled = true;
        try {
            fill(h, list, from, to);
        } finally {
            h.isBeingFilled = false;
        }
    }

    private void fill(Handle h, PyList list, int from, int to) {
        long p = h.address;
        Object[] now = list.backing();
        int size = list.size();
        Object[] before = h.exported == null ? NOTHING : h.exported;
        int oldSize = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        if (size > h.room) {
            grow(h, size);
        }
        long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
        boolean changed = size != oldSize;
        int common = Math.min(size, oldSize);
        for (int i = from; i < Math.min(common, to); i++) {
            if (i >= before.length || now[i] != before[i]) {
                changed = true;
                long place = items + 8L * i;
                // C may have borrowed the old item in this very call.
                context.boundary.releaseLaterOrNull(Memory.getLong(place));
                put(h, items, i, crossing.toNewItem(now[i]));
            }
        }
        for (int i = size; i < oldSize; i++) {
            context.boundary.releaseLaterOrNull(Memory.getLong(items + 8L * i));
        }
        for (int i = oldSize; i < size; i++) {
            put(h, items, i, crossing.toNewItem(now[i]));
        }
        setSize(h, size);
        if (changed) {
            filled(h, now, from, size);
        } else if (h.exported == null) {
            h.exported = NOTHING;
        }
    }

    /** Brings the size and one item up to date; no item where the index is out of range. */
    void refreshItem(Handle h, PyList list, long index) {
        long p = h.address;
        int size = list.size();
        if (h.exported == null || size != Memory.getLong(p + ObjectLayout.SIZE)) {
            refresh(h, list);
        } else if (index >= 0 && index < size) {
            int i = (int) index;
            Object now = list.get(i);
            if (now != h.exported[i]) {
                long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
                context.boundary.releaseLaterOrNull(Memory.getLong(items + 8L * i));
                put(h, items, i, crossing.toNewItem(now));
                h.exported[i] = now;
                h.ownsObjects |= now instanceof PyObject;
            }
            h.unchanged(i);
        }
    }

    /** The last item is new: brings up to date what was so before, without a look at the rest. */
    void appended(Handle h, PyList list) {
        long p = h.address;
        int last = list.size() - 1;
        if (h.exported == null || Memory.getLong(p + ObjectLayout.SIZE) != last) {
            refresh(h, list);
            return;
        }
        if (last >= h.room) {
            grow(h, last + 1);
        }
        Object item = list.get(last);
        long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
        put(h, items, last, crossing.toNewItem(item));
        setSize(h, last + 1);
        remember(h, last, item);
        h.unchanged(last);
    }

    /** C put an item in the list's memory, perhaps behind the last. */
    void written(Handle h, PyList list, int index) {
        if (index >= Memory.getLong(h.address + ObjectLayout.SIZE)) {
            return; // inlined code has taken it out again
        }
        long items = Memory.getLong(h.address + ObjectLayout.LIST_ITEMS);
        long item = Memory.getLong(items + 8L * index);
        Object o = item == 0 ? NullItemType.Item.NULL : crossing.borrowed(item);
        seen(h, index, item);
        if (index == list.size()) {
            list.append(o);
            h.shownSize = index + 1;
            remember(h, index, o);
        } else {
            list.set(index, o);
            h.exported[index] = o;
            h.ownsObjects |= o instanceof PyObject;
        }
        h.unchanged(index);
    }

    /**
     * C appended an item, whose reference it left to Java.
     *
     * @return whether the list's memory has the reference now
     */
    boolean append(Handle h, PyList list, long item) {
        int index = list.size();
        Object o = crossing.borrowed(item);
        list.append(o);
        long p = h.address;
        if (h.exported == null || Memory.getLong(p + ObjectLayout.SIZE) != index) {
            return false;
        }
        if (index >= h.room) {
            grow(h, index + 1);
        }
        put(h, Memory.getLong(p + ObjectLayout.LIST_ITEMS), index, item);
        setSize(h, index + 1);
        remember(h, index, o);
        h.unchanged(index);
        return true;
    }

    private void remember(Handle h, int index, Object item) {
        if (h.exported == null) {
            h.exported = new Object[4];
        }
        if (index >= h.exported.length) {
            h.exported = Arrays.copyOf(h.exported, index + (index >> 1) + 4);
        }
        h.exported[index] = item;
        h.ownsObjects |= item instanceof PyObject;
        kept++;
        h.weight++;
    }

    private static final Object[] NOTHING = {};
    private static final long[] NO_PLACES = {};

    /**
     * No room is shown: inlined code that saw some would append without Java's knowing, and
     * Cython's for comprehensions even beyond what there is. What it takes out shows in the
     * difference.
     */
    private static void setSize(Handle h, int size) {
        Memory.putLong(h.address + ObjectLayout.SIZE, size);
        Memory.putLong(h.address + ObjectLayout.LIST_ALLOCATED, size);
        h.shownSize = size;
    }

    private void grow(Handle h, int size) {
        long p = h.address;
        long old = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
        int capacity = size + (size >> 3) + 4;
        long items =
                old == 0
                        ? state.functions.PyMem_Malloc(8L * capacity)
                        : state.functions.PyMem_Realloc(old, 8L * capacity);
        if (items == 0) {
            throw new OutOfMemoryError();
        }
        Memory.putLong(p + ObjectLayout.LIST_ITEMS, items);
        h.room = capacity;
    }

    /** The memory of a list that C made is its mirror from now on. */
    void adopted(Handle h, PyList list) {
        h.room = Math.toIntExact(Memory.getLong(h.address + ObjectLayout.LIST_ALLOCATED));
        setSize(h, list.size());
        filled(h, list.backing(), 0, list.size());
        seen(h, list.size());
        h.unchanged();
        if (crossing.readsListsDirectly()) {
            list.watch(h);
        }
    }

    /** A list's memory holds these items now; up to an index they are what they were. */
    private void filled(Handle h, Object[] items, int from, int size) {
        boolean objects = hasObjects(items, from, size);
        if (h.exported != null && h.exported.length >= size) {
            System.arraycopy(items, from, h.exported, from, size - from);
            Arrays.fill(h.exported, size, h.exported.length, null);
        } else {
            int room = from == 0 ? size : size + (size >> 1) + 4;
            h.exported = Arrays.copyOf(h.exported == null ? NOTHING : h.exported, room);
            System.arraycopy(items, from, h.exported, from, size - from);
        }
        account(h, size, objects || from > 0 && h.ownsObjects);
    }

    /** Decides whether the memory may outlive C's references. */
    void account(Handle h, Object[] items, int size) {
        account(h, size, hasObjects(items, 0, size));
    }

    private void account(Handle h, int size, boolean objects) {
        int weight = size + OVERHEAD;
        kept += weight - h.weight;
        h.weight = weight;
        h.ownsObjects = kept > MOST_KEPT || objects;
    }

    private static boolean hasObjects(Object[] items, int from, int size) {
        for (int i = from; i < size; i++) {
            if (items[i] instanceof PyObject) {
                return true;
            }
        }
        return false;
    }

    /** The memory of any proxy goes. */
    void freed(Handle h) {
        kept -= h.weight;
        h.weight = 0;
    }
}
