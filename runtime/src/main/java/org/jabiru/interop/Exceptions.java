package org.jabiru.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.exceptions.PySystemExit;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** Python's exceptions as other languages see them. */
public final class Exceptions {
    private Exceptions() {}

    static PyBaseException of(PyObject o) throws UnsupportedMessageException {
        if (o instanceof PyBaseException e) {
            return e;
        }
        throw UnsupportedMessageException.create();
    }

    /** SystemExit is an exit, SyntaxError an error of parsing, KeyboardInterrupt an interrupt. */
    @TruffleBoundary
    public static ExceptionType type(PyBaseException e) {
        if (e instanceof PySystemExit) {
            return ExceptionType.EXIT;
        }
        if (e.type().isSubtype(ExceptionTypes.SyntaxError)) {
            return ExceptionType.PARSE_ERROR;
        }
        return e.type().isSubtype(ExceptionTypes.KeyboardInterrupt)
                ? ExceptionType.INTERRUPT
                : ExceptionType.RUNTIME_ERROR;
    }

    /** Whether more lines could make a program of it. */
    @TruffleBoundary
    static boolean isIncompleteSource(PyBaseException e) {
        return e.type().isSubtype(ExceptionTypes.IncompleteInputError);
    }

    /** As the process would end with: 0 for None, the int, or 1 for a message. */
    @TruffleBoundary
    public static int exitStatus(PyBaseException e) throws UnsupportedMessageException {
        if (!(e instanceof PySystemExit exit)) {
            throw UnsupportedMessageException.create();
        }
        if (exit.code == Singleton.NONE) {
            return 0;
        }
        return exit.code instanceof Long l ? (int) (l & 0xFF) : 1;
    }

    /** {@code __cause__}, or {@code __context__} where that is shown; else null. */
    static Object causeOrNull(PyBaseException e) {
        if (e.cause != null && e.cause != Singleton.NONE) {
            return e.cause;
        }
        return e.suppressContext || e.context == Singleton.NONE ? null : e.context;
    }
}
