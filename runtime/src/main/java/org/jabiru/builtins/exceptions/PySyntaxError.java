package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** A SyntaxError; attributes that are not set are null. */
public final class PySyntaxError extends PyBaseException {
    public Object message;
    public Object filename;
    public Object lineno;
    public Object offset;
    public Object text;
    public Object endLineno;
    public Object endOffset;
    public Object printFileAndLine;
    public Object metadata;

    public PySyntaxError(PyType type) {
        super(type);
    }

    /** Takes {@code (msg, (filename, lineno, offset, text[, end_lineno, end_offset]))} apart. */
    @Override
    public void initialize(Object[] given, PyDict keywords) {
        rejectKeywords(keywords);
        if (given.length > 0) {
            message = given[0];
        }
        if (given.length != 2) {
            return;
        }
        Object[] info = Iteration.toArray(given[1]);
        if (info.length < 4) {
            throw Errors.typeError("function takes at least 4 arguments (%d given)", info.length);
        }
        if (info.length > 7) {
            throw Errors.typeError("function takes at most 7 arguments (%d given)", info.length);
        }
        if (info.length == 5) {
            throw Errors.typeError("end_offset must be provided when end_lineno is provided");
        }
        filename = info[0];
        lineno = info[1];
        offset = info[2];
        text = info[3];
        if (info.length > 5) {
            endLineno = info[4];
            endOffset = info[5];
        }
        if (info.length > 6) {
            metadata = info[6];
        }
    }
}
