package org.jabiru.capi.convert;

import org.jabiru.builtins.function.FunctionOrMethod;
import org.jabiru.builtins.function.Member;
import org.jabiru.builtins.function.MethodType;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.function.TypeMember;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.DefinedInC;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.types.InstanceMethodType;
import org.jabiru.capi.types.PyInstanceMethod;
import org.jabiru.object.PyObject;

/** What inlined code of C reads of functions and descriptors. */
final class DescriptorMirrors {
    /** {@code PyMethodObject.im_func}, {@code PyInstanceMethodObject.func}. */
    private static final int METHOD_FUNCTION = 16;

    /** {@code PyMethodObject.im_self}. */
    private static final int METHOD_SELF = 24;

    /** {@code PyCFunctionObject.m_ml}. */
    private static final int FUNCTION_METHOD = 16;

    /** {@code PyCFunctionObject.m_self}. */
    private static final int FUNCTION_SELF = 24;

    /** {@code PyCFunctionObject.m_module}. */
    private static final int FUNCTION_MODULE = 32;

    /** {@code PyDescrObject.d_type}. */
    private static final int DESCRIPTOR_TYPE = 16;

    /** {@code PyDescrObject.d_name}. */
    private static final int DESCRIPTOR_NAME = 24;

    /** {@code PyMethodDescrObject.d_method}, {@code PyWrapperDescrObject.d_base}. */
    private static final int DESCRIPTOR_METHOD = 40;

    private DescriptorMirrors() {}

    static void write(CapiContext context, PyObject o, long type, long p) {
        if (o instanceof TypeMember member) {
            Memory.putLong(p + DESCRIPTOR_TYPE, context.types.addressOf(member.owner()));
            Memory.putLong(p + DESCRIPTOR_NAME, context.crossing.toNew(member.name()));
        }
        if (o instanceof FunctionOrMethod f && type == context.staticTypes.functionType) {
            writeFunction(context, f, p);
        } else if (o instanceof DefinedInC d) {
            Memory.putLong(p + DESCRIPTOR_METHOD, d.definitionAddress());
        } else if (type == context.staticTypes.methodDescriptorType) {
            Memory.putLong(p + DESCRIPTOR_METHOD, shownMethod(context, ((Member) o).name()));
        } else if (type == context.staticTypes.wrapperDescriptorType) {
            Memory.putLong(p + DESCRIPTOR_METHOD, context.state.functions.jabiru_shown_wrapper());
        }
    }

    private static void writeFunction(CapiContext context, FunctionOrMethod f, long p) {
        long definition =
                f instanceof DefinedInC d ? d.definitionAddress() : shownMethod(context, f.name());
        Memory.putLong(p + FUNCTION_METHOD, definition);
        if (f.self() instanceof PyObject self) {
            // Java's function keeps its receiver.
            Memory.putLong(p + FUNCTION_SELF, context.crossing.toBorrowed(self));
        }
        if (f.module() != null) {
            Memory.putLong(p + FUNCTION_MODULE, context.crossing.toNew(f.module()));
        }
    }

    private static long shownMethod(CapiContext context, Object name) {
        return context.state.functions.jabiru_shown_method(context.crossing.toBorrowed(name));
    }

    /**
     * Methods are two references for inlined code (PyMethod_GET_SELF), which may keep both and drop
     * the method.
     *
     * @return whether the memory owns references to objects of Java's now
     */
    static boolean writeMethod(CapiContext context, PyObject o, long p) {
        if (o instanceof PyMethod m) {
            Memory.putLong(p + METHOD_FUNCTION, context.crossing.toNew(m.function));
            Memory.putLong(p + METHOD_SELF, context.crossing.toNew(m.self));
            return true;
        }
        if (o instanceof PyInstanceMethod m) {
            Memory.putLong(p + METHOD_FUNCTION, context.crossing.toNew(m.function));
            return true;
        }
        return false;
    }

    /** Gives back what was taken to write it, before the memory is freed. */
    static void free(CapiContext context, long type, long p) {
        if (type == context.types.addressOf(MethodType.TYPE)) {
            context.boundary.releaseLaterOrNull(Memory.getLong(p + METHOD_FUNCTION));
            context.boundary.releaseLaterOrNull(Memory.getLong(p + METHOD_SELF));
        } else if (type == context.types.addressOf(InstanceMethodType.TYPE)) {
            context.boundary.releaseLaterOrNull(Memory.getLong(p + METHOD_FUNCTION));
        }
        if (type == context.staticTypes.functionType) {
            context.boundary.releaseLaterOrNull(Memory.getLong(p + FUNCTION_MODULE));
        }
        if (context.staticTypes.isDescriptor(type)) {
            context.boundary.releaseLaterOrNull(Memory.getLong(p + DESCRIPTOR_NAME));
        }
    }
}
