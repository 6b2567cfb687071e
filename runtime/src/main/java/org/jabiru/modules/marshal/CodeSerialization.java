package org.jabiru.modules.marshal;

import org.jabiru.builtins.code.PyCode;

/** Code objects as blocks of bytes. */
final class CodeSerialization {
    private CodeSerialization() {}

    static byte[] serialize(PyCode code) {
        return code.serialize();
    }

    static PyCode deserialize(byte[] data, int from, int size) {
        return PyCode.deserialize(data, from, size);
    }
}
