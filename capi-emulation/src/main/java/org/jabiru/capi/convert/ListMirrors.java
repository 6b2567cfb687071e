package org.jabiru.capi.convert;

import java.util.Arrays;
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

    ListMirrors(CapiContext context, Crossing crossing) {
        this.context = context;
        this.crossing = crossing;
        this.state = context.state;
    }

    /** Brings items and size up to date. */
    void refresh(Handle h, PyList list) {
        long p = h.address;
        Object[] now = list.backing();
        int size = list.size();
        Object[] before = h.exported == null ? NOTHING : h.exported;
        int oldSize = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        if (size > Memory.getLong(p + ObjectLayout.LIST_ALLOCATED)) {
            grow(p, size);
        }
        long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
        boolean changed = size != oldSize;
        int common = Math.min(size, oldSize);
        for (int i = 0; i < common; i++) {
            if (i >= before.length || now[i] != before[i]) {
                changed = true;
                long place = items + 8L * i;
                // C may have borrowed the old item in this very call.
                context.boundary.releaseLaterOrNull(Memory.getLong(place));
                Memory.putLong(place, crossing.toNewItem(now[i]));
            }
        }
        for (int i = size; i < oldSize; i++) {
            context.boundary.releaseLaterOrNull(Memory.getLong(items + 8L * i));
        }
        for (int i = oldSize; i < size; i++) {
            Memory.putLong(items + 8L * i, crossing.toNewItem(now[i]));
        }
        Memory.putLong(p + ObjectLayout.SIZE, size);
        if (changed) {
            filled(h, now, size);
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
                long place = Memory.getLong(p + ObjectLayout.LIST_ITEMS) + 8L * i;
                context.boundary.releaseLaterOrNull(Memory.getLong(place));
                Memory.putLong(place, crossing.toNewItem(now));
                h.exported[i] = now;
                h.ownsObjects |= now instanceof PyObject;
            }
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
        if (last >= Memory.getLong(p + ObjectLayout.LIST_ALLOCATED)) {
            grow(p, last + 1);
        }
        Object item = list.get(last);
        long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
        Memory.putLong(items + 8L * last, crossing.toNewItem(item));
        Memory.putLong(p + ObjectLayout.SIZE, last + 1);
        remember(h, last, item);
    }

    /** C put an item in the list's memory, perhaps behind the last. */
    void written(Handle h, PyList list, int index) {
        long items = Memory.getLong(h.address + ObjectLayout.LIST_ITEMS);
        long item = Memory.getLong(items + 8L * index);
        Object o = item == 0 ? NullItemType.Item.NULL : crossing.borrowed(item);
        if (index == list.size()) {
            list.append(o);
            remember(h, index, o);
        } else {
            list.set(index, o);
            h.exported[index] = o;
            h.ownsObjects |= o instanceof PyObject;
        }
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
        if (index >= Memory.getLong(p + ObjectLayout.LIST_ALLOCATED)) {
            grow(p, index + 1);
        }
        Memory.putLong(Memory.getLong(p + ObjectLayout.LIST_ITEMS) + 8L * index, item);
        Memory.putLong(p + ObjectLayout.SIZE, index + 1);
        remember(h, index, o);
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

    private void grow(long p, int size) {
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
        Memory.putLong(p + ObjectLayout.LIST_ALLOCATED, capacity);
    }

    /** A list's memory holds these items now. */
    void filled(Handle h, Object[] items, int size) {
        if (h.exported != null && h.exported.length >= size) {
            System.arraycopy(items, 0, h.exported, 0, size);
            Arrays.fill(h.exported, size, h.exported.length, null);
        } else {
            h.exported = Arrays.copyOf(items, size);
        }
        account(h, items, size);
    }

    /** Decides whether the memory may outlive C's references. */
    void account(Handle h, Object[] items, int size) {
        int weight = size + OVERHEAD;
        kept += weight - h.weight;
        h.weight = weight;
        h.ownsObjects = kept > MOST_KEPT || hasObjects(items, size);
    }

    private static boolean hasObjects(Object[] items, int size) {
        for (int i = 0; i < size; i++) {
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
