package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Truth;

/** What classmethod and staticmethod show of the function they wrap. */
final class WrappedFunction {
    private static final String[] COPIED = {"__module__", "__name__", "__qualname__", "__doc__"};

    private WrappedFunction() {}

    static void copyAttributes(PyObject wrapper, Object function) {
        PyDict dict = Attributes.instanceDict(wrapper);
        for (String name : COPIED) {
            Object value = Attributes.getOrNull(function, name);
            if (value != null) {
                dict.put(Str.name(name), value);
            }
        }
    }

    static boolean isAbstract(Object function) {
        Object flag =
                function == null ? null : Attributes.getOrNull(function, "__isabstractmethod__");
        return flag != null && Truth.isTrue(flag);
    }

    /** An attribute of the function, which is kept in the wrapper's dict from then on. */
    static Object forward(PyObject wrapper, Object function, String name) {
        PyDict dict = Attributes.instanceDict(wrapper);
        Object known = dict.get(name);
        if (known == null) {
            known = Attributes.get(function, name);
            dict.put(Str.name(name), known);
        }
        return known;
    }

    static void store(PyObject wrapper, String name, Object value) {
        PyDict dict = Attributes.instanceDict(wrapper);
        if (value != null) {
            dict.put(Str.name(name), value);
        } else if (dict.remove(Str.name(name)) == null) {
            throw Errors.attributeError(
                    "'%s' object has no attribute '%s'", Types.of(wrapper).name(), name);
        }
    }
}
