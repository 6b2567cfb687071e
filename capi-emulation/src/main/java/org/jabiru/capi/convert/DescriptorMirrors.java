package org.jabiru.capi.convert;

import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.types.NativeAttribute;
import org.jabiru.capi.types.NativeAttributeType;
import org.jabiru.object.PyObject;

/** What inlined code of C reads of functions and descriptors: {@code PyDescrObject}'s fields. */
final class DescriptorMirrors {
    private static final int FUNCTION_METHOD = 16;
    private static final int DESCRIPTOR_TYPE = 16;
    private static final int DESCRIPTOR_NAME = 24;
    private static final int DESCRIPTOR_METHOD = 40;
    private static final int SIZE = 48;

    private DescriptorMirrors() {}

    /** How many bytes an object needs at least. */
    static int size(PyObject o) {
        return o instanceof NativeAttribute ? SIZE : 0;
    }

    static void write(CapiContext context, PyObject o, long type, long p) {
        NativeState state = context.state;
        if (o instanceof NativeAttribute attribute) {
            Memory.putLong(p + DESCRIPTOR_TYPE, context.types.addressOf(attribute.owner()));
            Memory.putLong(p + DESCRIPTOR_NAME, context.crossing.toNew(attribute.name()));
        } else if (type == context.staticTypes.functionType) {
            Memory.putLong(p + FUNCTION_METHOD, state.functions.jabiru_shown_method());
        } else if (type == context.staticTypes.methodDescriptorType) {
            Memory.putLong(p + DESCRIPTOR_METHOD, state.functions.jabiru_shown_method());
        } else if (type == context.staticTypes.wrapperDescriptorType) {
            Memory.putLong(p + DESCRIPTOR_METHOD, state.functions.jabiru_shown_wrapper());
        }
    }

    /** Gives back what {@link #write} took, before the memory is freed. */
    static void free(CapiContext context, long type, long p) {
        if (type == context.types.addressOf(NativeAttributeType.GETSET)) {
            context.boundary.releaseLaterOrNull(Memory.getLong(p + DESCRIPTOR_NAME));
        }
    }
}
