package org.jabiru.builtins.function;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Comparison;

/**
 * A function that is not written in Python, with the module, type or receiver that it belongs to:
 * {@code types.BuiltinFunctionType}, or {@code types.MethodWrapperType} for special methods.
 */
public interface FunctionOrMethod extends Member, JavaCallable {
    /** What it is bound to; null for nothing. */
    Object self();

    /** {@code __self__}. */
    default Object shownSelf() {
        return self() == null ? Singleton.NONE : self();
    }

    /** {@code __module__}, or null; Python code may set it. */
    default Object module() {
        return null;
    }

    /** Sets {@code __module__}. */
    default void setModule(Object module) {
        throw Errors.attributeError("readonly attribute");
    }

    /** {@code __objclass__} of a special method; null when the receiver's class has none. */
    default PyType owner() {
        return Types.of(self()).definingType(name());
    }

    /** Whether it belongs to a module, or to nothing. */
    default boolean isFunction() {
        return self() == null || self() instanceof PyModule;
    }

    /** Whether both are the same function, whatever they are bound to. */
    boolean isSameFunction(FunctionOrMethod other);

    /** A number that is the same for the same function. */
    long functionHash();

    /** Whether both are the same function bound to the same object. */
    default boolean isSameMethod(FunctionOrMethod other) {
        return isSameFunction(other) && Comparison.same(self(), other.self());
    }

    /** A hash that agrees with {@link #isSameMethod}. */
    default long methodHash() {
        long hash = (self() == null ? 0 : Identity.hash(self()) * 31) + functionHash();
        return hash == -1 ? -2 : hash;
    }
}
