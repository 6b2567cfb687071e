package org.jabiru.builtins.ints;

import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** The check of the class argument that the {@code __new__} of every builtin type begins with. */
public final class NewCheck {
    private NewCheck() {}

    /** The class to instantiate; TypeError when it is not the builtin type or derived from it. */
    public static PyType subtype(PyType builtin, Object cls) {
        if (cls == builtin) {
            return builtin;
        }
        String name = builtin.name();
        if (!(cls instanceof PyType type)) {
            throw Errors.typeError(
                    "%s.__new__(X): X is not a type object (%s)", name, Types.of(cls).name());
        }
        if (!type.isSubtype(builtin)) {
            throw Errors.typeError(
                    "%s.__new__(%s): %s is not a subtype of %s",
                    name, type.name(), type.name(), name);
        }
        return type;
    }
}
