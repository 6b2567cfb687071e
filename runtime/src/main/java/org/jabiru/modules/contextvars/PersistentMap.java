package org.jabiru.modules.contextvars;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;

/**
 * A map that does not change: each change makes another one, which shares most of its parts (a hash
 * array mapped trie). So the copy of a context costs nothing, however many variables it has.
 */
public final class PersistentMap {
    /** The map without entries. */
    public static final PersistentMap EMPTY = new PersistentMap(new Branch(0, new Object[0]), 0);

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private record Entry(int hash, Object key, Object value) {}

    /** The entries and nodes for those of the 32 numbers that five bits of the hash make. */
    private record Branch(int present, Object[] parts) {
        int indexOf(int bit) {
            return Integer.bitCount(present & bit - 1);
        }

        Branch with(int index, Object part) {
            Object[] changed = parts.clone();
            changed[index] = part;
            return new Branch(present, changed);
        }

        Branch inserted(int bit, Object part) {
            int index = indexOf(bit);
            Object[] longer = new Object[parts.length + 1];
            System.arraycopy(parts, 0, longer, 0, index);
            longer[index] = part;
            System.arraycopy(parts, index, longer, index + 1, parts.length - index);
            return new Branch(present | bit, longer);
        }

        Branch removed(int bit) {
            int index = indexOf(bit);
            Object[] shorter = Arrays.copyOf(parts, parts.length - 1);
            System.arraycopy(parts, index + 1, shorter, index, shorter.length - index);
            return new Branch(present & ~bit, shorter);
        }
    }

    /** Several keys with the same hash. */
    private record Collision(int hash, Entry[] entries) {
        int indexOf(Object key) {
            for (int i = 0; i < entries.length; i++) {
                if (Comparison.sameOrEqual(entries[i].key, key)) {
                    return i;
                }
            }
            return -1;
        }
    }

    private final Branch root;
    private final int size;

    private PersistentMap(Branch root, int size) {
        this.root = root;
        this.size = size;
    }

    public int size() {
        return size;
    }

    /** The value of a key, or null; calls {@code __hash__} and {@code __eq__}. */
    public Object get(Object key) {
        int hash = hashOf(key);
        Object part = root;
        for (int shift = 0; ; shift += BITS) {
            switch (part) {
                case Branch b -> {
                    int bit = bitOf(hash, shift);
                    if ((b.present & bit) == 0) {
                        return null;
                    }
                    part = b.parts[b.indexOf(bit)];
                }
                case Collision c -> {
                    int i = c.hash == hash ? c.indexOf(key) : -1;
                    return i < 0 ? null : c.entries[i].value;
                }
                default -> {
                    Entry e = (Entry) part;
                    boolean found = e.hash == hash && Comparison.sameOrEqual(e.key, key);
                    return found ? e.value : null;
                }
            }
        }
    }

    /** A map in which the key has the value; this one when it has that object already. */
    public PersistentMap with(Object key, Object value) {
        Entry entry = new Entry(hashOf(key), key, value);
        int[] added = {1};
        Branch changed = put(root, entry, 0, added);
        return changed == root ? this : new PersistentMap(changed, size + added[0]);
    }

    private static Branch put(Branch b, Entry entry, int shift, int[] added) {
        int bit = bitOf(entry.hash, shift);
        if ((b.present & bit) == 0) {
            return b.inserted(bit, entry);
        }
        int index = b.indexOf(bit);
        Object before = b.parts[index];
        Object after =
                switch (before) {
                    case Branch inner -> put(inner, entry, shift + BITS, added);
                    case Collision c when c.hash == entry.hash -> put(c, entry, added);
                    case Collision c -> put(alone(c, c.hash, shift), entry, shift + BITS, added);
                    default -> put((Entry) before, entry, shift, added);
                };
        return after == before ? b : b.with(index, after);
    }

    private static Object put(Entry old, Entry entry, int shift, int[] added) {
        if (old.hash != entry.hash) {
            return put(alone(old, old.hash, shift), entry, shift + BITS, added);
        }
        if (!Comparison.sameOrEqual(old.key, entry.key)) {
            return new Collision(old.hash, new Entry[] {old, entry});
        }
        added[0] = 0;
        return old.value == entry.value ? old : new Entry(old.hash, old.key, entry.value);
    }

    private static Object put(Collision c, Entry entry, int[] added) {
        int index = c.indexOf(entry.key);
        Entry[] entries = Arrays.copyOf(c.entries, c.entries.length + (index < 0 ? 1 : 0));
        if (index < 0) {
            entries[c.entries.length] = entry;
            return new Collision(c.hash, entries);
        }
        added[0] = 0;
        Entry old = c.entries[index];
        if (old.value == entry.value) {
            return c;
        }
        entries[index] = new Entry(old.hash, old.key, entry.value);
        return new Collision(c.hash, entries);
    }

    /** A node, one level below, with a single part. */
    private static Branch alone(Object part, int hash, int shift) {
        return new Branch(bitOf(hash, shift + BITS), new Object[] {part});
    }

    /** A map without the key; this one when it has no such key. */
    public PersistentMap without(Object key) {
        Branch changed = remove(root, key, hashOf(key), 0);
        return changed == root ? this : new PersistentMap(changed, size - 1);
    }

    private static Branch remove(Branch b, Object key, int hash, int shift) {
        int bit = bitOf(hash, shift);
        if ((b.present & bit) == 0) {
            return b;
        }
        int index = b.indexOf(bit);
        switch (b.parts[index]) {
            case Branch inner -> {
                Branch changed = remove(inner, key, hash, shift + BITS);
                if (changed == inner) {
                    return b;
                }
                // A single entry moves up; a node stays at its level.
                return changed.parts.length == 1 && changed.parts[0] instanceof Entry e
                        ? b.with(index, e)
                        : b.with(index, changed);
            }
            case Collision c -> {
                int i = c.hash == hash ? c.indexOf(key) : -1;
                if (i < 0) {
                    return b;
                }
                Entry[] left = new Entry[c.entries.length - 1];
                System.arraycopy(c.entries, 0, left, 0, i);
                System.arraycopy(c.entries, i + 1, left, i, left.length - i);
                return b.with(index, left.length == 1 ? left[0] : new Collision(hash, left));
            }
            default -> {
                Entry e = (Entry) b.parts[index];
                boolean found = e.hash == hash && Comparison.sameOrEqual(e.key, key);
                return found ? b.removed(bit) : b;
            }
        }
    }

    /** Visits all keys with their values. */
    public void forEach(BiConsumer<Object, Object> visitor) {
        visit(root, visitor);
    }

    private static void visit(Object part, BiConsumer<Object, Object> visitor) {
        switch (part) {
            case Branch b -> {
                for (Object inner : b.parts) {
                    visit(inner, visitor);
                }
            }
            case Collision c -> {
                for (Entry e : c.entries) {
                    visitor.accept(e.key, e.value);
                }
            }
            default -> visitor.accept(((Entry) part).key, ((Entry) part).value);
        }
    }

    /** Whether both have equal values for the same keys. */
    public boolean sameAs(PersistentMap other) {
        if (size != other.size) {
            return false;
        }
        boolean[] same = {true};
        forEach((key, value) -> {
            if (same[0]) {
                Object there = other.get(key);
                same[0] = there != null && Comparison.sameOrEqual(value, there);
            }
        });
        return same[0];
    }

    private static int hashOf(Object key) {
        long hash = key instanceof PyContextVar ? System.identityHashCode(key) : Hashing.hash(key);
        return (int) (hash ^ hash >>> 32);
    }

    private static int bitOf(int hash, int shift) {
        // Past the last bits only a collision is left, which ends the way down.
        return 1 << (hash >>> shift & MASK);
    }
}
