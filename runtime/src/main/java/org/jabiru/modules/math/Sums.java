package org.jabiru.modules.math;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.ints.IntArithmetic;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** The functions of math on several numbers: sums, products, distances. */
@BuiltinModule("math")
public final class Sums {
    private Sums() {}

    @Builtin("fsum(seq, /)")
    static double fsum(Object sequence) {
        ExactSum sum = new ExactSum();
        double special = 0;
        double infinities = 0;
        boolean hasSpecial = false;
        Object iterator = Iteration.iter(sequence);
        for (Object o = Iteration.next(iterator); o != null; o = Iteration.next(iterator)) {
            double x = Numbers.toDouble(o);
            if (!Double.isFinite(x)) {
                hasSpecial = true;
                special += x;
                if (Double.isInfinite(x)) {
                    infinities += x;
                }
            } else {
                sum.add(x);
                if (sum.overflow) {
                    throw Errors.overflowError("intermediate overflow in fsum");
                }
            }
        }
        if (hasSpecial) {
            if (Double.isNaN(infinities)) {
                throw Errors.valueError("-inf + inf in fsum");
            }
            return special;
        }
        return sum.value();
    }

    @Builtin("prod(iterable, /, *, start=1)")
    static Object prod(Object iterable, Object start) {
        Object result = start;
        Object iterator = Iteration.iter(iterable);
        for (Object o = Iteration.next(iterator); o != null; o = Iteration.next(iterator)) {
            result = Numbers.binary(BinaryOp.MUL, result, o);
        }
        return result;
    }

    @Builtin("sumprod(p, q, /)")
    static Object sumprod(Object p, Object q) {
        Object first = Iteration.iter(p);
        Object second = Iteration.iter(q);
        List<Object> left = new ArrayList<>();
        List<Object> right = new ArrayList<>();
        while (true) {
            Object a = Iteration.next(first);
            Object b = Iteration.next(second);
            if ((a == null) != (b == null)) {
                throw Errors.valueError("Inputs are not the same length");
            }
            if (a == null) {
                break;
            }
            left.add(a);
            right.add(b);
        }
        return sumOfProducts(left, right);
    }

    /** Exact as long as all are ints, then as long as they are floats with ints among them. */
    private static Object sumOfProducts(List<Object> left, List<Object> right) {
        Object total = 0L;
        int i = 0;
        int n = left.size();
        while (i < n && isInt(left.get(i)) && isInt(right.get(i))) {
            total = plusProduct(total, left.get(i), right.get(i));
            i++;
        }
        int start = i;
        ExactSum sum = new ExactSum();
        double value = 0;
        while (i < n && isFloatProduct(left.get(i), right.get(i))) {
            double x = Numbers.toDouble(left.get(i));
            double y = Numbers.toDouble(right.get(i));
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                break;
            }
            sum.addProduct(x, y);
            if (sum.overflow || !Double.isFinite(sum.value())) {
                break;
            }
            value = sum.value();
            i++;
        }
        if (i > start) {
            total = Numbers.binary(BinaryOp.ADD, total, value);
        }
        while (i < n) {
            total = plusProduct(total, left.get(i), right.get(i));
            i++;
        }
        return total;
    }

    private static Object plusProduct(Object total, Object a, Object b) {
        Object product = Numbers.binary(BinaryOp.MUL, a, b);
        return total instanceof Long x && product instanceof Long y
                ? IntArithmetic.add(x, y)
                : Numbers.binary(BinaryOp.ADD, total, product);
    }

    private static boolean isInt(Object o) {
        return o instanceof Long;
    }

    private static boolean isFloatProduct(Object a, Object b) {
        return a instanceof Double && isPlain(b) || b instanceof Double && isPlain(a);
    }

    private static boolean isPlain(Object o) {
        return o instanceof Double || o instanceof Long || o instanceof Boolean;
    }

    @Builtin("hypot(*coordinates)")
    static double hypot(Object[] coordinates) {
        double[] v = new double[coordinates.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = Numbers.toDouble(coordinates[i]);
        }
        return Norm.of(v);
    }

    @Builtin("dist(p, q, /)")
    static double dist(Object p, Object q) {
        Object[] a = p instanceof PyTuple t ? t.items : Iteration.toArray(p);
        Object[] b = q instanceof PyTuple t ? t.items : Iteration.toArray(q);
        if (a.length != b.length) {
            throw Errors.valueError("both points must have the same number of dimensions");
        }
        double[] v = new double[a.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = Numbers.toDouble(a[i]) - Numbers.toDouble(b[i]);
        }
        return Norm.of(v);
    }
}
