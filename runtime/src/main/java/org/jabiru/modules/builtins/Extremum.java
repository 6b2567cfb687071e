package org.jabiru.modules.builtins;

import java.util.Arrays;
import java.util.Iterator;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Truth;

/** {@code min()} and {@code max()}: the first of equal items wins. */
final class Extremum {
    private Extremum() {}

    static Object find(String name, Object[] args, Object key, Object fallback) {
        if (args.length == 0) {
            throw Errors.typeError("%s expected at least 1 argument, got 0", name);
        }
        if (args.length > 1 && fallback != null) {
            throw Errors.typeError(
                    "Cannot specify a default for %s() with multiple positional arguments", name);
        }
        Comparison.Op better = name.equals("min") ? Comparison.Op.LT : Comparison.Op.GT;
        Object iterator =
                args.length == 1 ? Iteration.iter(args[0]) : Arrays.asList(args).iterator();
        Object best = null;
        Object bestValue = null;
        for (Object x = next(iterator); x != null; x = next(iterator)) {
            Object value = key == Singleton.NONE ? x : Call.call(key, x);
            if (best == null || better(better, value, bestValue)) {
                best = x;
                bestValue = value;
            }
        }
        if (best == null && fallback == null) {
            throw Errors.valueError("%s() iterable argument is empty", name);
        }
        return best == null ? fallback : best;
    }

    private static boolean better(Comparison.Op op, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return op.holds(Long.compare(x, y));
        }
        return Truth.isTrue(Comparison.compare(op, a, b));
    }

    private static Object next(Object iterator) {
        return iterator instanceof Iterator<?> i
                ? i.hasNext() ? i.next() : null
                : Iteration.next(iterator);
    }
}
