package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.capi.functions.MethodDefinition;
import org.jabiru.capi.functions.PyNativeMethod;
import org.jabiru.capi.types.PyNativeGetSet;
import org.jabiru.capi.types.PyNativeMember;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Descriptors;

/** Descriptor Objects. */
public final class DescriptorApi {
    private DescriptorApi() {}

    public static Object PyDescr_NewMethod(CapiContext context, Object type, long method) {
        return new PyNativeMethod(new MethodDefinition(context, method), (PyType) type, false);
    }

    public static Object PyDescr_NewClassMethod(CapiContext context, Object type, long method) {
        return new PyNativeMethod(new MethodDefinition(context, method), (PyType) type, true);
    }

    public static Object PyDescr_NewGetSet(CapiContext context, Object type, long getset) {
        return PyNativeGetSet.read(context, (PyType) type, getset);
    }

    public static Object PyDescr_NewMember(CapiContext context, Object type, long member) {
        return PyNativeMember.read(context, (PyType) type, member);
    }

    public static Object PyWrapper_New(CapiContext context, Object descriptor, Object self) {
        return Descriptors.get(descriptor, self, Types.of(self));
    }
}
