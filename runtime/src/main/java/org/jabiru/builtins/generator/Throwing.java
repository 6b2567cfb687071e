package org.jabiru.builtins.generator;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Warnings;

/** The arguments of {@code throw(type, value, traceback)}. */
final class Throwing {
    private Throwing() {}

    /** The exception to throw; arguments that were left out are null. */
    static PyException exception(Object type, Object givenValue, Object givenTraceback) {
        if (givenValue != null) {
            warnOfSignature("throw");
        }
        return make(type, givenValue, givenTraceback);
    }

    static void warnOfSignature(String method) {
        Warnings.warn(
                ExceptionTypes.DeprecationWarning,
                "the (type, exc, tb) signature of "
                        + method
                        + "() is deprecated, use the single-arg signature instead.",
                1);
    }

    /** As {@link #exception}, without a warning. */
    static PyException make(Object type, Object givenValue, Object givenTraceback) {
        Object value = givenValue == null ? Singleton.NONE : givenValue;
        Object traceback = givenTraceback == null ? Singleton.NONE : givenTraceback;
        if (traceback != Singleton.NONE && !(traceback instanceof PyTraceback)) {
            throw Errors.typeError("throw() third argument must be a traceback object");
        }
        PyBaseException e;
        if (type instanceof PyBaseException instance) {
            if (value != Singleton.NONE) {
                throw Errors.typeError("instance exception may not have a separate value");
            }
            e = instance;
        } else if (type instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException)) {
            Object made;
            try {
                made = instance(t, value);
            } catch (PyException failure) {
                // It is raised in the body, in place of what could not be made.
                return failure;
            }
            if (!(made instanceof PyBaseException instance)) {
                return Errors.typeError(
                        "calling %s should have returned an instance of BaseException, not %s",
                        Str.java(Repr.repr(t)), Types.of(made).name());
            }
            e = instance;
        } else {
            throw Errors.typeError(
                    "exceptions must be classes or instances deriving from BaseException, not %s",
                    Types.of(type).name());
        }
        if (traceback != Singleton.NONE) {
            e.traceback = traceback;
        }
        return new PyException(e);
    }

    private static Object instance(PyType type, Object value) {
        if (Types.isInstance(value, type)) {
            return value;
        }
        if (value instanceof PyTuple args) {
            return Call.call(type, args.items);
        }
        return value == Singleton.NONE ? Call.call(type) : Call.call(type, value);
    }
}
