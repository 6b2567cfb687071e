package org.jabiru.protocol;

import java.util.Arrays;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;

/** What all sequences do alike: indices, search bounds, repetition. */
public final class SequenceIndex {
    private SequenceIndex() {}

    /**
     * The position that {@code sequence[index]} means; negative indices count from the end.
     *
     * @throws org.jabiru.object.PyException TypeError when it is no index, IndexError with the
     *     message when it is out of range
     */
    public static int of(Object index, int size, String typeName, String outOfRange) {
        long i;
        if (index instanceof Long l) {
            i = l;
        } else {
            if (!Numbers.isIndex(index)) {
                throw Errors.typeError(
                        "%s indices must be integers or slices, not %s",
                        typeName, Types.of(index).name());
            }
            i = Numbers.indexForItem(index);
        }
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= size) {
            throw Errors.indexError(outOfRange);
        }
        return (int) i;
    }

    /** The start or stop of {@code index(x, start, stop)}: clamped to 0…size. */
    public static int searchBound(Object bound, int size) {
        long i;
        if (bound instanceof Long l) {
            i = l;
        } else {
            if (!Numbers.isIndex(bound)) {
                throw Errors.typeError(
                        "slice indices must be integers or have an __index__ method");
            }
            i = Numbers.clampedIndex(bound);
        }
        return (int) (i < 0 ? Math.max(i + size, 0) : Math.min(i, size));
    }

    /** The factor of {@code sequence * count}, at least 0. */
    public static long repeatCount(Object count) {
        if (count instanceof Long l) {
            return Math.max(l, 0);
        }
        if (!Numbers.isIndex(count)) {
            throw Errors.typeError(
                    "can't multiply sequence by non-int of type '%s'", Types.of(count).name());
        }
        return Math.max(Numbers.indexForCount(count), 0);
    }

    /** The first items of an array, repeated; MemoryError when no array can hold them. */
    public static Object[] repeat(Object[] items, int size, long times) {
        if (size == 0 || times == 0) {
            return new Object[0];
        }
        if (times > (Integer.MAX_VALUE - 8) / size) {
            throw Errors.memoryError();
        }
        Object[] out = new Object[(int) (size * times)];
        if (size == 1) {
            Arrays.fill(out, items[0]);
            return out;
        }
        System.arraycopy(items, 0, out, 0, size);
        for (int done = size; done < out.length; done *= 2) {
            System.arraycopy(out, 0, out, done, Math.min(done, out.length - done));
            if (done > out.length / 2) {
                break;
            }
        }
        return out;
    }
}
