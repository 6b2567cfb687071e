package org.jabiru.modules.bisect;

import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Sequences;

/** The module {@code _bisect}. */
@BuiltinModule("_bisect")
public final class BisectModule {
    private BisectModule() {}

    /** The place for an item: after equal ones when {@code right}, before them otherwise. */
    private static long search(Object a, Object x, long lo, Object hi, Object key, boolean right) {
        if (lo < 0) {
            throw Errors.valueError("lo must be non-negative");
        }
        long low = lo;
        long high = hi == Singleton.NONE ? Sequences.length(a) : Args.toLong(hi);
        while (low < high) {
            long middle = low + high >>> 1;
            Object item = Sequences.getItem(a, middle);
            if (key != Singleton.NONE) {
                item = Call.call(key, item);
            }
            boolean before = right ? !Comparison.less(x, item) : Comparison.less(item, x);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void insert(Object a, Object x, long lo, Object hi, Object key, boolean right) {
        Object wanted = key == Singleton.NONE ? x : Call.call(key, x);
        Call.method(a, "insert", search(a, wanted, lo, hi, key, right), x);
    }

    @Builtin(
            value = "bisect_right(a, x, lo=0, hi=None, *, key=None)",
            doc = "Where to insert x in the sorted list a, after items equal to x.")
    static long bisectRight(Object a, Object x, long lo, Object hi, Object key) {
        return search(a, x, lo, hi, key, true);
    }

    @Builtin(
            value = "bisect_left(a, x, lo=0, hi=None, *, key=None)",
            doc = "Where to insert x in the sorted list a, before items equal to x.")
    static long bisectLeft(Object a, Object x, long lo, Object hi, Object key) {
        return search(a, x, lo, hi, key, false);
    }

    @Builtin(
            value = "insort_right(a, x, lo=0, hi=None, *, key=None)",
            doc = "Inserts x in the sorted list a, after items equal to x.")
    static void insortRight(Object a, Object x, long lo, Object hi, Object key) {
        insert(a, x, lo, hi, key, true);
    }

    @Builtin(
            value = "insort_left(a, x, lo=0, hi=None, *, key=None)",
            doc = "Inserts x in the sorted list a, before items equal to x.")
    static void insortLeft(Object a, Object x, long lo, Object hi, Object key) {
        insert(a, x, lo, hi, key, false);
    }
}
