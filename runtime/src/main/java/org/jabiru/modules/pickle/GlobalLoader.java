package org.jabiru.modules.pickle;

import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** {@code Unpickler.find_class}. */
final class GlobalLoader {
    private GlobalLoader() {}

    static Object find(PyUnpickler self, Object module, Object name) {
        SysHooks.audit("pickle.find_class", module, name);
        if (Str.valueOrNull(module) == null || Str.valueOrNull(name) == null) {
            throw Errors.typeError("find_class() arguments must be str");
        }
        if (self.protocol < 3 && self.fixImports) {
            PyDict names = PickleRegistry.compatible("NAME_MAPPING");
            PyDict modules = PickleRegistry.compatible("IMPORT_MAPPING");
            Object known = names.get(new PyTuple(module, name));
            if (known instanceof PyTuple t && t.size() == 2) {
                module = t.get(0);
                name = t.get(1);
            } else if (modules.get(module) != null) {
                module = modules.get(module);
            }
        }
        Call.call(PythonContext.get().builtins.dict.get("__import__"), module);
        Object found = Sequences.getItem(PythonContext.get().sys.dict.get("modules"), module);
        String path = Str.java(Repr.str(name));
        if (self.protocol < 4 || path.indexOf('.') < 0) {
            return Attributes.get(found, Str.name(path));
        }
        try {
            for (String part : path.split("\\.", -1)) {
                found = Attributes.get(found, part);
            }
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.AttributeError)) {
                throw e;
            }
            PyException better =
                    Errors.attributeError(
                            "Can't resolve path %s on module %s",
                            Str.java(Repr.repr(name)), Str.java(Repr.repr(module)));
            Attributes.set(better.exception(), "__context__", e.exception());
            throw better;
        }
        return found;
    }
}
