package org.jabiru.modules.posix;

import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/** An argument that is a file descriptor or has one (PyObject_AsFileDescriptor). */
public final class Descriptor {
    private Descriptor() {}

    /** The number; TypeError for what has none, ValueError for a negative one. */
    public static int of(Object value) {
        Object number = value;
        if (Numbers.intOrNull(value) == null) {
            Object method = Attributes.getOrNull(value, "fileno");
            if (method == null) {
                throw Errors.typeError("argument must be an int, or have a fileno() method.");
            }
            number = Call.call(method);
            if (Numbers.intOrNull(number) == null) {
                throw Errors.typeError("fileno() returned a non-integer");
            }
        }
        int fd = Args.toInt(number);
        if (fd < 0) {
            throw Errors.valueError("file descriptor cannot be a negative integer (%d)", fd);
        }
        return fd;
    }
}
