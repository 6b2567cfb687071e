package org.jabiru.builtins.range;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;

/** The iterator over a range whose items are of 64 bits. */
public final class PyRangeIterator extends PyObject implements JavaIterator {
    private long value;
    private final long step;
    private long left;

    public PyRangeIterator(long start, long step, long count) {
        super(RangeIteratorType.TYPE);
        this.value = start;
        this.step = step;
        this.left = count;
    }

    /** Whether {@link #nextLong} gives another item. */
    public boolean hasNext() {
        return left > 0;
    }

    /** The next item, unboxed; only after {@link #hasNext}. */
    public long nextLong() {
        long item = value;
        value = item + step;
        left--;
        return item;
    }

    @Override
    public Object next() {
        return left > 0 ? (Object) nextLong() : null;
    }

    Object lengthHint() {
        return left;
    }

    Object reduce() {
        PyRange rest = new PyRange(value, value + left * step, step);
        return IteratorMethods.reduceToIter(rest, Singleton.NONE);
    }

    void setState(Object state) {
        long skip = Math.min(Math.max(Numbers.indexForItem(state), 0), left);
        value += skip * step;
        left -= skip;
    }
}
