package org.jabiru.bytecode;

/** What kind of start of a line {@code TraceLine} stands for. */
public final class LineKind {
    /** A statement. */
    public static final int STATEMENT = 0;

    /** A loop goes round: its header follows, on a line that counts as another one. */
    public static final int LOOP = 1;

    /** As {@link #LOOP}; header and body are on one line. */
    public static final int LOOP_ON_LINE = 2;

    /** A statement on the line of the one before it. */
    public static final int SAME_LINE = 3;

    /** As {@link #LOOP_ON_LINE}, where there may be operands of a statement around it. */
    public static final int COMPREHENSION = 4;

    /** The events that come of it. */
    static final int EVENTS = 1 << Events.LINE | 1 << Events.INSTRUCTION | 1 << Events.JUMP;

    private LineKind() {}

    /** Whether a loop goes round: even the line that was the last counts as another one. */
    static boolean isLoop(int kind) {
        return kind == LOOP || kind == LOOP_ON_LINE || kind == COMPREHENSION;
    }
}
