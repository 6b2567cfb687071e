package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;

/** The names that {@code dir()} gives when a class does not say otherwise. */
public final class Directory {
    private Directory() {}

    /** The instance's own names and those of its class. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Set<Object> ofInstance(Object o) {
        Set<Object> names = new LinkedHashSet<>();
        if (Attributes.getOrNull(o, "__dict__") instanceof PyDict dict) {
            addKeys(names, dict);
        }
        Object cls = Attributes.getOrNull(o, "__class__");
        if (cls != null) {
            names.addAll(ofClass(cls instanceof PyType t ? t : Types.of(o)));
        }
        return names;
    }

    /** The names of a class and of its bases, through {@code __dict__} and {@code __bases__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Set<Object> ofClass(PyType cls) {
        Set<Object> names = new LinkedHashSet<>();
        for (PyType t : cls.mro()) {
            addKeys(names, t.namespace());
        }
        return names;
    }

    private static void addKeys(Set<Object> names, PyDict dict) {
        for (int i = dict.first(); i >= 0; i = dict.next(i)) {
            names.add(dict.keyAt(i));
        }
    }
}
