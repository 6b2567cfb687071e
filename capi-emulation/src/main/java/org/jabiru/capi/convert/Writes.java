package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.memory.Memory;

/** Changes that C made to Java's objects without asking ({@code struct write}). */
public final class Writes {
    private static final int SIZE_OF = 24;
    private static final int LOCK = -1;
    private static final int UNLOCK = -2;

    private final CapiContext context;
    private final ListMirrors lists;

    Writes(CapiContext context, ListMirrors lists) {
        this.context = context;
        this.lists = lists;
    }

    /** Has Java's objects be what C made of them. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void apply(long writes, int count) {
        // What is released in the end may write anew.
        long[] release = new long[count];
        int releases = 0;
        for (int i = 0; i < count; i++) {
            long at = writes + (long) SIZE_OF * i;
            Handle h = context.handles.at(Memory.getLong(at));
            int index = Math.toIntExact(Memory.getLong(at + 8));
            long item = Memory.getLong(at + 16);
            if (h.object() instanceof PyList list) {
                if (!h.isHeld()) {
                    context.boundary.holdUntilReturn(h, list);
                }
                if (item == 0) {
                    lists.written(h, list, index);
                } else if (!lists.append(h, list, item)) {
                    release[releases++] = item;
                }
            } else if (h.object() instanceof PyByteArray b) {
                if (index == LOCK) {
                    b.lock();
                } else if (index == UNLOCK) {
                    b.unlock();
                }
            }
        }
        for (int i = 0; i < releases; i++) {
            context.crossing.release(release[i]);
        }
    }
}
