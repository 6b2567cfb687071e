package org.jabiru.capi.types;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.PyType;

/**
 * Classes that a metaclass made in C is just making with {@code type.__new__}: before it returns it
 * may write functions into their memory ({@code tp_vectorcall}, {@code tp_setattro}), and Python
 * must call these.
 */
public final class NewClasses {
    /**
     * One of them.
     *
     * @param depth how deep in calls into C it was made
     * @param slots what its slots were then
     */
    private record New(PyType type, Thread thread, int depth, long[] slots) {}

    private final CapiContext context;
    private final List<New> classes = new ArrayList<>();

    public NewClasses(CapiContext context) {
        this.context = context;
    }

    /** Whether there are none, as nearly always. */
    public boolean isEmpty() {
        return classes.isEmpty();
    }

    /** The class has memory, which is filled. */
    void made(PyType type, long p) {
        int depth = context.boundary.depth();
        if (depth > 0) {
            classes.add(new New(type, Thread.currentThread(), depth, slots(p)));
        }
    }

    private static long[] slots(long p) {
        long[] out = new long[SlotGroup.all().size()];
        int i = 0;
        for (SlotGroup g : SlotGroup.all()) {
            long place = g.placeIn(p);
            out[i++] = place == 0 ? 0 : Memory.getLong(place);
        }
        return out;
    }

    /** A call into C of that depth has returned. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void returned(int depth) {
        for (New made : List.copyOf(classes)) {
            if (made.thread() == Thread.currentThread() && depth <= made.depth()) {
                classes.remove(made);
                Handle h = HandleTable.of(made.type());
                if (h != null) {
                    read(made, h.address);
                }
            }
        }
    }

    private void read(New made, long p) {
        PyType type = made.type();
        long vectorcall = Memory.getLong(p + TypeLayout.VECTORCALL);
        if (vectorcall != 0) {
            type.vectorcall = context.calls.vectorcall(vectorcall, type);
        }
        long[] now = slots(p);
        int i = 0;
        for (SlotGroup g : SlotGroup.all()) {
            // What Python's attributes made of a slot meanwhile is no function of C's.
            if (now[i] != made.slots()[i]
                    && now[i] != 0
                    && g != SlotGroup.NEW
                    && !context.slotFunctions.isOurs(now[i])) {
                // CPython: the slot alone; here: the method, too, as Python code asks for that.
                for (Slot s : g.slots()) {
                    type.namespace().put(s.method(), new PyNativeSlot(context, s, now[i], type));
                }
                type.invalidate();
            }
            i++;
        }
    }
}
