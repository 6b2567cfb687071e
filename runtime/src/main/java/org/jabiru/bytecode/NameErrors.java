package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** NameError with its {@code name}, and UnboundLocalError. */
final class NameErrors {
    private NameErrors() {}

    /** Its name is not noted: nothing similar is to be suggested. */
    @TruffleBoundary
    static PyException unboundLocal(TruffleString name) {
        return Errors.raise(
                ExceptionTypes.UnboundLocalError,
                "cannot access local variable '%s' where it is not associated with a value",
                Str.java(name));
    }

    static PyException unboundFree(TruffleString name) {
        return make(
                ExceptionTypes.NameError,
                "cannot access free variable '%s' where it is not associated with a value in"
                        + " enclosing scope",
                name);
    }

    static PyException undefined(TruffleString name) {
        return make(ExceptionTypes.NameError, "name '%s' is not defined", name);
    }

    @TruffleBoundary
    private static PyException make(PyType type, String format, TruffleString name) {
        PyException e = Errors.raise(type, format, Str.java(name));
        Attributes.set(e.exception(), "name", name);
        return e;
    }
}
