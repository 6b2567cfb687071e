package org.jabiru.protocol;

import org.jabiru.object.Errors;

/** Look-up of names in the {@code builtins} module, as Python code would see them. */
public final class Builtins {
    private Builtins() {}

    /** {@code builtins.name}; AttributeError when it was deleted. */
    public static Object get(String name) {
        throw Errors.notImplemented("the builtins module is not connected yet: %s", name);
    }
}
