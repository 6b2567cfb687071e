package org.jabiru.capi.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Struct Sequence Objects. */
public final class StructseqApi {
    /** What {@code PyStructSequence_UnnamedField} points to. */
    private static final String UNNAMED = "unnamed field";

    private StructseqApi() {}

    /** Reads a {@code PyStructSequence_Desc}: name, doc, fields, n_in_sequence. */
    public static Object PyStructSequence_NewType(CapiContext context, long desc) {
        return _PyStructSequence_NewType(context, desc, 0);
    }

    /**
     * The same with flags of the type, of which one counts: that it has no instances of Python's.
     */
    public static Object _PyStructSequence_NewType(CapiContext context, long desc, long flags) {
        List<String> fields = new ArrayList<>();
        long field = Memory.getLong(desc + 16);
        for (; Memory.getLong(field) != 0; field += 16) {
            String name = Memory.string(Memory.getLong(field));
            fields.add(name.equals(UNNAMED) ? null : name);
        }
        int visible = Memory.getInt(desc + 24);
        if (visible < 0 || visible > fields.size()) {
            throw Errors.systemError("n_in_sequence is %d of %d fields", visible, fields.size());
        }
        String called = Memory.string(Memory.getLong(desc));
        String[] names = fields.toArray(String[]::new);
        StructSequenceType made =
                (flags & TypeLayout.DISALLOW_INSTANTIATION) != 0
                        ? StructSequenceType.notInstantiable(called, visible, names)
                        : StructSequenceType.of(called, visible, names);
        String doc = Support.stringOrNull(Memory.getLong(desc + 8));
        if (doc != null) {
            made.type.setAttribute(Str.name("__doc__"), Str.of(doc));
        }
        context.structSequences.put(made.type, made);
        return made.type;
    }

    /** The memory of a type is that of the struct sequence that is described. */
    public static void jabiru_structseq_ready(CapiContext context, long type, long desc) {
        PyType made = (PyType) PyStructSequence_NewType(context, desc);
        context.types.bindStatic(made, type);
        context.types.showNamespace(made, HandleTable.of(made));
    }

    /** All fields are None until they are set. */
    public static Object PyStructSequence_New(CapiContext context, Object type) {
        StructSequenceType t = context.structSequences.get(type);
        if (t == null) {
            throw Errors.systemError("not a type made by PyStructSequence_NewType");
        }
        Object[] fields = new Object[t.fieldCount()];
        Arrays.fill(fields, Singleton.NONE);
        return t.make(fields);
    }

    public static void PyStructSequence_SetItem(
            CapiContext context, Object sequence, long index, Object value) {
        if (!(sequence instanceof PyStructSequence s)) {
            throw Errors.systemError("not a struct sequence");
        }
        if (index < 0 || index >= s.fieldCount()) {
            throw Errors.systemError("field %d of %d", index, s.fieldCount());
        }
        Object set = Support.orNone(value);
        s.setField((int) index, set);
        Handle h = HandleTable.of(s);
        if (h != null) {
            long place = h.address + ObjectLayout.TUPLE_ITEMS + 8 * index;
            long old = Memory.getLong(place);
            Memory.putLong(place, context.crossing.toNew(set));
            context.crossing.release(old);
        }
    }
}
