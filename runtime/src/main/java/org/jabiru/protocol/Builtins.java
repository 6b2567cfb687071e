package org.jabiru.protocol;

import org.jabiru.PythonContext;

/** Look-up of names in the {@code builtins} module, as Python code would see them. */
public final class Builtins {
    private Builtins() {}

    /** {@code builtins.name}; AttributeError when it was deleted. */
    public static Object get(String name) {
        return Attributes.get(PythonContext.get().builtins, name);
    }
}
