package org.jabiru.capi.handles;

import java.util.function.Consumer;

/**
 * How many places in native memory have an object's address without a reference. They do not keep
 * the object alive, but its memory: Java's collector tells of the dead in any order.
 */
public final class MemoryUsers {
    private int count;
    private Handle waiting;
    private Consumer<Handle> end;

    /** One place more. */
    public MemoryUsers use() {
        count++;
        return this;
    }

    /** One place less; the memory of an object that has died meanwhile ends with the last one. */
    public void release() {
        if (--count == 0 && waiting != null) {
            Handle h = waiting;
            waiting = null;
            if (h.isBound() && h.object() == null) {
                end.accept(h);
            }
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Puts the end of the memory off until nobody uses it. */
    public void endLater(Handle h, Consumer<Handle> end) {
        this.waiting = h;
        this.end = end;
    }
}
