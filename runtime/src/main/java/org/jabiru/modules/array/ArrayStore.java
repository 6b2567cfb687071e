package org.jabiru.modules.array;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Where an array has its items, and what they are. */
public interface ArrayStore {
    /** The memory of no items: views have an address all the same. */
    MemorySegment NONE = Arena.global().allocate(8, 8);

    /** What the items are. */
    ItemKind kind();

    /** How many there are. */
    int size();

    /** The items, valid until the next change of size. */
    MemorySegment memory();

    /** Changes the size to another; new items are not defined. MemoryError when there is none. */
    void resize(int newSize);

    /** Says how many views of the items there may be. */
    void viewed(int views);

    /** For how many items there is to be room in an array that has grown to a size. */
    static int roomFor(int size) {
        int room = size + (size >> 4) + (size < 8 ? 3 : 7);
        return size == 0 || room < 0 ? size : room;
    }
}
