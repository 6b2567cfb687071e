package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import java.nio.charset.StandardCharsets;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/**
 * The slots ({@code __slots__}) of a class of Python's whose metaclass was made in C: that may look
 * for them behind the class ({@code PyHeapType_GET_MEMBERS}), so they are fields of the instances'
 * memory. Slots of other classes are Java's.
 */
final class SlotMembers {
    /** The size of a {@code PyMemberDef}. */
    private static final int SIZE = 40;

    private static final int T_OBJECT_EX = 16;

    private static final TruffleString[] NONE = {};

    private SlotMembers() {}

    /** The names of the slots that are in memory. */
    static TruffleString[] of(PyType type) {
        return type.slots.length > 0 && TypeMirrors.isNative(type) && isMadeByC(type)
                ? type.slots
                : NONE;
    }

    /** Whether C takes part in making the class. */
    static boolean isMadeByC(PyType type) {
        for (PyType t : type.type().mro()) {
            if (t.isHeapType() && TypeMirrors.isMadeInC(t)) {
                return true;
            }
        }
        return false;
    }

    /** The memory behind the class that they need. */
    static long tailSize(TruffleString[] names) {
        long size = 0;
        for (TruffleString name : names) {
            size += SIZE + utf8(name).length + 1;
        }
        return size;
    }

    private static byte[] utf8(TruffleString name) {
        return Str.java(name).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Describes the slots behind the class, and has its attributes be these.
     *
     * @param offset of the first in an instance
     */
    static void define(
            CapiContext context, PyType type, long p, TruffleString[] names, long offset) {
        long metatype = ObjectLayout.type(p);
        long members = p + Memory.getLong(metatype + TypeLayout.BASICSIZE);
        long text = members + (long) SIZE * names.length;
        for (int i = 0; i < names.length; i++) {
            long member = members + (long) SIZE * i;
            byte[] name = utf8(names[i]);
            Memory.putBytes(text, name, 0, name.length);
            Memory.putLong(member, text);
            Memory.putInt(member + 8, T_OBJECT_EX);
            Memory.putLong(member + 16, offset + 8L * i);
            text += name.length + 1;
            type.namespace().put(names[i], PyNativeMember.read(context, type, member));
        }
        Memory.putLong(p + ObjectLayout.SIZE, names.length);
        type.invalidate();
    }
}
