package org.jabiru.capi.api;

import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** Importing Modules. */
public final class ImportApi {
    private ImportApi() {}

    public static Object PyImport_Import(CapiContext context, Object name) {
        Object importFunction = PythonContext.get().builtins.dict.get("__import__");
        Object empty = new org.jabiru.builtins.dict.PyDict();
        Call.call(
                importFunction,
                name,
                empty,
                empty,
                new PyList(new Object[] {Str.name("__doc__")}),
                0L);
        return org.jabiru.protocol.Sequences.getItem(PythonContext.get().modules, name);
    }

    public static Object PyImport_ImportModule(CapiContext context, String name) {
        return PyImport_Import(context, Str.of(name));
    }
}
