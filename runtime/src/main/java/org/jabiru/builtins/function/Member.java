package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;

/** A function, method or attribute that is not written in Python, by what it shows of itself. */
public interface Member {
    /** {@code __name__}. */
    TruffleString name();

    /** {@code __doc__}: a str or None. */
    Object doc();

    /**
     * {@code __text_signature__} in Argument Clinic's form, {@code ($self, object, /)}, or None.
     */
    Object textSignature();
}
