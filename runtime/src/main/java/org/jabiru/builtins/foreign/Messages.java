package org.jabiru.builtins.foreign;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.stream.BaseStream;
import org.jabiru.Gil;
import org.jabiru.PythonContext;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/** Interop messages with Python's values and exceptions. */
final class Messages {
    static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    /** A message that may fail. */
    @FunctionalInterface
    interface Message {
        Object send() throws InteropException;
    }

    private Messages() {}

    /** Sends a message; the answer as Python's. Errors of the receiver's language are raised. */
    static Object send(Message message) {
        try {
            return Conversions.toPython(message.send());
        } catch (AbstractTruffleException e) {
            throw ForeignTypes.raised(e);
        } catch (InteropException e) {
            throw error(e);
        }
    }

    /** As {@link #send}, for what may run long: other threads run Python code meanwhile. */
    static Object sendUnlocked(Message message) {
        boolean held = Gil.releaseIfHeld();
        Object result;
        try {
            result = message.send();
        } catch (AbstractTruffleException e) {
            take(held);
            held = false;
            throw ForeignTypes.raised(e);
        } catch (InteropException e) {
            take(held);
            held = false;
            throw error(e);
        } finally {
            take(held);
        }
        return Conversions.toPython(result);
    }

    private static void take(boolean held) {
        if (held) {
            Gil.acquireCurrent();
        }
    }

    /** What Python raises for a message that was refused. */
    private static PyException error(InteropException e) {
        return switch (e) {
            case ArityException a -> Errors.typeError("%s", arity(a));
            case UnsupportedTypeException t ->
                    Errors.typeError(
                            "%s",
                            t.getMessage() == null
                                    ? "unsupported type of argument"
                                    : t.getMessage());
            default ->
                    Errors.typeError(
                            "%s",
                            e.getMessage() == null
                                    ? "the foreign object does not support that"
                                    : e.getMessage());
        };
    }

    private static String arity(ArityException e) {
        int least = e.getExpectedMinArity();
        int most = e.getExpectedMaxArity();
        String expected =
                least == most ? "" + least : most < 0 ? least + " or more" : least + " to " + most;
        int given = e.getActualArity();
        return "the foreign function takes %s positional arguments%s"
                .formatted(expected, given < 0 ? "" : " but %d were given".formatted(given));
    }

    /** TypeError when there are keyword arguments, which other languages do not know. */
    static Object[] arguments(Object[] args, TruffleString[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError(
                    "foreign functions take no keyword arguments (%s was given)",
                    Str.java(keywords[0]));
        }
        return Conversions.toForeign(args);
    }

    static Object next(Object iterator) {
        try {
            return Conversions.toPython(INTEROP.getIteratorNextElement(iterator));
        } catch (StopIterationException e) {
            return null;
        } catch (AbstractTruffleException e) {
            throw ForeignTypes.raised(e);
        } catch (InteropException e) {
            throw error(e);
        }
    }

    /** Whether it is a stream of Java's: interop knows those by their method only. */
    static boolean isStream(Object value) {
        var env = PythonContext.get().env();
        return env.isHostObject(value) && env.asHostObject(value) instanceof BaseStream;
    }

    static boolean isInstance(Object cls, Object value) {
        try {
            return INTEROP.isMetaObject(cls) && INTEROP.isMetaInstance(cls, value);
        } catch (InteropException e) {
            return false;
        }
    }

    /** What the exception itself says; its class's name where it says nothing. */
    @TruffleBoundary
    static String exceptionMessage(Object exception) {
        try {
            if (INTEROP.hasExceptionMessage(exception)) {
                return INTEROP.asString(INTEROP.getExceptionMessage(exception));
            }
            return className(exception);
        } catch (InteropException e) {
            return "";
        }
    }

    /** The qualified name of the object's class, or "foreign". */
    @TruffleBoundary
    static String className(Object value) {
        try {
            if (INTEROP.hasMetaObject(value)) {
                return INTEROP.asString(INTEROP.getMetaQualifiedName(INTEROP.getMetaObject(value)));
            }
            return "foreign";
        } catch (InteropException e) {
            return "foreign";
        }
    }

    /** As the object's own language shows it: Java's {@code toString}. */
    @TruffleBoundary
    static String display(Object value) {
        try {
            return INTEROP.asString(INTEROP.toDisplayString(value));
        } catch (AbstractTruffleException e) {
            throw ForeignTypes.raised(e);
        } catch (InteropException e) {
            throw error(e);
        }
    }
}
