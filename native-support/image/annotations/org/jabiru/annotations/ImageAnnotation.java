package org.jabiru.annotations;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;

/**
 * An annotation, as {@link java.lang.reflect.Proxy} would make its class: its values are the JDK's
 * to know. Subclasses implement one annotation type each.
 */
abstract class ImageAnnotation implements Annotation {
    private final InvocationHandler handler;

    ImageAnnotation(InvocationHandler handler) {
        this.handler = handler;
    }

    /** The value of an element. */
    @SuppressWarnings("unchecked")
    final <T> T element(String name) {
        return (T) ask(annotationType(), name);
    }

    @Override
    public final Class<? extends Annotation> annotationType() {
        return getClass().getInterfaces()[0].asSubclass(Annotation.class);
    }

    @Override
    public final boolean equals(Object other) {
        return (boolean) ask(Object.class, "equals", other);
    }

    @Override
    public final int hashCode() {
        return (int) ask(Object.class, "hashCode");
    }

    @Override
    public final String toString() {
        return (String) ask(Object.class, "toString");
    }

    private Object ask(Class<?> declaring, String name, Object... arguments) {
        try {
            Class<?>[] parameters = new Class<?>[arguments.length];
            Arrays.fill(parameters, Object.class);
            Method method = declaring.getMethod(name, parameters);
            return handler.invoke(this, method, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }
}
