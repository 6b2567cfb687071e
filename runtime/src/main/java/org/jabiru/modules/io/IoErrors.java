package org.jabiru.modules.io;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The errors of streams. */
final class IoErrors {
    private IoErrors() {}

    /** {@code io.UnsupportedOperation(message)}. */
    static PyException unsupported(String message) {
        return Errors.of(IoState.get().unsupportedOperation, Str.of(message));
    }

    static PyException closed() {
        return Errors.valueError("I/O operation on closed file.");
    }

    /** As {@link #closed}, worded as buffered streams do. */
    static PyException closed(String operation) {
        return Errors.valueError(operation);
    }

    static PyException notBytes(Object o) {
        return Errors.typeError("a bytes-like object is required, not '%s'", Types.of(o).name());
    }

    static PyException wouldBlock(String message, long written) {
        return Errors.of(
                ExceptionTypes.BlockingIOError, (long) OsErrors.EAGAIN, Str.of(message), written);
    }
}
