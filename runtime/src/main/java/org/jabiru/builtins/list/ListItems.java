package org.jabiru.builtins.list;

import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.slice.PySlice.Indices;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.LengthHint;

/** Extending, slicing and searching lists. */
public final class ListItems {
    private ListItems() {}

    private static final long MOST_RESERVED = 1 << 20;

    /** {@code list.extend}: items that come before an exception stay. */
    public static void extend(PyList list, Object iterable) {
        if (iterable instanceof PyList other && (other.type() == ListType.TYPE || other == list)) {
            list.replace(list.size(), list.size(), other.backing(), other.size());
            return;
        }
        if (iterable instanceof PyTuple other && other.type() == TupleType.TYPE) {
            list.replace(list.size(), list.size(), other.items, other.size());
            return;
        }
        Object iterator = Iteration.iter(iterable);
        if (!(iterable instanceof JavaIterator)) {
            long hint = LengthHint.of(iterable, 0);
            // A wrong estimate is no reason to run out of memory.
            if (hint < MOST_RESERVED) {
                list.reserve((int) hint);
            }
        }
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            list.append(x);
        }
    }

    /** The index of the first item in a range that is or equals the value, or -1. */
    public static int find(PyList list, Object value, int from, int to) {
        for (int i = from; i < list.size() && i < to; i++) {
            if (Comparison.sameOrEqual(list.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    /** Reverses a part of an array. */
    static void reverse(Object[] items, int from, int to) {
        for (int i = from, j = to - 1; i < j; i++, j--) {
            Object x = items[i];
            items[i] = items[j];
            items[j] = x;
        }
    }

    /** {@code list[slice]}. */
    public static PyList slice(PyList list, Indices part) {
        return new PyList(slice(list.backing(), part));
    }

    /** The items that a slice selects, in a new array. */
    public static Object[] slice(Object[] items, Indices part) {
        Object[] out = new Object[part.size()];
        if (part.step() == 1) {
            System.arraycopy(items, part.first(), out, 0, out.length);
        } else {
            for (int i = 0; i < out.length; i++) {
                out[i] = items[part.at(i)];
            }
        }
        return out;
    }

    /** {@code list[slice] = value}. */
    public static void assign(PyList list, PySlice slice, Object value) {
        slice.indices(list.size());
        Object[] items = toItems(value);
        // Iterating may have changed the list.
        Indices part = slice.indices(list.size());
        if (part.step() == 1) {
            list.replace(part.first(), (int) part.stop(), items, items.length);
            return;
        }
        if (items.length != part.count()) {
            throw Errors.valueError(
                    "attempt to assign sequence of size %d to extended slice of size %d",
                    items.length, part.count());
        }
        for (int i = 0; i < items.length; i++) {
            list.set(part.at(i), items[i]);
        }
    }

    private static Object[] toItems(Object value) {
        return Iteration.toArray(value, "must assign iterable to extended slice");
    }

    /** {@code del list[slice]}. */
    public static void delete(PyList list, Indices part) {
        int count = part.size();
        if (count == 0) {
            return;
        }
        int step = (int) part.step();
        int first = part.first();
        if (step < 0) {
            first = part.at(count - 1);
            step = -step;
        }
        Object[] items = list.backing();
        int size = list.size();
        int to = first;
        int from = first;
        for (int k = 0; k < count; k++) {
            int skipped = first + k * step;
            int kept = skipped - from;
            System.arraycopy(items, from, items, to, kept);
            to += kept;
            from = skipped + 1;
        }
        System.arraycopy(items, from, items, to, size - from);
        list.truncate(size - count);
        list.changed(first, Integer.MAX_VALUE);
    }
}
