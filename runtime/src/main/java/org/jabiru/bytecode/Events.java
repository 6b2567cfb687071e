package org.jabiru.bytecode;

/** The events of {@code sys.monitoring} (PEP 669): their numbers, which are bits in sets. */
public final class Events {
    public static final int PY_START = 0;
    public static final int PY_RESUME = 1;
    public static final int PY_RETURN = 2;
    public static final int PY_YIELD = 3;
    public static final int CALL = 4;
    public static final int LINE = 5;
    public static final int INSTRUCTION = 6;
    public static final int JUMP = 7;
    public static final int BRANCH_LEFT = 8;
    public static final int BRANCH_RIGHT = 9;
    public static final int STOP_ITERATION = 10;

    /** Those below can be chosen for one code object, and switched off at one place. */
    public static final int LOCAL_COUNT = 11;

    public static final int RAISE = 11;
    public static final int EXCEPTION_HANDLED = 12;
    public static final int PY_UNWIND = 13;
    public static final int PY_THROW = 14;
    public static final int RERAISE = 15;
    public static final int C_RETURN = 16;
    public static final int C_RAISE = 17;

    /** Those below happen; what follows only stands for others. */
    public static final int COUNT = 18;

    /** Stands for BRANCH_LEFT and BRANCH_RIGHT. */
    public static final int BRANCH = 18;

    private static final String[] NAMES = {
        "PY_START",
        "PY_RESUME",
        "PY_RETURN",
        "PY_YIELD",
        "CALL",
        "LINE",
        "INSTRUCTION",
        "JUMP",
        "BRANCH_LEFT",
        "BRANCH_RIGHT",
        "STOP_ITERATION",
        "RAISE",
        "EXCEPTION_HANDLED",
        "PY_UNWIND",
        "PY_THROW",
        "RERAISE",
        "C_RETURN",
        "C_RAISE",
        "BRANCH",
    };

    /** What settrace and setprofile live on. */
    static final int TRACED = (1 << COUNT) - 1;

    private Events() {}

    public static String name(int event) {
        return NAMES[event];
    }
}
