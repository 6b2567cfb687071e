package org.jabiru.protocol;

import org.jabiru.builtins.dict.PyDict;

/**
 * An instance's dict that is made when it is first needed. CPython: the field for it is NULL until
 * then; here: so are the fields in objects of C's, which hardly ever get one.
 */
public interface LateDict {
    /** Whether there may be something in it. */
    boolean exists();

    /** The dict, made now when there is none. */
    PyDict dict();

    /** Whether the dict is the instance's from then on: it may be another one otherwise. */
    default boolean stays() {
        return true;
    }
}
