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
            Warnings.warn(
                    ExceptionTypes.DeprecationWarning,
                    "the (type, exc, tb) signature of throw() is deprecated, use the single-arg"
                            + " signature instead.",
                    1);
        }
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
            Object made =
                    Types.isInstance(value, t)
                            ? value
                            : value instanceof PyTuple args
                                    ? Call.call(t, args.items)
                                    : value == Singleton.NONE ? Call.call(t) : Call.call(t, value);
            if (!(made instanceof PyBaseException instance)) {
                throw Errors.typeError(
                        "calling %s should have returned an instance of BaseException, not %s",
                        Str.java(Repr.repr(t)), Str.java(Repr.repr(Types.of(made))));
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
}
