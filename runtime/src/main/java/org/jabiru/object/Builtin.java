package org.jabiru.object;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Publishes a static Java method to Python as a builtin function, method or attribute.
 *
 * <p>{@link #value()} is the Argument Clinic text signature, such as {@code "split(self, /,
 * sep=None, maxsplit=-1)"}; for getters and setters it is the attribute's name. The method has one
 * Java parameter for each Python parameter, in order; the Java type selects the conversion:
 *
 * <ul>
 *   <li>{@code Object}: any object; {@code null} when a parameter whose default is {@code
 *       <unrepresentable>} was left out
 *   <li>{@code long}, {@code int}: {@code __index__}, with OverflowError outside the range
 *   <li>{@code double}: {@code __float__}; {@code boolean}: truth value
 *   <li>{@code TruffleString}: a str (subclass instances are unwrapped); {@code null} for None when
 *       the default is None
 *   <li>a class of ours, such as {@code PyList}: instances only, TypeError otherwise; {@code null}
 *       for None when the default is None
 *   <li>{@code Object[]} for {@code *args}, {@code PyDict} for {@code **kwargs}
 * </ul>
 *
 * The result may be any Python value; {@code void} stands for None, {@code int} and {@code String}
 * are converted. The annotation processor collects the methods of a class in a {@link BuiltinTable}
 * named after it.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Builtin {
    /** The text signature, or the attribute's name for a getter or setter. */
    String value();

    /**
     * {@code __text_signature__} where it is another one than {@link #value} says; "none" where
     * Python sees none.
     */
    String shown() default "";

    /** What kind of attribute the method becomes. */
    BuiltinKind kind() default BuiltinKind.METHOD;

    /** The docstring. */
    String doc() default "";

    /** Whether partial evaluation may look into the method; without, it is a boundary. */
    boolean inline() default false;
}
