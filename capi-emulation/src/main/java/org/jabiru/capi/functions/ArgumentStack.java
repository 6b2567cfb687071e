package org.jabiru.capi.functions;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.object.Errors;

/** Memory for the argument arrays of the calls that a thread has under way. */
final class ArgumentStack {
    private static final int WORDS = 1 << 18;

    Thread owner = Thread.currentThread();
    private final long base;
    private int used;

    ArgumentStack(NativeState state) {
        base = state.malloc(8L * WORDS);
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** Room for some pointers. */
    long push(int words) {
        if (used + words > WORDS) {
            throw Errors.raise(
                    ExceptionTypes.RecursionError,
                    "maximum recursion depth exceeded while calling a C function");
        }
        long at = base + 8L * used;
        used += words;
        return at;
    }

    void pop(int words) {
        used -= words;
    }
}
