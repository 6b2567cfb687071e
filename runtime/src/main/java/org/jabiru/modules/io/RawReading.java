package org.jabiru.modules.io;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** {@code read} and {@code readall} of a raw stream written in Python. */
final class RawReading {
    private RawReading() {}

    static byte[] readAll(Object raw) {
        return bytesOrNull(Call.method(raw, "readall"), "readall()");
    }

    static byte[] read(Object raw, int count) {
        return bytesOrNull(Call.method(raw, "read", (long) count), "read()");
    }

    private static byte[] bytesOrNull(Object result, String method) {
        if (result == Singleton.NONE) {
            return null;
        }
        byte[] bytes = ByteArguments.bytesOrNull(result);
        if (bytes == null) {
            throw method.equals("readall()")
                    ? Errors.typeError("readall() should return bytes")
                    : Errors.raise(ExceptionTypes.TypeError, "%s should return bytes", method);
        }
        return bytes;
    }
}
