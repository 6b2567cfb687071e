package org.jabiru.builtins.set;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.HashKey;

/**
 * A set or frozenset: a hash table with the probe sequence and growth of CPython's, so that sets of
 * ints have the same order.
 *
 * <p>Java code walks it with {@code for (int i = s.next(-1); i >= 0; i = s.next(i))} and {@link
 * #keyAt}.
 */
public class PySet extends PyObject {
    private static final int MIN_SIZE = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;
    private static final Object REMOVED = new Object();

    private Object[] keys = new Object[MIN_SIZE];
    private long[] hashes = new long[MIN_SIZE];
    private int mask = MIN_SIZE - 1;
    // Slots with a key or the mark of a removed one.
    private int fill;
    private int used;
    private int finger;
    private long changes;

    /** The hash of a frozenset once computed, 0 before. */
    private long frozenHash;

    public PySet() {
        super(SetType.TYPE);
    }

    public PySet(PyType type) {
        super(type);
    }

    /** Whether it is a frozenset. */
    public final boolean isFrozen() {
        return type().isSubtype(FrozenSetType.TYPE);
    }

    public final int size() {
        return used;
    }

    /** The slot of the key after a slot, or -1. */
    public final int next(int slot) {
        for (int i = slot + 1; i <= mask; i++) {
            Object key = keys[i];
            if (key != null && key != REMOVED) {
                return i;
            }
        }
        return -1;
    }

    /** The key in a slot, null when there is none. */
    public final Object keyAt(int slot) {
        Object key = slot <= mask ? keys[slot] : null;
        return key == REMOVED ? null : key;
    }

    public final long hashAt(int slot) {
        return hashes[slot];
    }

    public final boolean contains(Object key) {
        return find(key, HashKey.ofElement(key)) >= 0;
    }

    /** Adds a key; whether it was not there. */
    public final boolean add(Object key) {
        return add(key, HashKey.ofElement(key));
    }

    /** Removes a key; whether it was there. */
    public final boolean remove(Object key) {
        return remove(key, HashKey.ofElement(key));
    }

    /** As {@link #contains}, for a key whose hash is known: its slot, or -1. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final int find(Object key, long hash) {
        int slot = lookup(key, hash);
        return keys[slot] == null ? -1 : slot;
    }

    /** The slot of the key, or the free slot where it belongs. */
    private int lookup(Object key, long hash) {
        while (true) {
            long before = changes;
            int slot = lookupOnce(key, hash);
            if (slot >= 0 && before == changes) {
                return slot;
            }
        }
    }

    /** As {@link #lookup}; -1 when {@code __eq__} changed the set. */
    private int lookupOnce(Object key, long hash) {
        long perturb = hash;
        int i = (int) hash & mask;
        while (true) {
            int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
            for (int slot = i; slot <= i + probes; slot++) {
                Object found = keys[slot];
                if (found == null) {
                    return slot;
                }
                if (hashes[slot] == hash && found != REMOVED) {
                    if (found == key) {
                        return slot;
                    }
                    long before = changes;
                    boolean same = Comparison.sameOrEqual(found, key);
                    if (before != changes) {
                        return -1;
                    }
                    if (same) {
                        return slot;
                    }
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    /** As {@link #add(Object)}, for a key whose hash is known. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final boolean add(Object key, long hash) {
        int slot = lookup(key, hash);
        if (keys[slot] != null) {
            return false;
        }
        int reused = fill > used ? removedSlot(slot, hash) : slot;
        keys[reused] = key;
        hashes[reused] = hash;
        used++;
        changes++;
        if (reused != slot) {
            return true;
        }
        fill++;
        if (fill * 5L >= mask * 3L) {
            resize(used > 50000 ? used * 2 : used * 4);
        }
        return true;
    }

    /** The last slot of a removed key on the way to a free slot; the free slot if there is none. */
    private int removedSlot(int free, long hash) {
        int found = free;
        long perturb = hash;
        int i = (int) hash & mask;
        while (true) {
            int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
            for (int slot = i; slot <= i + probes; slot++) {
                if (slot == free) {
                    return found;
                }
                if (keys[slot] == REMOVED) {
                    found = slot;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    /** As {@link #remove(Object)}, for a key whose hash is known. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final boolean remove(Object key, long hash) {
        int slot = lookup(key, hash);
        if (keys[slot] == null) {
            return false;
        }
        removeAt(slot);
        return true;
    }

    private void removeAt(int slot) {
        keys[slot] = REMOVED;
        hashes[slot] = -1;
        used--;
        changes++;
    }

    /** Removes some key and returns it; null when the set is empty. */
    public final Object pop() {
        if (used == 0) {
            return null;
        }
        int slot = finger & mask;
        while (keys[slot] == null || keys[slot] == REMOVED) {
            slot = slot + 1 & mask;
        }
        Object key = keys[slot];
        removeAt(slot);
        finger = slot + 1;
        return key;
    }

    /** What {@code __sizeof__} reports: as CPython's. */
    final long sizeInBytes() {
        return TypeLayout.basicSize(type()) + (mask + 1 > MIN_SIZE ? (mask + 1) * 16L : 0);
    }

    public final void clear() {
        keys = new Object[MIN_SIZE];
        hashes = new long[MIN_SIZE];
        mask = MIN_SIZE - 1;
        fill = 0;
        used = 0;
        finger = 0;
        changes++;
    }

    /** Makes room for as many keys in all, before many are added (as an update does). */
    final void reserve(int more) {
        if ((fill + (long) more) * 5 >= mask * 3L) {
            resize((used + more) * 2);
        }
    }

    private void resize(int wanted) {
        int size = MIN_SIZE;
        while (size <= wanted) {
            size <<= 1;
        }
        Object[] oldKeys = keys;
        long[] oldHashes = hashes;
        keys = new Object[size];
        hashes = new long[size];
        mask = size - 1;
        fill = used;
        changes++;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null && oldKeys[i] != REMOVED) {
                insertNew(oldKeys[i], oldHashes[i]);
            }
        }
    }

    /** Stores a key that is not in the table, which holds no removed ones. */
    private void insertNew(Object key, long hash) {
        long perturb = hash;
        int i = (int) hash & mask;
        while (true) {
            int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
            for (int slot = i; slot <= i + probes; slot++) {
                if (keys[slot] == null) {
                    keys[slot] = key;
                    hashes[slot] = hash;
                    return;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    /** Adds all keys of another set. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final void addAll(PySet other) {
        if (other == this || other.used == 0) {
            return;
        }
        reserve(other.used);
        if (fill == 0) {
            if (mask == other.mask && other.fill == other.used) {
                keys = Arrays.copyOf(other.keys, other.keys.length);
                hashes = Arrays.copyOf(other.hashes, other.hashes.length);
            } else {
                for (int i = other.next(-1); i >= 0; i = other.next(i)) {
                    insertNew(other.keys[i], other.hashes[i]);
                }
            }
            fill = other.used;
            used = other.used;
            changes++;
            return;
        }
        for (int i = other.next(-1); i >= 0; i = other.next(i)) {
            add(other.keys[i], other.hashes[i]);
        }
    }

    /** Exchanges the content with another set's. */
    final void takeFrom(PySet other) {
        keys = other.keys;
        hashes = other.hashes;
        mask = other.mask;
        fill = other.fill;
        used = other.used;
        finger = 0;
        changes++;
    }

    /** {@code frozenset.__hash__}, equal to CPython's for keys of equal hashes. */
    public final long frozenHash() {
        if (frozenHash == 0) {
            long h = 0;
            for (int i = next(-1); i >= 0; i = next(i)) {
                h ^= shuffle(hashes[i]);
            }
            h ^= (used + 1L) * 1927868237L;
            h ^= h >>> 11 ^ h >>> 25;
            h = h * 69069 + 907133923;
            frozenHash = h == -1 ? 590923713 : h;
        }
        return frozenHash;
    }

    private static long shuffle(long h) {
        return (h ^ 89869747L ^ h << 16) * 3644798167L;
    }
}
