package org.jabiru.modules.builtins;

import java.math.BigInteger;
import org.jabiru.builtins.complex.ComplexType;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** {@code sum()}: exact ints, floats with the lost low-order parts added at the end (Neumaier). */
final class Summation {
    private Summation() {}

    /** A sum of floats with what rounding lost. */
    private static final class Compensated {
        private double sum;
        private double lost;

        Compensated(double start) {
            sum = start;
        }

        void add(double x) {
            double s = sum + x;
            lost += Math.abs(sum) >= Math.abs(x) ? sum - s + x : x - s + sum;
            sum = s;
        }

        double total() {
            return lost != 0 && Double.isFinite(lost) ? sum + lost : sum;
        }
    }

    private static boolean isPlainNumber(Object o) {
        return o instanceof PyComplex z && z.type() == ComplexType.TYPE || isPlainReal(o);
    }

    private static boolean isPlainReal(Object o) {
        return o instanceof Double
                || o instanceof Long
                || o instanceof BigInteger
                || o instanceof Boolean;
    }

    static Object sum(Object iterable, Object start) {
        Object iterator = Iteration.iter(iterable);
        rejectText(start);
        Object total = start;
        Object item = Iteration.next(iterator);
        while (item != null) {
            if (total instanceof Long t && item instanceof Long i) {
                long s = t + i;
                total = ((t ^ s) & (i ^ s)) < 0 ? Numbers.binary(BinaryOp.ADD, t, i) : (Object) s;
                item = Iteration.next(iterator);
            } else if (total instanceof Double d && isPlainReal(item)) {
                Compensated sum = new Compensated(d);
                while (isPlainReal(item)) {
                    sum.add(item instanceof Double x ? x : Numbers.toDouble(item));
                    item = Iteration.next(iterator);
                }
                total = sum.total();
            } else if (total instanceof PyComplex z && isPlainNumber(item)) {
                Compensated real = new Compensated(z.real);
                Compensated imag = new Compensated(z.imag);
                while (isPlainNumber(item)) {
                    if (item instanceof PyComplex c) {
                        real.add(c.real);
                        imag.add(c.imag);
                    } else {
                        real.add(Numbers.toDouble(item));
                    }
                    item = Iteration.next(iterator);
                }
                total = new PyComplex(real.total(), imag.total());
            } else {
                total = Numbers.binary(BinaryOp.ADD, total, item);
                item = Iteration.next(iterator);
            }
        }
        return total;
    }

    private static void rejectText(Object start) {
        if (Str.valueOrNull(start) != null) {
            throw Errors.typeError("sum() can't sum strings [use ''.join(seq) instead]");
        }
        if (NumberFunctions.isBytes(start)) {
            boolean bytes = Types.of(start).lookup("append") == null;
            throw Errors.typeError(
                    bytes
                            ? "sum() can't sum bytes [use b''.join(seq) instead]"
                            : "sum() can't sum bytearray [use b''.join(seq) instead]");
        }
    }
}
