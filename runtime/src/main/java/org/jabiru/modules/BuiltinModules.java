package org.jabiru.modules;

/**
 * The modules that are written in Java. To add one, add its name to {@link #NAMES} and a line to
 * {@link #find}.
 *
 * <p>One switch, so that a start links only the initialisers of the modules that it imports.
 */
public final class BuiltinModules {
    /** {@code sys.builtin_module_names}, sorted. */
    private static final String[] NAMES = {
    };

    private BuiltinModules() {}

    /** The names of all builtin modules, sorted. */
    public static String[] names() {
        return NAMES.clone();
    }

    /** Whether {@link #find} knows the name. */
    public static boolean contains(String name) {
        for (String known : NAMES) {
            if (known.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The definition of a builtin module, or null. */
    public static ModuleDefinition find(String name) {
        return switch (name) {
            default -> null;
        };
    }
}
