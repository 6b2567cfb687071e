package org.jabiru.object;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the class that holds the {@link Builtin} methods of a builtin type. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface BuiltinType {
    /** The type's name, as in {@code __name__}. */
    String value();

    /** The type's docstring. */
    String doc() default "";

    /**
     * The type's {@code __text_signature__}; by default that of {@code __new__} or {@code
     * __init__}. "none" for a type that shows none.
     */
    String signature() default "";
}
