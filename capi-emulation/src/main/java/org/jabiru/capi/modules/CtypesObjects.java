package org.jabiru.capi.modules;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.IdentityTable;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.CapiExtensionLoader;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinAttributes;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/**
 * CPython: {@code id()} is an address, and {@code _ctypes.PyObj_FromPtr} takes it for an object's;
 * here: it is a number, and the function looks for the object that has it, because what C makes of
 * the number ends the process.
 */
@BuiltinModule("_ctypes")
public final class CtypesObjects {
    private CtypesObjects() {}

    /** Puts the function in the place of C's, in the module {@code _ctypes}. */
    public static void replaceIn(PyModule module) {
        if (module.dict.get(Str.name("PyObj_FromPtr")) != null) {
            BuiltinAttributes.fillModule(module.dict, new CtypesObjectsTable(), module);
        }
    }

    @Builtin("PyObj_FromPtr(address, /)")
    static Object fromPointer(long address) {
        Object named = IdentityTable.get().objectOrNull(address);
        if (named != null) {
            return named;
        }
        CapiContext capi = CapiExtensionLoader.current();
        if (capi.state.isOurs(address) && capi.handles.at(address) != null) {
            return capi.crossing.borrowed(address);
        }
        throw Errors.valueError("no object at 0x%s", Long.toHexString(address));
    }
}
