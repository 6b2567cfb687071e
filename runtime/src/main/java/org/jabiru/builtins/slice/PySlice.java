package org.jabiru.builtins.slice;

import java.math.BigInteger;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;

/** A slice object. */
public final class PySlice extends PyObject {
    public final Object start;
    public final Object stop;
    public final Object step;

    public PySlice(Object start, Object stop, Object step) {
        super(SliceType.TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    /**
     * A slice fitted to a sequence: items {@code start + i * step} for i from 0 up to count.
     *
     * @param stop where it ends; with a step of 1 never before the start
     */
    public record Indices(long start, long stop, long step, long count) {
        public int first() {
            return (int) start;
        }

        public int size() {
            return (int) count;
        }

        /** The index of the n-th item. */
        public int at(int n) {
            return (int) (start + n * step);
        }
    }

    /** The bounds for a sequence of the given length (PySlice_Unpack, PySlice_AdjustIndices). */
    public Indices indices(long length) {
        long by = step == Singleton.NONE ? 1 : bound(step);
        if (by == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        by = Math.max(by, -Long.MAX_VALUE);
        long from = start == Singleton.NONE ? (by < 0 ? length - 1 : 0) : clamp(start, length, by);
        long to = stop == Singleton.NONE ? (by < 0 ? -1 : length) : clamp(stop, length, by);
        long count = 0;
        if (by < 0) {
            if (to < from) {
                count = (from - to - 1) / -by + 1;
            }
        } else if (from < to) {
            count = (to - from - 1) / by + 1;
        }
        if (by == 1 && to < from) {
            to = from;
        }
        return new Indices(from, to, by, count);
    }

    private static long clamp(Object bound, long length, long step) {
        long i = bound(bound);
        if (i < 0) {
            i += length;
            return i < 0 ? (step < 0 ? -1 : 0) : i;
        }
        return i >= length ? (step < 0 ? length - 1 : length) : i;
    }

    private static long bound(Object o) {
        if (o instanceof Long l) {
            return l;
        }
        requireIndex(o);
        return Numbers.clampedIndex(o);
    }

    private static void requireIndex(Object o) {
        if (!Numbers.isIndex(o)) {
            throw Errors.typeError(
                    "slice indices must be integers or None or have an __index__ method");
        }
    }

    /** As {@link #indices(long)}, for lengths and bounds of any size: start, stop and step. */
    public BigInteger[] bigIndices(BigInteger length) {
        BigInteger by = step == Singleton.NONE ? BigInteger.ONE : bigBound(step);
        if (by.signum() == 0) {
            throw Errors.valueError("slice step cannot be zero");
        }
        BigInteger low = by.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO;
        BigInteger high = by.signum() < 0 ? length.subtract(BigInteger.ONE) : length;
        BigInteger from =
                start == Singleton.NONE
                        ? (by.signum() < 0 ? high : low)
                        : bigClamp(bigBound(start), length, low, high);
        BigInteger to =
                stop == Singleton.NONE
                        ? (by.signum() < 0 ? low : high)
                        : bigClamp(bigBound(stop), length, low, high);
        return new BigInteger[] {from, to, by};
    }

    private static BigInteger bigBound(Object o) {
        requireIndex(o);
        return Numbers.big(Numbers.index(o));
    }

    private static BigInteger bigClamp(
            BigInteger i, BigInteger length, BigInteger low, BigInteger high) {
        return i.signum() < 0 ? i.add(length).max(low) : i.min(high);
    }
}
