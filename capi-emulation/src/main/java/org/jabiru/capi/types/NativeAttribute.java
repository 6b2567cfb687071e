package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyType;

/** An attribute that a type made in C declares: a getset or a member. */
public interface NativeAttribute {
    TruffleString name();

    PyType owner();

    /** The docstring, or null. */
    String doc();
}
