package org.jabiru.builtins.range;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Numbers;

/** The iterator over a range with items or bounds of more than 64 bits. */
public final class PyLongRangeIterator extends PyObject implements JavaIterator {
    private BigInteger value;
    private final BigInteger step;
    private BigInteger left;

    /** Each a Long or BigInteger. */
    public PyLongRangeIterator(Object start, Object step, Object count) {
        super(LongRangeIteratorType.TYPE);
        this.value = Numbers.big(start);
        this.step = Numbers.big(step);
        this.left = Numbers.big(count);
    }

    @Override
    @TruffleBoundary
    public Object next() {
        if (left.signum() == 0) {
            return null;
        }
        BigInteger item = value;
        value = item.add(step);
        left = left.subtract(BigInteger.ONE);
        return Numbers.normalize(item);
    }

    Object lengthHint() {
        return Numbers.normalize(left);
    }

    Object reduce() {
        BigInteger end = value.add(left.multiply(step));
        PyRange rest =
                new PyRange(
                        Numbers.normalize(value), Numbers.normalize(end), Numbers.normalize(step));
        return IteratorMethods.reduceToIter(rest, Singleton.NONE);
    }

    void setState(Object state) {
        BigInteger skip = Numbers.big(Numbers.index(state)).max(BigInteger.ZERO).min(left);
        value = value.add(skip.multiply(step));
        left = left.subtract(skip);
    }
}
