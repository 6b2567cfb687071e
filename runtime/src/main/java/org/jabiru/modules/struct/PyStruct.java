package org.jabiru.modules.struct;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** {@code struct.Struct}. */
public final class PyStruct extends PyObject {
    /** Null until {@code __init__} ran. */
    StructFormat compiled;

    TruffleString format;

    PyStruct(PyType type) {
        super(type);
    }

    /** Bytes that the format describes; -1 before {@code __init__}. */
    public long size() {
        return compiled == null ? -1 : compiled.size();
    }

    /** Values that the format describes; -1 before {@code __init__}. */
    public long count() {
        return compiled == null ? -1 : compiled.count();
    }
}
