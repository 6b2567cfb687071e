package org.jabiru.capi.types;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.protocol.LateDict;

/**
 * The dict in the field of an object of C's ({@code tp_dictoffset}; below 0 it counts from the
 * end): C's and {@code __dict__} are one.
 */
record SharedDict(CapiContext context, PyNativeObject object, long type, long offset)
        implements LateDict {

    @Override
    public boolean exists() {
        long p = object.address();
        return p != 0 && Memory.getLong(place(p)) != 0;
    }

    @Override
    public PyDict dict() {
        long p = object.address();
        if (p == 0) {
            return new PyDict();
        }
        long place = place(p);
        long dict = Memory.getLong(place);
        if (dict != 0 && context.crossing.borrowed(dict) instanceof PyDict d) {
            return d;
        }
        PyDict made = new PyDict();
        if (dict == 0) {
            Memory.putLong(place, context.crossing.toNew(made));
        }
        return made;
    }

    private long place(long p) {
        if (offset > 0) {
            return p + offset;
        }
        long size = Memory.getLong(type + TypeLayout.BASICSIZE);
        long itemSize = Memory.getLong(type + TypeLayout.ITEMSIZE);
        if (itemSize != 0) {
            size += itemSize * Math.abs(Memory.getLong(p + ObjectLayout.SIZE));
        }
        return p + (size + 7 & ~7) + offset;
    }
}
