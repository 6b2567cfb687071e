package org.jabiru.object;

import com.oracle.truffle.api.strings.TruffleString;

/** An instance of a subclass of str; plain str values are TruffleStrings. */
public final class PyStr extends PyObject {
    public final TruffleString value;

    public PyStr(PyType type, TruffleString value) {
        super(type);
        this.value = value;
    }
}
