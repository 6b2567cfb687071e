package org.jabiru.modules.sha2;

import java.security.MessageDigest;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A hash object. */
final class PySha2 extends PyObject {
    final MessageDigest digest;

    PySha2(PyType type, MessageDigest digest) {
        super(type);
        this.digest = digest;
    }
}
