package org.jabiru.capi.api;

import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.HiddenKey;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.complex.ComplexType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.Subinterpreters;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.types.PyNativeObject;
import org.jabiru.modules.builtins.Evaluation;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** What only our own C code asks for. */
public final class InternalApi {
    private static final HiddenKey CODE_EXTRAS = new HiddenKey("co_extra");

    private InternalApi() {}

    public static void jabiru_forget(CapiContext context, long instance) {
        Handle h = context.handles.at(instance);
        if (h != null) {
            context.handles.unbind(h);
        }
    }

    /** There are many objects with tp_traverse. */
    public static void jabiru_gc_due(CapiContext context) {
        context.cycles.request();
    }

    /** The objects that {@code gc.get_objects} knows. */
    public static Object jabiru_gc_objects(CapiContext context) {
        return PyTuple.of(((PyList) Support.function("gc", "get_objects")).toArray());
    }

    /** The capsule that a code object keeps for C, or null; sets it when one is given. */
    public static Object jabiru_code_extras(CapiContext context, Object code, Object capsule) {
        DynamicObjectLibrary store = DynamicObjectLibrary.getUncached();
        if (capsule != null) {
            store.put((PyObject) code, CODE_EXTRAS, capsule);
        }
        return store.getOrDefault((PyObject) code, CODE_EXTRAS, null);
    }

    /** Where C finds the dict of an instance whose dict Java keeps; 0 where it must not look. */
    public static long jabiru_dict_place(CapiContext context, Object object) {
        return object instanceof PyNativeObject o && o.type().hasInstanceDict
                ? context.dictPlaces.of(o)
                : 0;
    }

    public static int jabiru_gil_acquire(CapiContext context) {
        return context.acquireGil();
    }

    /** The complex number that an object is or turns into. */
    public static Object jabiru_as_complex(CapiContext context, Object object) {
        return ComplexType.valueOf(object);
    }

    public static void jabiru_gil_release(CapiContext context) {
        context.releaseGil();
    }

    public static long jabiru_interpreter_new(CapiContext context) {
        return Subinterpreters.create();
    }

    public static long jabiru_interpreter_id(CapiContext context) {
        return Subinterpreters.current();
    }

    public static void jabiru_interpreter_enter(CapiContext context, long id) {
        context.subinterpreters.enter(id);
    }

    public static boolean jabiru_interpreter_end(CapiContext context, long id) {
        return context.subinterpreters.end(id);
    }

    public static void jabiru_watch(CapiContext context, Object object, int id, int on) {
        context.watchers.watch(object, id, on != 0);
    }

    public static void jabiru_watch_all(CapiContext context, int on) {
        context.watchers.watchAll(on != 0);
    }

    public static void jabiru_written(CapiContext context, long writes, long count) {
        context.crossing.mirrors().writes.apply(writes, (int) count);
    }

    public static void jabiru_refresh(CapiContext context, long container) {
        context.crossing.mirrors().refresh(container);
    }

    public static void jabiru_unraisable(CapiContext context, Object message) {
        ExceptionsApi.formatUnraisable(context, message);
    }

    /**
     * The next entries of a dict: for each the position behind it, key and value (borrowed).
     *
     * @return how many
     */
    public static long jabiru_dict_entries(
            CapiContext context, long dict, long position, long out, long most) {
        if (!(context.object(dict) instanceof PyDict d)) {
            return 0;
        }
        int at = (int) position - 1;
        for (int i = 0; i < most; i++) {
            at = d.next(at);
            if (at < 0) {
                return i;
            }
            long entry = out + 24L * i;
            Memory.putLong(entry, at + 1L);
            Memory.putLong(entry + 8, context.toBorrowed(d.keyAt(at)));
            Memory.putLong(entry + 16, context.toBorrowed(d.valueAt(at)));
        }
        return most;
    }

    public static void jabiru_refresh_item(CapiContext context, long list, long index) {
        context.crossing.mirrors().refreshItem(list, index);
    }

    public static void jabiru_type_created(
            CapiContext context, long type, Object module, Object bases, long spec) {
        context.specTypes.create(type, module, bases, spec != 0);
    }

    public static Object jabiru_allocate_java(CapiContext context, Object type) {
        PyType t = (PyType) type;
        return context.types.makeForC(t);
    }

    public static long jabiru_slot_call(CapiContext context, long a, long b, long c, int number) {
        return context.slotFunctions.call(a, b, c, number);
    }

    public static long jabiru_type_slot(CapiContext context, Object type, int table, int field) {
        return context.slotFunctions.find((PyType) type, table == 0 ? -1 : table, field);
    }

    /** Any thread, with the GIL or without. */
    public static void jabiru_pending_calls(CapiContext context) {
        context.requestPendingCalls();
    }

    /** A code object that describes a function of C; see cython.c for the fields. */
    public static Object jabiru_code_new(CapiContext context, Object fields) {
        return CodeApi.describing(((PyTuple) fields).items);
    }

    /** The future statements that are in force where Python called C. */
    public static int jabiru_compiler_flags(CapiContext context) {
        return Evaluation.inheritedFlags();
    }

    /** The trace function that was just set is told of all frames. */
    public static void jabiru_trace_all_frames(CapiContext context) {
        PythonContext.get().threadState().tracesAllFrames = true;
    }

    /** Whether the thread reports events to its trace and profile function; returns the former. */
    public static int jabiru_hold_tracing(CapiContext context, int held) {
        ThreadState thread = PythonContext.get().threadState();
        boolean before = thread.inTrace;
        thread.inTrace = held != 0;
        return before ? 1 : 0;
    }
}
