package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Locale;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.protocol.Call;

/**
 * Makes exceptions to throw: {@code throw Errors.typeError("'%s' object is not iterable", name)}.
 * Messages go through {@link String#format} only when there are arguments.
 */
public final class Errors {
    private Errors() {}

    /** An exception of a builtin type with a message. */
    @TruffleBoundary
    public static PyException raise(PyType type, String format, Object... args) {
        String message = args.length == 0 ? format : String.format(Locale.ROOT, format, args);
        return of(type, Str.of(message));
    }

    /** {@code type(*args)}, ready to throw. */
    @TruffleBoundary
    public static PyException of(PyType type, Object... args) {
        if (!type.isHeapType() && type != ExceptionTypes.OSError) {
            return new PyException(PyBaseException.ofBuiltinType(type, args));
        }
        Object made = Call.call(type, args);
        if (made instanceof PyBaseException e) {
            return new PyException(e);
        }
        throw typeError("exceptions must derive from BaseException");
    }

    public static PyException typeError(String format, Object... args) {
        return raise(ExceptionTypes.TypeError, format, args);
    }

    public static PyException valueError(String format, Object... args) {
        return raise(ExceptionTypes.ValueError, format, args);
    }

    public static PyException indexError(String format, Object... args) {
        return raise(ExceptionTypes.IndexError, format, args);
    }

    public static PyException overflowError(String format, Object... args) {
        return raise(ExceptionTypes.OverflowError, format, args);
    }

    public static PyException zeroDivisionError(String format, Object... args) {
        return raise(ExceptionTypes.ZeroDivisionError, format, args);
    }

    public static PyException runtimeError(String format, Object... args) {
        return raise(ExceptionTypes.RuntimeError, format, args);
    }

    public static PyException systemError(String format, Object... args) {
        return raise(ExceptionTypes.SystemError, format, args);
    }

    public static PyException nameError(String format, Object... args) {
        return raise(ExceptionTypes.NameError, format, args);
    }

    public static PyException notImplemented(String format, Object... args) {
        return raise(ExceptionTypes.NotImplementedError, format, args);
    }

    public static PyException attributeError(String format, Object... args) {
        return raise(ExceptionTypes.AttributeError, format, args);
    }

    /** MemoryError without a message. */
    public static PyException memoryError() {
        return of(ExceptionTypes.MemoryError);
    }

    /** KeyError with the key itself as its argument. */
    public static PyException keyError(Object key) {
        return of(ExceptionTypes.KeyError, key);
    }

    /** StopIteration with a value; no argument for None. */
    public static PyException stopIteration(Object value) {
        return value == Singleton.NONE
                ? of(ExceptionTypes.StopIteration)
                : of(ExceptionTypes.StopIteration, value);
    }
}
