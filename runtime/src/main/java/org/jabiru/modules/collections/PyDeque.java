package org.jabiru.modules.collections;

import java.util.Arrays;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** A deque: a ring of items. */
public final class PyDeque extends PyObject implements Sequences.ItemsByIndex {
    /** For {@link #limit}: any length. */
    static final int UNLIMITED = -1;

    private Object[] ring = new Object[8];
    private int head;
    private int size;

    /** {@code maxlen}, or {@link #UNLIMITED}. */
    int limit = UNLIMITED;

    /** Counts changes of the length and order, for iterators. */
    int changes;

    public PyDeque(PyType type) {
        super(type);
    }

    public int size() {
        return size;
    }

    private int slot(int index) {
        return head + index & ring.length - 1;
    }

    /** The item at an index in range. */
    public Object get(int index) {
        return ring[slot(index)];
    }

    void set(int index, Object value) {
        ring[slot(index)] = value;
    }

    private void grow() {
        Object[] larger = new Object[ring.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        head = 0;
    }

    /** Appends on the right; when full, drops the item on the left. */
    public void append(Object item) {
        if (limit == 0) {
            return;
        }
        if (size == limit) {
            popLeft();
        }
        if (size == ring.length) {
            grow();
        }
        ring[slot(size)] = item;
        size++;
        changes++;
    }

    /** Appends on the left; when full, drops the item on the right. */
    public void appendLeft(Object item) {
        if (limit == 0) {
            return;
        }
        if (size == limit) {
            pop();
        }
        if (size == ring.length) {
            grow();
        }
        head = slot(ring.length - 1);
        ring[head] = item;
        size++;
        changes++;
    }

    /** Takes the item on the right. */
    public Object pop() {
        requireItem();
        size--;
        int slot = slot(size);
        Object item = ring[slot];
        ring[slot] = null;
        changes++;
        return item;
    }

    /** Takes the item on the left. */
    public Object popLeft() {
        requireItem();
        Object item = ring[head];
        ring[head] = null;
        head = slot(1);
        size--;
        changes++;
        return item;
    }

    private void requireItem() {
        if (size == 0) {
            throw Errors.indexError("pop from an empty deque");
        }
    }

    void clear() {
        ring = new Object[8];
        head = 0;
        size = 0;
        changes++;
    }

    /** The items from left to right, in a new array. */
    public Object[] toArray() {
        Object[] out = new Object[size];
        for (int i = 0; i < size; i++) {
            out[i] = get(i);
        }
        return out;
    }

    private void replace(Object[] items) {
        int capacity = Math.max(8, Integer.highestOneBit(items.length) * 2);
        ring = Arrays.copyOf(items, capacity);
        head = 0;
        size = items.length;
        changes++;
    }

    void extend(Object iterable) {
        Object source = iterable == this ? new PyList(toArray()) : iterable;
        Object iterator = Iteration.iter(source);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            append(x);
        }
    }

    void extendLeft(Object iterable) {
        Object source = iterable == this ? new PyList(toArray()) : iterable;
        Object iterator = Iteration.iter(source);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            appendLeft(x);
        }
    }

    /** Moves items from the right end to the left, or the other way when negative. */
    void rotate(long steps) {
        if (size <= 1) {
            return;
        }
        long n = steps % size;
        if (n > size / 2) {
            n -= size;
        } else if (n < -(size / 2)) {
            n += size;
        }
        // The length never changes, so that a full deque drops nothing.
        for (; n > 0; n--) {
            Object item = pop();
            head = slot(ring.length - 1);
            ring[head] = item;
            size++;
        }
        for (; n < 0; n++) {
            Object item = popLeft();
            ring[slot(size)] = item;
            size++;
        }
        changes++;
    }

    void insert(int index, Object item) {
        Object[] old = toArray();
        Object[] items = new Object[old.length + 1];
        System.arraycopy(old, 0, items, 0, index);
        items[index] = item;
        System.arraycopy(old, index, items, index + 1, old.length - index);
        replace(items);
    }

    void removeAt(int index) {
        if (index == 0) {
            popLeft();
        } else if (index == size - 1) {
            pop();
        } else {
            Object[] items = toArray();
            System.arraycopy(items, index + 1, items, index, size - index - 1);
            replace(Arrays.copyOf(items, size - 1));
        }
    }

    void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            Object x = get(i);
            set(i, get(j));
            set(j, x);
        }
    }

    /** {@code deque *= times}: what does not fit falls out on the left. */
    void repeat(long times) {
        Object[] items = toArray();
        if (times <= 0) {
            clear();
            return;
        }
        if (items.length == 0 || times == 1) {
            return;
        }
        long rounds = times;
        if (limit >= 0) {
            rounds = Math.min(times, limit / items.length + 2L);
        } else if (times > (Integer.MAX_VALUE - 8) / items.length) {
            throw Errors.memoryError();
        }
        for (long r = 1; r < rounds; r++) {
            for (Object item : items) {
                append(item);
            }
        }
    }
}
