package org.jabiru.protocol;

/**
 * The hash of a sequence of values from the hashes of its items, equal to CPython's (an xxHash with
 * one 64-bit accumulator), so that the order of sets of tuples is the same.
 */
public final class SequenceHash {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private SequenceHash() {}

    /** {@code hash(tuple(items))}. */
    public static long tuple(Object[] items) {
        long acc = PRIME_5;
        for (Object item : items) {
            acc = step(acc, Hashing.hash(item));
        }
        acc += items.length ^ PRIME_5 ^ 3527539L;
        return acc == -1 ? 1546275796 : acc;
    }

    /** The hash of a fixed number of lanes: without their count (as for slices). */
    public static long lanes(long... hashes) {
        long acc = PRIME_5;
        for (long h : hashes) {
            acc = step(acc, h);
        }
        return acc == -1 ? 1546275796 : acc;
    }

    private static long step(long acc, long lane) {
        return Long.rotateLeft(acc + lane * PRIME_2, 31) * PRIME_1;
    }
}
