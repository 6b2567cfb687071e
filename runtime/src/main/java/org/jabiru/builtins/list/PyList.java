package org.jabiru.builtins.list;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import java.util.Collection;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A list, or an instance of a subclass of list. */
public class PyList extends PyObject {
    private static final Object[] NONE = {};

    private Object[] items;
    private int size;
    private Watcher watcher;

    /** Learns of changes of a list of which something keeps a copy. */
    public interface Watcher {
        /** Items from an index up to another, or to the end and its place, may be others. */
        void changed(int from, int to);
    }

    public PyList() {
        super(ListType.TYPE);
        this.items = NONE;
    }

    public PyList(PyType type) {
        super(type);
        this.items = NONE;
    }

    /** A list that takes the array over, with all its items. */
    public PyList(Object[] items) {
        super(ListType.TYPE);
        this.items = items;
        this.size = items.length;
    }

    /** A list with the items of a Java collection. */
    public PyList(Collection<?> items) {
        this(items.toArray());
    }

    /** Has changes told to a watcher, from now on, or no more with null. */
    public final void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /** Whether changes are told to this watcher. */
    public final boolean isWatchedBy(Watcher candidate) {
        return watcher == candidate;
    }

    @TruffleBoundary
    private void tell(int from, int to) {
        watcher.changed(from, to);
    }

    /** To be called after a change of the array behind the list. */
    public final void changed(int from, int to) {
        if (watcher != null) {
            tell(from, to);
        }
    }

    public final int size() {
        return size;
    }

    /** The item at an index that is in range. */
    public final Object get(int index) {
        return items[index];
    }

    public final void set(int index, Object value) {
        items[index] = value;
        changed(index, index + 1);
    }

    public final void append(Object value) {
        if (size == items.length) {
            grow(size + 1);
        }
        items[size++] = value;
        changed(size - 1, size);
    }

    @TruffleBoundary
    private void grow(int wanted) {
        items = Arrays.copyOf(items, Math.max(wanted + (wanted >> 3) + 6 & ~3, 4));
    }

    /**
     * Makes room for so many items in a list that has none: as in CPython, an even number of
     * places.
     */
    public final void reserve(int count) {
        if (items.length == 0 && count > 0) {
            items = new Object[count + 1 & ~1];
        }
    }

    /** Inserts before an index in 0…size. */
    @TruffleBoundary
    public final void insert(int index, Object value) {
        append(value);
        System.arraycopy(items, index, items, index + 1, size - 1 - index);
        items[index] = value;
        changed(index, size);
    }

    /** Removes the item at an index that is in range, and returns it. */
    public final Object removeAt(int index) {
        Object old = items[index];
        System.arraycopy(items, index + 1, items, index, size - index - 1);
        items[--size] = null;
        changed(index, Integer.MAX_VALUE);
        return old;
    }

    /** Replaces the part from one index up to another by other items. */
    @TruffleBoundary
    public final void replace(int from, int to, Object[] with, int count) {
        int tail = size - to;
        int newSize = from + count + tail;
        if (items.length == 0) {
            reserve(newSize);
        } else if (newSize > items.length) {
            grow(newSize);
        }
        System.arraycopy(items, to, items, from + count, tail);
        System.arraycopy(with, 0, items, from, count);
        if (newSize < size) {
            Arrays.fill(items, newSize, size, null);
        }
        size = newSize;
        changed(from, Integer.MAX_VALUE);
    }

    /** Drops the items from a size on. */
    public final void truncate(int newSize) {
        Arrays.fill(items, newSize, size, null);
        size = newSize;
        changed(newSize, Integer.MAX_VALUE);
    }

    public final void clear() {
        items = NONE;
        size = 0;
        changed(0, Integer.MAX_VALUE);
    }

    /** The items, in a new array. */
    public final Object[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /**
     * The array behind the list: its first {@link #size()} elements, valid until the next change.
     */
    public final Object[] backing() {
        return items;
    }

    /** Takes an array over as the new content. */
    public final void setBacking(Object[] newItems, int newSize) {
        items = newItems;
        size = newSize;
        changed(0, Integer.MAX_VALUE);
    }
}
