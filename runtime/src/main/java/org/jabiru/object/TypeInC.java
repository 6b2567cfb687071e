package org.jabiru.object;

import com.oracle.truffle.api.strings.TruffleString;

/** The memory that a type has in C (its {@link PyObject#nativePeer}). */
public interface TypeInC {
    /** An attribute of the type itself was set or deleted. */
    void attributeSet(PyType type, TruffleString name);
}
