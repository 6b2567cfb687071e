package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** Exception classes of modules, which each interpreter has its own of. */
public final class NewException {
    private NewException() {}

    /** As {@code PyErr_NewException("module.name", bases, NULL)}. */
    public static PyType of(String module, String name, PyType... bases) {
        return documented(module, name, null, bases);
    }

    /** As {@code PyErr_NewExceptionWithDoc}. */
    public static PyType documented(String module, String name, String doc, PyType... bases) {
        PyDict namespace = new PyDict();
        namespace.put("__module__", Str.name(module));
        if (doc != null) {
            namespace.put("__doc__", Str.of(doc));
        }
        return (PyType)
                Call.call(TypeType.TYPE, Str.name(name), PyTuple.of((Object[]) bases), namespace);
    }
}
