package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilder;
import org.jabiru.PythonContext;
import org.jabiru.builtins.format.FloatFormat;
import org.jabiru.builtins.format.FormatSpec;
import org.jabiru.builtins.format.IntFormat;
import org.jabiru.builtins.template.PyInterpolation;
import org.jabiru.builtins.template.PyTemplate;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** Conversion to str, for f-strings and t-strings. */
final class Formatting {
    private Formatting() {}

    /** {@code !s}, {@code !r} or {@code !a}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static TruffleString convert(int conversion, Object value) {
        return switch (conversion) {
            case 's' -> Repr.str(value);
            case 'r' -> Repr.repr(value);
            case 'a' ->
                    Str.valueOrNull(
                            Call.call(PythonContext.get().builtins.dict.get("ascii"), value));
            default -> throw Errors.systemError("unknown conversion %d", conversion);
        };
    }

    /** {@code format(value, spec)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object format(Object value, Object spec) {
        Object result = Call.specialOrNull(value, "__format__", spec);
        if (result == null) {
            throw Errors.typeError("Type %s doesn't define __format__", Types.of(value).name());
        }
        if (Str.valueOrNull(result) == null) {
            throw Errors.typeError("__format__ must return a str, not %s", Types.of(result).name());
        }
        return result;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static TruffleString format(long value, FormatSpec spec) {
        return IntFormat.format(value, spec, "int");
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static TruffleString format(double value, FormatSpec spec) {
        return FloatFormat.format(value, spec, "float");
    }

    @TruffleBoundary
    static TruffleString join(Object[] parts) {
        TruffleStringBuilder out = TruffleStringBuilder.create(Str.UTF_32);
        for (Object part : parts) {
            out.appendStringUncached(Str.valueOrNull(part));
        }
        return out.toStringUncached();
    }

    static Object interpolation(
            TruffleString expression, int conversion, Object value, Object spec) {
        TruffleString format = Str.valueOrNull(spec);
        return new PyInterpolation(
                value,
                expression,
                conversion <= 0 ? Singleton.NONE : Str.ofCodePoint(conversion),
                format == null ? Str.EMPTY : format);
    }

    static Object template(Object strings, Object interpolations) {
        return new PyTemplate((PyTuple) strings, (PyTuple) interpolations);
    }

    /** What the interactive interpreter does with the value of an expression statement. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void printExpression(Object value) {
        Object hook = Attributes.getOrNull(PythonContext.get().sys, "displayhook");
        if (hook == null) {
            throw Errors.runtimeError("lost sys.displayhook");
        }
        Call.call(hook, value);
    }
}
