package org.jabiru.builtins.list;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.protocol.Comparison;

/** The strict order {@code <} of items to sort: compared directly where all are of one kind. */
interface ItemOrder {
    boolean less(Object a, Object b);

    /** The order for these items. */
    static ItemOrder of(Object[] items, int size) {
        Class<?> common = commonClass(items, size);
        if (common == Long.class) {
            return (a, b) -> (Long) a < (Long) b;
        }
        if (common == Double.class) {
            return (a, b) -> (Double) a < (Double) b;
        }
        if (common == TruffleString.class) {
            return (a, b) -> ((TruffleString) a).compareIntsUTF32Uncached((TruffleString) b) < 0;
        }
        if (common == PyTuple.class) {
            OfTuples columns = OfTuples.ofOrNull(items, size);
            if (columns != null) {
                return columns;
            }
        }
        return Comparison::less;
    }

    private static Class<?> commonClass(Object[] items, int size) {
        Class<?> common = items[0].getClass();
        for (int i = 1; i < size; i++) {
            if (items[i].getClass() != common) {
                return null;
            }
        }
        return common;
    }

    /** Tuples of the same length, whose items at each index are of one kind. */
    final class OfTuples implements ItemOrder {
        private final Class<?>[] kinds;

        private OfTuples(Class<?>[] kinds) {
            this.kinds = kinds;
        }

        private static OfTuples ofOrNull(Object[] tuples, int size) {
            Object[] first = ((PyTuple) tuples[0]).items;
            Class<?>[] kinds = new Class<?>[first.length];
            for (int k = 0; k < kinds.length; k++) {
                kinds[k] = first[k].getClass();
                if (kinds[k] != Long.class
                        && kinds[k] != TruffleString.class
                        && kinds[k] != Double.class) {
                    return null;
                }
            }
            for (int i = 0; i < size; i++) {
                PyTuple tuple = (PyTuple) tuples[i];
                if (tuple.type() != TupleType.TYPE || tuple.items.length != kinds.length) {
                    return null;
                }
                for (int k = 0; k < kinds.length; k++) {
                    Object item = tuple.items[k];
                    // NaN may be the same object without being equal.
                    if (item.getClass() != kinds[k] || item instanceof Double d && d.isNaN()) {
                        return null;
                    }
                }
            }
            return new OfTuples(kinds);
        }

        @Override
        public boolean less(Object a, Object b) {
            Object[] left = ((PyTuple) a).items;
            Object[] right = ((PyTuple) b).items;
            for (int k = 0; k < kinds.length; k++) {
                int sign;
                if (kinds[k] == Long.class) {
                    sign = Long.compare((Long) left[k], (Long) right[k]);
                } else if (kinds[k] == TruffleString.class) {
                    TruffleString s = (TruffleString) left[k];
                    sign = s == right[k] ? 0 : s.compareIntsUTF32Uncached((TruffleString) right[k]);
                } else {
                    double x = (Double) left[k];
                    double y = (Double) right[k];
                    sign = x < y ? -1 : x > y ? 1 : 0;
                }
                if (sign != 0) {
                    return sign < 0;
                }
            }
            return false;
        }
    }
}
