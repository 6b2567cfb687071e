package org.jabiru.builtins.range;

import java.math.BigInteger;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Numbers;

/** A range object: bounds of any size, with a fast form when all its items are of 64 bits. */
public final class PyRange extends PyObject {
    /** Each a Long or BigInteger. */
    public final Object start;

    public final Object stop;
    public final Object step;

    /** {@code len(range)}, a Long or BigInteger. */
    public final Object length;

    private final boolean small;

    /** A range of ints; the step is not 0. */
    public PyRange(Object start, Object stop, Object step) {
        super(RangeType.TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
        if (start instanceof Long a && stop instanceof Long b && step instanceof Long by) {
            long count = by > 0 ? count(a, b, by) : count(b, a, -by);
            this.length =
                    count >= 0
                            ? (Object) count
                            : Numbers.normalize(new BigInteger(Long.toUnsignedString(count)));
            this.small = count >= 0 && endFits(a, count, by);
        } else {
            this.length = Numbers.normalize(bigLength());
            this.small = false;
        }
    }

    /** {@code range(stop)} for small numbers. */
    public PyRange(long stop) {
        this(0L, (Object) stop, 1L);
    }

    private static long count(long low, long high, long step) {
        return low >= high ? 0 : Long.divideUnsigned(high - low - 1, step) + 1;
    }

    /** Whether the number after the last item can be computed without overflow. */
    private static boolean endFits(long start, long count, long step) {
        long high = Math.multiplyHigh(count, step);
        long low = count * step;
        if (high != low >> 63) {
            return false;
        }
        long end = start + low;
        return ((start ^ end) & (low ^ end)) >= 0;
    }

    private BigInteger bigLength() {
        BigInteger low = Numbers.big(start);
        BigInteger high = Numbers.big(stop);
        BigInteger by = Numbers.big(step);
        if (by.signum() < 0) {
            BigInteger swap = low;
            low = high;
            high = swap;
            by = by.negate();
        }
        return low.compareTo(high) >= 0
                ? BigInteger.ZERO
                : high.subtract(low).subtract(BigInteger.ONE).divide(by).add(BigInteger.ONE);
    }

    /** Whether the bounds, the length and all items are Longs. */
    public boolean isSmall() {
        return small;
    }

    /** {@code len(range)} when {@link #isSmall}. */
    public long smallLength() {
        return (Long) length;
    }

    /** The item at an index in range, when {@link #isSmall}. */
    public long smallItem(long index) {
        return (Long) start + index * (Long) step;
    }

    /** {@code start + index * step} for any index. */
    public Object itemAt(Object index) {
        if (small && index instanceof Long i && i >= 0 && i < smallLength()) {
            return smallItem(i);
        }
        return Numbers.normalize(
                Numbers.big(start).add(Numbers.big(index).multiply(Numbers.big(step))));
    }

    /** {@code range[index]}; IndexError outside. */
    public Object get(Object index) {
        BigInteger n = Numbers.big(length);
        BigInteger i = Numbers.big(index);
        if (i.signum() < 0) {
            i = i.add(n);
        }
        if (i.signum() < 0 || i.compareTo(n) >= 0) {
            throw Errors.indexError("range object index out of range");
        }
        return itemAt(Numbers.normalize(i));
    }

    /** {@code range[slice]}. */
    public PyRange slice(PySlice slice) {
        BigInteger[] part = slice.bigIndices(Numbers.big(length));
        return new PyRange(
                itemAt(Numbers.normalize(part[0])),
                itemAt(Numbers.normalize(part[1])),
                Numbers.normalize(part[2].multiply(Numbers.big(step))));
    }

    /** The position of an int (Long or BigInteger), or null when it is no item. */
    public Object indexOfOrNull(Object value) {
        if (small && value instanceof Long v) {
            long by = (Long) step;
            long from = (Long) start;
            long to = (Long) stop;
            if (by > 0 ? v < from || v >= to : v > from || v <= to) {
                return null;
            }
            // The difference may need 64 bits without a sign.
            long distance = by > 0 ? v - from : from - v;
            long stride = by > 0 ? by : -by;
            return Long.remainderUnsigned(distance, stride) == 0
                    ? (Object) Long.divideUnsigned(distance, stride)
                    : null;
        }
        BigInteger by = Numbers.big(step);
        BigInteger[] quotient =
                Numbers.big(value).subtract(Numbers.big(start)).divideAndRemainder(by);
        boolean inside =
                quotient[1].signum() == 0
                        && quotient[0].signum() >= 0
                        && quotient[0].compareTo(Numbers.big(length)) < 0;
        return inside ? Numbers.normalize(quotient[0]) : null;
    }

    /** An iterator over the items. */
    public JavaIterator iterator() {
        return small
                ? new PyRangeIterator((Long) start, (Long) step, smallLength())
                : new PyLongRangeIterator(start, step, length);
    }

    /** An iterator over the items from the last one on. */
    public JavaIterator reverseIterator() {
        BigInteger by = Numbers.big(step);
        BigInteger last =
                Numbers.big(start).add(Numbers.big(length).subtract(BigInteger.ONE).multiply(by));
        PyRange reversed =
                new PyRange(
                        Numbers.normalize(last),
                        Numbers.normalize(Numbers.big(start).subtract(by)),
                        Numbers.normalize(by.negate()));
        return reversed.iterator();
    }
}
