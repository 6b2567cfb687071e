package org.jabiru.builtins.frame;

import java.util.Arrays;

/** The calls that a frame is about to make, while someone wants to know of them. */
public final class FrameCalls {
    private Object[] callees = {};
    private Object[] arguments = {};

    /** How deep the call is nested in the operands of others that runs now; -1 for none. */
    public int running = -1;

    /** What is called is known, its arguments are not; null when the call has ended. */
    public void begin(int depth, Object callee) {
        if (depth >= callees.length) {
            callees = Arrays.copyOf(callees, depth + 4);
            arguments = Arrays.copyOf(arguments, depth + 4);
        }
        callees[depth] = callee;
        arguments[depth] = null;
    }

    /** Notes the first argument, unless there is one. */
    public void argument(int depth, Object value) {
        if (depth < arguments.length && arguments[depth] == null) {
            arguments[depth] = value;
        }
    }

    /** What is called, or null. */
    public Object callee(int depth) {
        return depth < callees.length ? callees[depth] : null;
    }

    /** The first argument, or null. */
    public Object argument(int depth) {
        return depth < arguments.length ? arguments[depth] : null;
    }
}
