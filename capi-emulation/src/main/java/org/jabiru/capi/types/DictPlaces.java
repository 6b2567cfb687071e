package org.jabiru.capi.types;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.LateDict;

/**
 * Fields for dicts that Java keeps, of instances of Python classes over types made in C. {@code
 * _PyObject_GetDictPtr} gives C the address of one; C may put a dict there or take it away until it
 * returns, and Java reads the field as long. Afterwards the dict is Java's alone again: a reference
 * in native memory for good would keep cycles alive.
 */
public final class DictPlaces {
    private final class Place implements LateDict {
        final PyObject object;
        final long field;

        Place(PyObject object) {
            this.object = object;
            this.field = context.state.calloc(Long.BYTES);
        }

        @Override
        public boolean exists() {
            return Memory.getLong(field) != 0;
        }

        @Override
        public PyDict dict() {
            if (shown() instanceof PyDict d) {
                return d;
            }
            PyDict made = new PyDict();
            if (!exists()) {
                Memory.putLong(field, context.crossing.toNew(made));
            }
            return made;
        }

        @Override
        public boolean stays() {
            return false;
        }

        private Object shown() {
            long dict = Memory.getLong(field);
            return dict == 0 ? null : context.crossing.borrowed(dict);
        }

        private boolean isCurrent() {
            return Attributes.isInstanceDict(object, this);
        }

        private void end() {
            if (isCurrent()) {
                PyDict dict = shown() instanceof PyDict d ? d : new PyDict();
                Attributes.setInstanceDict(object, dict);
            }
            context.boundary.releaseLaterOrNull(Memory.getLong(field));
            context.state.functions.PyMem_Free(field);
        }
    }

    private final CapiContext context;
    private final List<Place> places = new ArrayList<>();

    public DictPlaces(CapiContext context) {
        this.context = context;
    }

    /** Whether there are none, as nearly always. */
    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The address of an object's field, which stays until C has returned. */
    public long of(PyObject o) {
        for (Place p : places) {
            if (p.object == o && p.isCurrent()) {
                return p.field;
            }
        }
        // Where the attributes may lie in the object itself, CPython makes a dict when asked.
        PyDict dict =
                TypeLayout.hasInlineValues(o.type())
                        ? Attributes.instanceDict(o)
                        : Attributes.instanceDictOrNull(o);
        Place made = new Place(o);
        if (dict != null) {
            Memory.putLong(made.field, context.crossing.toNew(dict));
        }
        Attributes.setInstanceDict(o, made);
        places.add(made);
        return made.field;
    }

    /** No C code is left that could know the fields. */
    public void end() {
        List<Place> ended = List.copyOf(places);
        places.clear();
        ended.forEach(Place::end);
    }
}
