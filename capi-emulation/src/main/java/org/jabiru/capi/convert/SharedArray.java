package org.jabiru.capi.convert;

import java.lang.foreign.MemorySegment;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.modules.array.ArrayStore;
import org.jabiru.modules.array.ItemKind;
import org.jabiru.modules.array.PyArray;
import org.jabiru.object.Errors;

/**
 * The items of an {@code array.array} that C knows. Inlined code (Cython's {@code cpython.array})
 * reads and writes all fields of the object, the number and the kind of the items too, so these
 * fields are what Java reads as well: there is nothing to compare.
 */
final class SharedArray implements ArrayStore {
    // Fields of arrayobject.
    private static final int ITEMS = 24;
    private static final int ALLOCATED = 32;
    private static final int DESCRIPTION = 40;
    private static final int EXPORTS = 56;

    /** The size of an arrayobject. */
    static final int SIZE = 64;

    private final CapiContext context;
    private final long address;
    private ItemKind kind;
    private long description;
    private MemorySegment items;

    /** Java's memory for the items, which views have shown since before C knew the array. */
    private MemorySegment viewed;

    private SharedArray(CapiContext context, long address) {
        this.context = context;
        this.address = address;
    }

    /** Fills in the fields for C, which owns the items together with Java from now on. */
    static void share(CapiContext context, PyArray array, long p) {
        var shared = new SharedArray(context, p);
        ItemKind kind = array.store().kind();
        if (Memory.getLong(p + DESCRIPTION) == 0) {
            long description = context.state.functions.jabiru_array_kind(kind.typeCode);
            Memory.putLong(p + DESCRIPTION, description);
        }
        int views = array.views();
        Memory.putLong(p + EXPORTS, views);
        if (array.size() > 0) {
            if (views > 0) {
                shared.showOwn(array);
            } else {
                shared.take(array.store().memory(), array.size());
            }
        }
        if (shared.viewed == null) {
            shared.ownItems();
        }
        array.moveTo(shared);
    }

    private void showOwn(PyArray array) {
        viewed = array.store().memory();
        Memory.putLong(address + ITEMS, viewed.address());
        Memory.putLong(address + ALLOCATED, array.size());
        Memory.putLong(address + ObjectLayout.SIZE, array.size());
    }

    private void take(MemorySegment from, int size) {
        long bytes = (long) size * kind().size;
        long made = context.state.malloc(bytes);
        MemorySegment.copy(from, 0, Memory.segment(made, bytes), 0, bytes);
        Memory.putLong(address + ITEMS, made);
        Memory.putLong(address + ALLOCATED, size);
        Memory.putLong(address + ObjectLayout.SIZE, size);
    }

    private void ownItems() {
        int flags = ObjectLayout.flags(address);
        ObjectLayout.setFlags(address, flags | ObjectLayout.FLAG_OWNS_ITEMS);
    }

    /** Frees the items with the memory of an array. */
    static void free(CapiContext context, long p) {
        context.state.functions.PyMem_Free(Memory.getLong(p + ITEMS));
        Memory.putLong(p + ITEMS, 0);
    }

    @Override
    public ItemKind kind() {
        long now = Memory.getLong(address + DESCRIPTION);
        if (now != description) {
            kind = ItemKind.of(Memory.getByte(now));
            description = now;
        }
        return kind;
    }

    @Override
    public int size() {
        return Math.toIntExact(Memory.getLong(address + ObjectLayout.SIZE));
    }

    @Override
    public MemorySegment memory() {
        long at = Memory.getLong(address + ITEMS);
        if (at == 0) {
            return NONE;
        }
        long bytes = (long) size() * kind().size;
        if (items == null || items.address() != at || items.byteSize() != bytes) {
            items = Memory.segment(at, bytes);
        }
        return items;
    }

    @Override
    public void resize(int newSize) {
        leaveOwn();
        long width = kind().size;
        long room = Memory.getLong(address + ALLOCATED);
        if (newSize > room || newSize < room / 2) {
            long at = Memory.getLong(address + ITEMS);
            long wanted = ArrayStore.roomFor(newSize);
            long made = 0;
            if (wanted == 0) {
                context.state.functions.PyMem_Free(at);
            } else {
                made = context.state.functions.PyMem_Realloc(at, wanted * width);
                if (made == 0) {
                    throw Errors.memoryError();
                }
            }
            Memory.putLong(address + ITEMS, made);
            Memory.putLong(address + ALLOCATED, wanted);
        }
        Memory.putLong(address + ObjectLayout.SIZE, newSize);
    }

    @Override
    public void viewed(int views) {
        Memory.putLong(address + EXPORTS, views);
        if (views == 0) {
            leaveOwn();
        }
    }

    /** Has the items in memory that C may resize: no view shows Java's own any more. */
    private void leaveOwn() {
        if (viewed != null) {
            MemorySegment from = viewed;
            viewed = null;
            if (Memory.getLong(address + ITEMS) == from.address()) {
                take(from, size());
            }
            ownItems();
        }
    }
}
