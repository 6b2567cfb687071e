package org.jabiru.object;

import com.oracle.truffle.api.strings.TruffleString;

/** An object whose {@code __call__} is written in Java. */
public interface JavaCallable {
    /** No keyword arguments. */
    TruffleString[] NO_KEYWORDS = null;

    /**
     * Calls the object, in the manner of the vectorcall protocol (PEP 590).
     *
     * @param args the positional arguments, then the values of the keyword arguments; not modified
     *     by the callee, nor kept
     * @param keywords the names of the keyword arguments, or null when there are none
     */
    Object call(Object[] args, TruffleString[] keywords);
}
