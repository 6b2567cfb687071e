package org.jabiru.builtins.bytes;

import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Warnings;

/** The warnings that {@code -b} asks for: where bytes are likely to have been taken for a str. */
final class BytesWarnings {
    private BytesWarnings() {}

    private static boolean areWanted() {
        return PythonContext.get().configuration.bytesWarning > 0;
    }

    /** {@code bytes == other}, where that is false whatever the other's value is. */
    static void comparison(String typeName, Object other) {
        if (!areWanted()) {
            return;
        }
        if (Str.valueOrNull(other) != null) {
            warn("Comparison between " + typeName + " and string");
        } else if (typeName.equals("bytes") && Types.isInstance(other, IntType.TYPE)) {
            warn("Comparison between bytes and int");
        }
    }

    /** {@code str(bytes)}. */
    static void conversion(String typeName) {
        if (areWanted()) {
            warn("str() on a " + typeName + " instance");
        }
    }

    private static void warn(String message) {
        Warnings.warn(ExceptionTypes.BytesWarning, message, 1);
    }
}
