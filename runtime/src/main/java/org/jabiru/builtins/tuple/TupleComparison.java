package org.jabiru.builtins.tuple;

import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Comparison.Op;

/** Comparison of tuples (Value comparisons, sequences). */
public final class TupleComparison {
    private TupleComparison() {}

    /** {@code a op b} for the items of two tuples. */
    public static Object compare(Op op, Object[] a, Object[] b) {
        int shared = Math.min(a.length, b.length);
        for (int i = 0; i < shared; i++) {
            if (!Comparison.sameOrEqual(a[i], b[i])) {
                return switch (op) {
                    case EQ -> false;
                    case NE -> true;
                    default -> Comparison.compare(op, a[i], b[i]);
                };
            }
        }
        return op.holds(Integer.compare(a.length, b.length));
    }
}
