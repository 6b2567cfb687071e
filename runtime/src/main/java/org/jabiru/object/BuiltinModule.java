package org.jabiru.object;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the class that holds the {@link Builtin} functions of a builtin module. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface BuiltinModule {
    /** The module's name, as in {@code __name__}. */
    String value();
}
