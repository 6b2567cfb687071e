package org.jabiru.modules.interpreters;

import org.jabiru.object.Errors;

/**
 * What becomes of an item of a queue or a channel whose interpreter has ended, and of one that
 * cannot be shared: numbers that Python code knows, too.
 */
final class Unbound {
    static final int REMOVE = 1;
    static final int REPLACE = 3;

    /** Whether what is not shareable is pickled. */
    static final int NOT_PICKLED = 0, PICKLED = 1;

    private Unbound() {}

    static int operation(int given, int otherwise) {
        if (given < 0) {
            return otherwise;
        }
        if (given < REMOVE || given > REPLACE) {
            throw Errors.valueError("unsupported unboundop %d", given);
        }
        return given;
    }

    static int fallback(int given, int otherwise) {
        if (given < 0) {
            return otherwise;
        }
        if (given > PICKLED) {
            throw Errors.valueError("unsupported fallback %d", given);
        }
        return given;
    }

    /** An object on its way, pickled if that is allowed and necessary. */
    static SharedData shared(Object o, int fallback) {
        return fallback == PICKLED ? Sharing.orPickled(o) : Sharing.only(o);
    }
}
