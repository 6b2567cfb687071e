package org.jabiru.modules.array;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The items of an array that only Java knows: outside the heap, for the views of C code. */
final class OwnStore implements ArrayStore {
    private final ItemKind kind;
    private MemorySegment memory = NONE;
    private int size;

    OwnStore(ItemKind kind) {
        this.kind = kind;
    }

    @Override
    public ItemKind kind() {
        return kind;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public MemorySegment memory() {
        return memory;
    }

    @Override
    public void resize(int newSize) {
        long wanted = (long) newSize * kind.size;
        long room = memory.equals(NONE) ? 0 : memory.byteSize();
        if (wanted > room || wanted < room / 2) {
            MemorySegment old = memory;
            long kept = Math.min((long) size * kind.size, wanted);
            long bytes = (long) ArrayStore.roomFor(newSize) * kind.size;
            memory = wanted == 0 ? NONE : Arena.ofAuto().allocate(bytes, 16);
            MemorySegment.copy(old, 0, memory, 0, kept);
        }
        size = newSize;
    }

    @Override
    public void viewed(int views) {}
}
