package org.jabiru.bytecode;

/**
 * What {@code TraceCall} sees: bits, and above them how deep the call is nested in the operands of
 * others in the same frame.
 */
public final class CallPart {
    /** What is called. */
    public static final int CALLEE = 1;

    /** The first argument, unless one was seen before; null for none. */
    public static final int FIRST = 2;

    /** The last of the operands: the call follows. */
    public static final int LAST = 4;

    /** What the call returned. */
    public static final int RESULT = 8;

    /** All positional arguments, an iterable. */
    public static final int UNPACKED = 16;

    private static final int DEPTH_SHIFT = 5;

    /** The events that come of it. */
    static final int EVENTS = 1 << Events.CALL | 1 << Events.INSTRUCTION;

    private CallPart() {}

    /** The constant of a part. */
    public static int of(int bits, int depth) {
        return bits | depth << DEPTH_SHIFT;
    }

    static int depth(int part) {
        return part >> DEPTH_SHIFT;
    }

    static boolean is(int part, int bit) {
        return (part & bit) != 0;
    }
}
