package org.jabiru.capi.convert;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;

/**
 * Lists that C handed out before all their items were set: inlined code (PyList_SET_ITEM) writes
 * the rest into the memory, and Java takes it over when C returns.
 */
public final class UnfinishedLists {
    private final Crossing crossing;
    private final Mirrors mirrors;
    private final List<Handle> lists = new ArrayList<>();

    UnfinishedLists(Crossing crossing, Mirrors mirrors) {
        this.crossing = crossing;
        this.mirrors = mirrors;
    }

    /** Whether there are none, as nearly always. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** A list has crossed for the first time. */
    void adopted(Handle h, PyList list) {
        if (hasGap(list)) {
            lists.add(h);
        }
    }

    private static boolean hasGap(PyList list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == NullItemType.Item.NULL) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes over what C has set since.
     *
     * @param last whether no C code is left that could set more
     */
    public void complete(boolean last) {
        List<Handle> now = List.copyOf(lists);
        lists.clear();
        for (Handle h : now) {
            if (h.isBound() && h.object() instanceof PyList list) {
                complete(h, list);
                if (!last && hasGap(list)) {
                    lists.add(h);
                }
            }
        }
    }

    private void complete(Handle h, PyList list) {
        long items = Memory.getLong(h.address + ObjectLayout.LIST_ITEMS);
        long size = Math.min(list.size(), Memory.getLong(h.address + ObjectLayout.SIZE));
        for (int i = 0; i < size; i++) {
            long item = Memory.getLong(items + 8L * i);
            if (item != 0 && list.get(i) == NullItemType.Item.NULL) {
                list.set(i, crossing.borrowed(item));
            }
        }
        mirrors.adopted(h, list);
    }
}
