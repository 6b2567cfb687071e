package org.jabiru.protocol;

import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/** Look-up of names in the {@code builtins} of the running code, as that would see them. */
public final class Builtins {
    private Builtins() {}

    /** {@code builtins.name}; AttributeError when it is not there. */
    public static Object get(String name) {
        PyFunction caller = CallerFrame.functionOrNull();
        if (caller == null) {
            return Attributes.get(PythonContext.get().builtins, name);
        }
        try {
            return Sequences.getItem(caller.builtinsMapping(), Str.name(name));
        } catch (PyException e) {
            throw e.is(ExceptionTypes.KeyError) ? Errors.attributeError(name) : e;
        }
    }
}
