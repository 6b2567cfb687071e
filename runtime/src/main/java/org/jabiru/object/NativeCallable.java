package org.jabiru.object;

/**
 * A callable written in another language: it takes the arguments from where the caller has them.
 */
public interface NativeCallable extends JavaCallable {
    /**
     * Calls with positional arguments.
     *
     * @param args the arguments, from an index on; neither modified nor kept
     */
    Object callFrom(Object[] args, int from);

    /** {@code self(argument)}. */
    Object callOne(Object argument);
}
