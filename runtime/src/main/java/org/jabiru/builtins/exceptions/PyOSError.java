package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;

/** An OSError; attributes that are not set are null. */
public final class PyOSError extends PyBaseException {
    public Object errno;
    public Object strerror;
    public Object filename;
    public Object filename2;

    /** {@code characters_written} of BlockingIOError, -1 when not set. */
    public long written = -1;

    public PyOSError(PyType type) {
        super(type);
    }

    /** Takes {@code (errno, strerror[, filename[, winerror[, filename2]]])} apart. */
    @Override
    public void initialize(Object[] given, PyDict keywords) {
        rejectKeywords(keywords);
        args = PyTuple.of(given);
        if (given.length < 2 || given.length > 5) {
            return;
        }
        errno = given[0];
        strerror = given[1];
        Object file = given.length > 2 ? given[2] : Singleton.NONE;
        if (file == Singleton.NONE) {
            return;
        }
        if (type() == ExceptionTypes.BlockingIOError && Numbers.isIndex(file)) {
            Object n = Numbers.index(file);
            if (!(n instanceof Long l)) {
                throw Errors.valueError("cannot fit 'int' into an index-sized integer");
            }
            written = l;
            return;
        }
        filename = file;
        if (given.length == 5 && given[4] != Singleton.NONE) {
            filename2 = given[4];
        }
        args = new PyTuple(errno, strerror);
    }
}
