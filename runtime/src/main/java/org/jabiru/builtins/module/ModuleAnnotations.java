package org.jabiru.builtins.module;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;

/** {@code __annotations__} and {@code __annotate__} of modules (PEP 649). */
final class ModuleAnnotations {
    private static final String DICT = "__annotations__";
    private static final String FUNCTION = "__annotate__";

    private ModuleAnnotations() {}

    static Object annotations(PyModule module) {
        Object known = module.dict.get(DICT);
        if (known != null) {
            return known;
        }
        Object annotate = module.dict.get(FUNCTION);
        Object made = new PyDict();
        if (annotate != null && Types.of(annotate).special().call != null) {
            made = Call.call(annotate, 1L);
            if (!(made instanceof PyDict)) {
                throw Errors.typeError(
                        "__annotate__ returned non-dict of type '%s'", Types.of(made).name());
            }
        }
        if (!isInitializing(module)) {
            module.dict.put(DICT, made);
        }
        return made;
    }

    /** Whether more annotations may follow, so that the answer is not final. */
    static boolean isInitializing(PyModule module) {
        Object spec = module.dict.get("__spec__");
        Object flag =
                spec == null || spec == Singleton.NONE
                        ? null
                        : Attributes.getOrNull(spec, "_initializing");
        return flag != null && Truth.isTrue(flag);
    }

    static void setAnnotations(PyModule module, Object value) {
        if (value != null) {
            module.dict.put(DICT, value);
        } else if (module.dict.remove(Str.name(DICT)) == null) {
            throw Errors.attributeError(DICT);
        }
        module.dict.remove(Str.name(FUNCTION));
    }

    static Object annotate(PyModule module) {
        Object known = module.dict.get(FUNCTION);
        if (known == null) {
            module.dict.put(FUNCTION, Singleton.NONE);
            return Singleton.NONE;
        }
        return known;
    }

    static void setAnnotate(PyModule module, Object value) {
        if (value == null) {
            throw Errors.typeError("cannot delete __annotate__ attribute");
        }
        if (value != Singleton.NONE && Types.of(value).special().call == null) {
            throw Errors.typeError("__annotate__ must be callable or None");
        }
        module.dict.put(FUNCTION, value);
        if (value != Singleton.NONE) {
            module.dict.remove(Str.name(DICT));
        }
    }
}
