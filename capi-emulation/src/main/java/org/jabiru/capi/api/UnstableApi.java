package org.jabiru.capi.api;

import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.weakref.WeakReferences;
import org.jabiru.bytecode.ExceptionGroups;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;

/** What the C-API calls unstable. */
public final class UnstableApi {
    private UnstableApi() {}

    /** What is left to raise after the clauses of {@code except*}: an exception or None. */
    public static Object PyUnstable_Exc_PrepReraiseStar(
            CapiContext context, Object orig, Object excs) {
        if (!(orig instanceof PyBaseException original)) {
            throw Errors.typeError("orig must be an exception");
        }
        if (!(excs instanceof PyList list)) {
            throw Errors.typeError("excs must be a list of exceptions");
        }
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (item != Singleton.NONE && !(item instanceof PyBaseException)) {
                throw Errors.typeError("item %d in excs is not an exception", i);
            }
        }
        if (original.traceback == null) {
            throw Errors.valueError("orig must be a raised exception");
        }
        return ExceptionGroups.combine(orig, excs);
    }

    public static void PyUnstable_Object_ClearWeakRefsNoCallbacks(
            CapiContext context, Object object) {
        WeakReferences.clear(object);
    }
}
