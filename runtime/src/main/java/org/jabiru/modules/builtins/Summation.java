package org.jabiru.modules.builtins;

import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** {@code sum()}: exact ints, floats with the lost low-order parts added at the end (Neumaier). */
final class Summation {
    private Summation() {}

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
            } else if (total instanceof Double d
                    && (item instanceof Double || item instanceof Long)) {
                double sum = d;
                double lost = 0;
                while (item instanceof Double || item instanceof Long) {
                    if (item instanceof Double x) {
                        double s = sum + x;
                        lost += Math.abs(sum) >= Math.abs(x) ? sum - s + x : x - s + sum;
                        sum = s;
                    } else {
                        sum += (Long) item;
                    }
                    item = Iteration.next(iterator);
                }
                total = lost != 0 && Double.isFinite(lost) ? sum + lost : sum;
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
            boolean bytes = org.jabiru.object.Types.of(start).lookup("append") == null;
            throw Errors.typeError(
                    bytes
                            ? "sum() can't sum bytes [use b''.join(seq) instead]"
                            : "sum() can't sum bytearray [use b''.join(seq) instead]");
        }
    }
}
