package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.foreign.ForeignTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** The raise statement, and what except clauses match. */
public final class Raising {
    private Raising() {}

    /** The exception that {@code raise value} throws: an instance, or a class to instantiate. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyException raise(Object value, Object cause, boolean hasCause) {
        PyBaseException exception = instance(value);
        if (hasCause) {
            exception.cause = cause == Singleton.NONE ? null : cause(cause);
            exception.suppressContext = true;
        }
        return new PyException(exception);
    }

    private static PyBaseException instance(Object value) {
        if (value instanceof PyBaseException e) {
            return e;
        }
        if (value instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException)) {
            Object made = Call.call(t);
            if (made instanceof PyBaseException e) {
                return e;
            }
            throw Errors.typeError(
                    "calling %s should have returned an instance of BaseException, not %s",
                    Str.java(Repr.repr(t)), Str.java(Repr.repr(Types.of(made))));
        }
        throw Errors.typeError("exceptions must derive from BaseException");
    }

    private static PyBaseException cause(Object value) {
        if (value instanceof PyBaseException e) {
            return e;
        }
        if (value instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException)) {
            return instance(t);
        }
        throw Errors.typeError("exception causes must derive from BaseException");
    }

    /** What a bare {@code raise} throws. */
    @TruffleBoundary
    static PyException reraise() {
        PyBaseException handled = PythonContext.get().threadState().handledException();
        if (handled == null) {
            throw Errors.runtimeError("No active exception to reraise");
        }
        return new PyException(handled);
    }

    /** Whether {@code except type} catches the exception. */
    static boolean matches(PyBaseException exception, Object type) {
        if (type instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException)) {
            return exception.type().isSubtype(t);
        }
        return matchesTuple(exception, type);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static boolean matchesTuple(PyBaseException exception, Object types) {
        if (ForeignTypes.isClass(types)) {
            return ForeignTypes.catches(types, exception);
        }
        if (!(types instanceof PyTuple tuple)) {
            throw notException();
        }
        for (Object t : tuple.items) {
            if (!isExceptionType(t) && !ForeignTypes.isClass(t)) {
                throw notException();
            }
        }
        for (Object t : tuple.items) {
            if (t instanceof PyType type
                    ? exception.type().isSubtype(type)
                    : ForeignTypes.catches(t, exception)) {
                return true;
            }
        }
        return false;
    }

    static boolean isExceptionType(Object type) {
        return type instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException);
    }

    static PyException notException() {
        return Errors.typeError(
                "catching classes that do not inherit from BaseException is not allowed");
    }
}
