package org.jabiru.capi.types;

import org.jabiru.builtins.capsule.CapsuleType.Capsule;
import org.jabiru.builtins.object.FinalizedElsewhere;
import org.jabiru.builtins.object.InCMemory;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/**
 * An object that lives in native memory: an instance of a type made in C, or of a Python class
 * derived from one. Several wrappers may stand for the same address one after the other; the memory
 * is the object.
 */
public final class PyNativeObject extends PyObject
        implements FinalizedElsewhere, InCMemory, Capsule {
    /** Where a capsule's memory has the name. */
    private static final int CAPSULE_NAME = 24;

    public PyNativeObject(PyType type) {
        super(type);
    }

    @Override
    public long address() {
        var handle = HandleTable.of(this);
        return handle == null ? 0 : handle.address;
    }

    @Override
    public String shown() {
        long name = Memory.getLong(address() + CAPSULE_NAME);
        String text = name == 0 ? "NULL" : '"' + Memory.string(name) + '"';
        return text + " at 0x" + Long.toHexString(address());
    }

    @Override
    public boolean beginFinalizer() {
        var handle = HandleTable.of(this);
        if (handle == null || !handle.isOurs()) {
            return false;
        }
        int flags = ObjectLayout.flags(handle.address);
        ObjectLayout.setFlags(handle.address, flags | ObjectLayout.FLAG_FINALIZED);
        return (flags & ObjectLayout.FLAG_FINALIZED) == 0;
    }
}
