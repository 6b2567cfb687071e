package org.jabiru.bytecode;

/**
 * What CPython has on its value stack between two statements, in one {@code long}: what decides
 * where a trace function may jump to (the setter of {@code frame.f_lineno}, in the manual's chapter
 * on the data model). Here these values are in locals.
 *
 * <p>The last one is in the lowest bits; an empty stack is 0.
 */
public final class BlockStack {
    /** The iterator of a {@code for}. */
    public static final int ITERATOR = 1;

    /** The exception that is handled in an {@code except} or a {@code finally}. */
    public static final int EXCEPTION = 2;

    /** Anything else. */
    public static final int OBJECT = 3;

    /** More than fits. */
    static final long TOO_DEEP = -1;

    private static final int BITS = 3;

    private BlockStack() {}

    /** The stack with one more kind of value on it. */
    public static long push(long stack, int kind) {
        return stack < 0 || stack >= 1L << 63 - BITS ? TOO_DEEP : stack << BITS | kind;
    }

    /** How many values there are; -1 for more than fit. */
    public static int depth(long stack) {
        return stack < 0 ? -1 : (Long.SIZE - Long.numberOfLeadingZeros(stack) + BITS - 1) / BITS;
    }

    private static int top(long stack) {
        return (int) (stack & (1 << BITS) - 1);
    }

    /** Whether one can go from a stack to another by dropping values. */
    static boolean leadsTo(long from, long to) {
        if (from < 0 || to < 0) {
            return false;
        }
        long a = from;
        while (a > to) {
            a >>= BITS;
        }
        long b = to;
        while (a != 0) {
            if (top(b) != OBJECT && top(a) != top(b)) {
                return false;
            }
            a >>= BITS;
            b >>= BITS;
        }
        return b == 0;
    }

    /** Why one cannot go to a stack, in CPython's words. */
    static String refusal(long to) {
        if (to < 0) {
            return "stack to deep to analyze";
        }
        return switch (top(to)) {
            case EXCEPTION -> "can't jump into an 'except' block as there's no exception";
            case ITERATOR -> "can't jump into the body of a for loop";
            default -> "incompatible stacks";
        };
    }
}
