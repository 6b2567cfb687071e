package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** Calls from Java code. Compiled Python code calls through nodes, which end here when unsure. */
public final class Call {
    private static final Object[] NO_ARGUMENTS = {};

    private Call() {}

    /** {@code callable(o)}. */
    public static boolean isCallable(Object o) {
        return o instanceof JavaCallable || Types.of(o).special().call != null;
    }

    /** {@code callable(*args)}. */
    public static Object call(Object callable, Object... args) {
        return call(callable, args, JavaCallable.NO_KEYWORDS);
    }

    /** Calls with keyword arguments; see {@link JavaCallable#call}. */
    public static Object call(Object callable, Object[] args, TruffleString[] keywords) {
        return callable instanceof JavaCallable c
                ? c.call(args, keywords)
                : callSpecial(callable, args, keywords);
    }

    /** By {@code __call__}, which may be another object with that method, and so on. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object callSpecial(Object callable, Object[] args, TruffleString[] keywords) {
        Object method = Types.of(callable).special().call;
        if (method == null) {
            throw notCallable(callable);
        }
        return callUnbound(method, callable, args, keywords);
    }

    private static PyException notCallable(Object o) {
        String type = Types.of(o).name();
        if (o instanceof PyModule m && Str.valueOrNull(m.dict.get("__name__")) != null) {
            TruffleString name = Str.valueOrNull(m.dict.get("__name__"));
            Object inside = Attributes.getOrNull(o, name);
            if (inside != null && isCallable(inside)) {
                return Errors.typeError(
                        "'%s' object is not callable. Did you mean: '%s.%2$s(...)'?",
                        type, Str.java(name));
            }
        }
        return Errors.typeError("'%s' object is not callable", type);
    }

    /** {@code callable()}. */
    public static Object call(Object callable) {
        return call(callable, NO_ARGUMENTS, JavaCallable.NO_KEYWORDS);
    }

    /**
     * Calls what a look-up on the receiver's type found: binds it as a descriptor, without making
     * the bound method where that cannot be seen.
     */
    public static Object callUnbound(
            Object found, Object receiver, Object[] args, TruffleString[] keywords) {
        if (Descriptors.isPlainMethod(found)) {
            Object[] all = new Object[args.length + 1];
            all[0] = receiver;
            System.arraycopy(args, 0, all, 1, args.length);
            return call(found, all, keywords);
        }
        return call(Descriptors.get(found, receiver, Types.of(receiver)), args, keywords);
    }

    /** {@code type(receiver).name(receiver, *args)}, or null when the type has no such method. */
    public static Object specialOrNull(Object receiver, String name, Object... args) {
        Object found = Types.of(receiver).lookup(name);
        return found == null ? null : callUnbound(found, receiver, args, JavaCallable.NO_KEYWORDS);
    }

    /** {@code receiver.name(*args)}. */
    public static Object method(Object receiver, String name, Object... args) {
        TruffleString attribute = Str.name(name);
        return call(Attributes.get(receiver, attribute), args, JavaCallable.NO_KEYWORDS);
    }
}
