package org.jabiru.modules.struct;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** {@code struct.Struct}. */
final class PyStruct extends PyObject {
    /** Null until {@code __init__} ran. */
    StructFormat compiled;

    TruffleString format;

    PyStruct(PyType type) {
        super(type);
    }
}
