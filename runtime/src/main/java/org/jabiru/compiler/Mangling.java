package org.jabiru.compiler;

/** Private name mangling (Expressions, Identifiers). */
final class Mangling {
    private Mangling() {}

    /** The name that an identifier stands for inside a class, or outside when that is null. */
    static String mangle(String className, String identifier) {
        if (className == null
                || !identifier.startsWith("__")
                || identifier.endsWith("__")
                || identifier.indexOf('.') >= 0) {
            return identifier;
        }
        int from = 0;
        while (from < className.length() && className.charAt(from) == '_') {
            from++;
        }
        return from == className.length()
                ? identifier
                : "_" + className.substring(from) + identifier;
    }
}
