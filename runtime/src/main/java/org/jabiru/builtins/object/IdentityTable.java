package org.jabiru.builtins.object;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.PythonContext;

/**
 * What one interpreter knows of objects by their identity: the number that {@code id()} gave, and
 * the weak references. Only objects that were asked for are in it, and only while they live.
 */
public final class IdentityTable {
    /** One object's line. */
    public static final class Entry extends WeakReference<Object> {
        private final int hash;

        /** {@code id(o)}. */
        public final long id;

        /** The weak references to the object; null for none. Whoever makes them keeps the list. */
        public List<WeakReference<Object>> references;

        Entry(Object o, ReferenceQueue<Object> queue, int hash, long id) {
            super(o, queue);
            this.hash = hash;
            this.id = id;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object mine = get();
            return mine != null && other instanceof Probe p && p.object == mine;
        }
    }

    /** A key for look-ups only. */
    private static final class Probe {
        final Object object;

        Probe(Object object) {
            this.object = object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry e && e.get() == object;
        }
    }

    private static final long FIRST_ID = 0x6000_0000_0000L;
    private static final long STEP = 0x20;

    private final Map<Object, Entry> entries = new HashMap<>();
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final List<Entry> dead = new ArrayList<>();
    private long nextId = FIRST_ID;
    private Thread watcher;

    /** The table of the current interpreter, and of those that may have the same objects. */
    public static IdentityTable get() {
        PythonContext context = PythonContext.get();
        PythonContext owner = context.hasMainGil() ? context.mainInterpreter : context;
        return owner.state(IdentityTable.class, IdentityTable::new);
    }

    /** The object's line, made when it is first asked for. */
    public synchronized Entry entry(Object o) {
        Entry known = entries.get(new Probe(o));
        if (known != null) {
            return known;
        }
        expunge();
        long id = o instanceof PyFinalizable f ? f.id : 0;
        if (id == 0) {
            id = nextId;
            nextId += STEP;
            if (o instanceof PyFinalizable f) {
                f.id = id;
            }
        }
        Entry made = new Entry(o, queue, System.identityHashCode(o), id);
        entries.put(made, made);
        return made;
    }

    /** The object's line, or null when nobody asked for it yet. */
    public synchronized Entry entryOrNull(Object o) {
        return entries.get(new Probe(o));
    }

    /** The living object that has this number, or null. */
    public synchronized Object objectOrNull(long id) {
        for (Entry e : entries.values()) {
            if (e.id == id) {
                return e.get();
            }
        }
        return null;
    }

    private void expunge() {
        for (Object r = queue.poll(); r != null; r = queue.poll()) {
            bury((Entry) r);
        }
    }

    private synchronized void bury(Entry e) {
        if (entries.remove(e) != null && e.references != null) {
            dead.add(e);
        }
    }

    /** Looks for what has died, without waiting for the JVM's threads, which tell of it later. */
    public synchronized void findDead() {
        List<Entry> found = new ArrayList<>();
        for (Entry e : entries.values()) {
            if (e.refersTo(null)) {
                found.add(e);
            }
        }
        found.forEach(this::bury);
    }

    /** From now on has the work done soon after an object with weak references has died. */
    public synchronized void watch(SafePoint work) {
        if (watcher != null) {
            return;
        }
        watcher =
                Thread.ofPlatform()
                        .daemon()
                        .name("python-weak-references")
                        .start(() -> waitForDeaths(work));
    }

    private void waitForDeaths(SafePoint work) {
        try {
            while (true) {
                Entry e = (Entry) queue.remove();
                bury(e);
                if (e.references != null) {
                    work.request();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lines of objects that died with weak references to them, since the last call. */
    public synchronized List<Entry> takeDead() {
        expunge();
        if (dead.isEmpty()) {
            return List.of();
        }
        List<Entry> out = List.copyOf(dead);
        dead.clear();
        return out;
    }
}
