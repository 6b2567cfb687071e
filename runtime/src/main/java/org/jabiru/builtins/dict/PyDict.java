package org.jabiru.builtins.dict;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Watch;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.HashKey;
import org.jabiru.protocol.Hashing;

/**
 * A dict: a compact hash table, entries in insertion order, with an index of 32-bit positions.
 *
 * <p>Java code walks it with {@code for (int i = d.first(); i >= 0; i = d.next(i))} and {@link
 * #keyAt}, {@link #valueAt}; an entry's position stays the same until the table is rebuilt, which
 * changes {@link #layout()}.
 */
public class PyDict extends PyObject {
    private static final int FREE = 0;
    private static final int[] NO_INDEX = {FREE};
    private static final Object[] NONE = {};
    private static final long[] NO_HASHES = {};

    /** Not the hash of any int. */
    private static final long REMOVED = Long.MIN_VALUE;

    private Object[] keys = NONE;
    private Object[] values = NONE;
    private long[] hashes = NO_HASHES;
    // Position + 1 of the entry, or FREE; deleted entries stay in the index with a null key.
    private int[] index = NO_INDEX;
    private int used;
    // No entry is before this position: taking entries from the front stays quick.
    private int head;
    private int size;
    // Marks in the index, those of removed entries included.
    private int linked;
    private long layout;

    /**
     * Whether all keys are ints whose hash is their value: then the hashes tell them apart. A
     * removed entry has the hash {@link #REMOVED}.
     */
    private boolean onlyInts = true;

    /** What is told of changes, or null. */
    public Watch watch;

    public PyDict() {
        super(DictType.TYPE);
    }

    public PyDict(PyType type) {
        super(type);
    }

    private PyDict(Shape shape) {
        super(shape);
    }

    /** A namespace of a type: never seen by Python as a dict, so it needs no type to be made. */
    public static PyDict forNamespace() {
        return new PyDict(NamespaceShape.SHAPE);
    }

    @Override
    public PyType type() {
        return getShape().getDynamicType() instanceof PyType t ? t : DictType.TYPE;
    }

    private static final class NamespaceShape {
        static final Shape SHAPE = Shape.newBuilder().layout(PyObject.class).build();
    }

    /** Makes room for more entries, before many are added. */
    public final void reserve(int more) {
        if (size + more > keys.length) {
            rebuild(size + more, 0);
        }
    }

    /** The number of entries. */
    public final int size() {
        return size;
    }

    /**
     * Counts the times a key was added or removed: while it stays, a key is where it was, or still
     * absent.
     */
    public final long layout() {
        return layout;
    }

    /** The position of the first entry, or -1. */
    public final int first() {
        int i = head;
        while (i < used && keys[i] == null) {
            i++;
        }
        head = i;
        return i < used ? i : -1;
    }

    /** The position of the entry after a position, or -1. */
    public final int next(int position) {
        for (int i = Math.max(position + 1, head); i < used; i++) {
            if (keys[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** The position of the last entry, or -1. */
    public final int last() {
        return previous(used);
    }

    /** The position of the entry before a position, or -1. */
    public final int previous(int position) {
        for (int i = Math.min(position, used) - 1; i >= head; i--) {
            if (keys[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /** The key at a position, null when it was removed. */
    public final Object keyAt(int position) {
        return position < used ? keys[position] : null;
    }

    public final Object valueAt(int position) {
        return values[position];
    }

    public final long hashAt(int position) {
        return hashes[position];
    }

    /** Replaces the value at a position that holds an entry. */
    public final void setValueAt(int position, Object value) {
        if (watch != null) {
            announce(Watch.DICT_MODIFIED, keys[position], value);
        }
        values[position] = value;
    }

    /** The position of a key, or -1; may call {@code __hash__} and {@code __eq__}. */
    public final int find(Object key) {
        return find(key, HashKey.ofKey(key));
    }

    /** As {@link #find(Object)}, for a key whose hash is known. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final int find(Object key, long hash) {
        if (onlyInts && key instanceof Long l && isOwnHash(l)) {
            return findByHash(l);
        }
        while (true) {
            int[] table = index;
            int mask = table.length - 1;
            int slot = (int) spread(hash) & mask;
            boolean restart = false;
            while (true) {
                int position = table[slot] - 1;
                if (position < 0) {
                    return -1;
                }
                Object candidate = keys[position];
                if (candidate != null && hashes[position] == hash) {
                    if (candidate == key) {
                        return position;
                    }
                    long before = layout;
                    if (sameKey(candidate, key)) {
                        return position;
                    }
                    // __eq__ may have changed the dict.
                    if (before != layout) {
                        restart = true;
                        break;
                    }
                }
                slot = slot + 1 & mask;
            }
            if (!restart) {
                return -1;
            }
        }
    }

    /** As {@link #find(Object)}, for an int. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final int findLong(long key) {
        return onlyInts && isOwnHash(key) ? findByHash(key) : find(key, Hashing.hashLong(key));
    }

    private static boolean isOwnHash(long key) {
        // -1 and -2 have the same hash.
        return key > -Hashing.MODULUS && key < Hashing.MODULUS && key != -1 && key != -2;
    }

    private int findByHash(long hash) {
        int[] table = index;
        long[] known = hashes;
        int mask = table.length - 1;
        int slot = (int) spread(hash) & mask;
        while (true) {
            int position = table[slot] - 1;
            if (position < 0 || known[position] == hash) {
                return position;
            }
            slot = slot + 1 & mask;
        }
    }

    private static boolean sameKey(Object a, Object b) {
        if (a instanceof TruffleString s && b instanceof TruffleString t) {
            return Str.equal(s, t);
        }
        return Comparison.sameOrEqual(a, b);
    }

    private static long spread(long hash) {
        long h = hash * 0x9E3779B97F4A7C15L;
        return h ^ h >>> 32;
    }

    /** The value for a key, or null. */
    public final Object get(Object key) {
        int position = find(key);
        return position < 0 ? null : values[position];
    }

    /** As {@link #get(Object)}, for an int. */
    public final Object getLong(long key) {
        int position = findLong(key);
        return position < 0 ? null : values[position];
    }

    /** As {@link #put(Object, Object)}, for an int. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final void putLong(long key, Object value) {
        int position = findLong(key);
        if (position >= 0) {
            setValueAt(position, value);
            return;
        }
        append(key, Hashing.hashLong(key), value);
    }

    /** As {@link #get(Object)}, for a name that stands in Java source. */
    public final Object get(String name) {
        return get(Str.name(name));
    }

    /** Adds or replaces an entry. */
    public final void put(Object key, Object value) {
        put(key, HashKey.ofKey(key), value);
    }

    /** As {@link #put(Object, Object)}, for a name that stands in Java source. */
    public final void put(String name, Object value) {
        put(Str.name(name), value);
    }

    /** As {@link #put(Object, Object)}, for a key whose hash is known. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final void put(Object key, long hash, Object value) {
        int position = find(key, hash);
        if (position >= 0) {
            setValueAt(position, value);
            return;
        }
        append(key, hash, value);
    }

    /** Adds an entry whose key is not in the dict. */
    public final void append(Object key, long hash, Object value) {
        if (watch != null) {
            announce(Watch.DICT_ADDED, key, value);
        }
        if (used == keys.length || isIndexFull()) {
            rebuild(size + 1, 0);
        }
        onlyInts = onlyInts && key instanceof Long l && isOwnHash(l);
        keys[used] = key;
        values[used] = value;
        hashes[used] = hash;
        link(used, hash);
        used++;
        size++;
        layout++;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private void announce(int event, Object key, Object value) {
        watch.changes(this, event, key, value);
    }

    private void link(int position, long hash) {
        int mask = index.length - 1;
        int slot = (int) spread(hash) & mask;
        while (index[slot] != FREE) {
            slot = slot + 1 & mask;
        }
        index[slot] = position + 1;
        linked++;
    }

    private boolean isIndexFull() {
        return (linked + 1) * 3L > index.length * 2L;
    }

    /** Drops removed entries; leaves room for as many in all, and some free places in front. */
    private void rebuild(int wanted, int front) {
        int all = wanted + front;
        int capacity = Math.max(8, Integer.highestOneBit(all + (all >> 1)) * 2);
        Object[] oldKeys = keys;
        Object[] oldValues = values;
        long[] oldHashes = hashes;
        int oldUsed = used;
        keys = new Object[capacity];
        values = new Object[capacity];
        hashes = new long[capacity];
        index = new int[capacity * 2];
        linked = 0;
        used = front;
        head = front;
        for (int i = 0; i < oldUsed; i++) {
            if (oldKeys[i] != null) {
                keys[used] = oldKeys[i];
                values[used] = oldValues[i];
                hashes[used] = oldHashes[i];
                link(used, oldHashes[i]);
                used++;
            }
        }
    }

    /** Removes a key; its value, or null when it was not there. */
    public final Object remove(Object key) {
        return remove(key, HashKey.ofKey(key));
    }

    /** As {@link #remove(Object)}, for a method of dict. */
    final Object removeAsDict(Object key) {
        Object value = remove(key);
        if (value != null) {
            removedAsDict(key);
        }
        return value;
    }

    /** What a subclass written in Java has to do when a method of dict has removed a key. */
    protected void removedAsDict(Object key) {}

    /** As {@link #remove(Object)}, for a key whose hash is known. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final Object remove(Object key, long hash) {
        int position = find(key, hash);
        return position < 0 ? null : removeAt(position);
    }

    /** Removes the entry at a position; its value. */
    public final Object removeAt(int position) {
        if (watch != null) {
            announce(Watch.DICT_DELETED, keys[position], null);
        }
        Object old = values[position];
        keys[position] = null;
        values[position] = null;
        hashes[position] = REMOVED;
        size--;
        layout++;
        if (position == head) {
            head++;
        }
        return old;
    }

    /** Removes the last entry, whose position it is; its value. */
    public final Object removeLast(int position) {
        Object old = removeAt(position);
        // The places are used again; marks that stay in the index do no harm.
        used = position;
        head = Math.min(head, used);
        return old;
    }

    /** Moves the entry at a position to the end. */
    public final void moveToEnd(int position) {
        if (next(position) < 0) {
            return;
        }
        Object key = keys[position];
        long hash = hashes[position];
        Object value = removeAt(position);
        append(key, hash, value);
    }

    /** Moves the entry at a position to the front. */
    public final void moveToFront(int position) {
        if (first() == position) {
            return;
        }
        Object key = keys[position];
        long hash = hashes[position];
        Object value = removeAt(position);
        if (head == 0 || isIndexFull()) {
            rebuild(size + 1, size + 1);
        }
        head--;
        onlyInts = onlyInts && key instanceof Long l && isOwnHash(l);
        keys[head] = key;
        values[head] = value;
        hashes[head] = hash;
        link(head, hash);
        size++;
        layout++;
    }

    /** Places in the index of CPython's table that has room for as many entries; 0: no table. */
    protected final long placesInC() {
        if (keys.length == 0) {
            return 0;
        }
        long places = 8;
        while (places * 2 / 3 < used) {
            places *= 2;
        }
        return places;
    }

    /** What CPython's table with these entries takes; one with str keys only needs no hashes. */
    protected final long tableSizeInC() {
        long places = placesInC();
        if (places == 0) {
            return 0;
        }
        boolean onlyStrs = true;
        for (int i = head; i < used && onlyStrs; i++) {
            onlyStrs = keys[i] == null || keys[i] instanceof TruffleString;
        }
        int width = places <= 1 << 8 - 1 ? 1 : places <= 1 << 16 - 1 ? 2 : 4;
        return 32 + places * width + places * 2 / 3 * (onlyStrs ? 16 : 24);
    }

    /** Removes all entries. */
    public final void clear() {
        if (watch != null && size > 0) {
            announce(Watch.DICT_CLEARED, null, null);
        }
        keys = NONE;
        values = NONE;
        hashes = NO_HASHES;
        index = NO_INDEX;
        used = 0;
        head = 0;
        linked = 0;
        size = 0;
        onlyInts = true;
        layout++;
    }

    /** Replaces all entries by those of another dict, which is copied as it is. */
    @TruffleBoundary
    public final void copyFrom(PyDict other) {
        if (watch != null) {
            announce(Watch.DICT_CLONED, other, null);
        }
        keys = Arrays.copyOf(other.keys, other.keys.length);
        values = Arrays.copyOf(other.values, other.values.length);
        hashes = Arrays.copyOf(other.hashes, other.hashes.length);
        index = other.index == NO_INDEX ? NO_INDEX : Arrays.copyOf(other.index, other.index.length);
        used = other.used;
        head = other.head;
        linked = other.linked;
        onlyInts = other.onlyInts;
        size = other.size;
        layout++;
    }
}
