package org.jabiru.modules.marshal;

import org.jabiru.builtins.code.PyCode;
import org.jabiru.object.Errors;

/** Code objects as blocks of bytes. */
final class CodeSerialization {
    private CodeSerialization() {}

    static byte[] serialize(PyCode code) {
        throw Errors.notImplemented("the interpreter is not connected");
    }

    static PyCode deserialize(byte[] data, int from, int size) {
        throw Errors.notImplemented("the interpreter is not connected");
    }
}
