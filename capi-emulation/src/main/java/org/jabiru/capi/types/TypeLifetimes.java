package org.jabiru.capi.types;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.handles.MemoryUsers;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/**
 * How long the memory of heap types lives. As in CPython only a collection ends a type: between two
 * of them Java's class is held. What the memory of a type shows of Java's objects (its dict, the
 * order of its bases), and the type of an object of Java's, are addresses without references, as
 * Java's own objects have them; {@link MemoryUsers} keep the memory, not the object.
 */
public final class TypeLifetimes {
    /** A collection is due when so many types are new, or half as many as the last one left. */
    private static final int FEWEST_NEW = 2000;

    /** What lives as long as the class: Java's side of what its memory shows. */
    private record Shown(PyDict dict, PyTuple bases, PyTuple mro, PyModule module, Used used) {}

    /**
     * Whose memory a type's memory shows: two classes may have been made with one tuple of bases.
     */
    private record Used(List<MemoryUsers> users) {
        void add(PyObject shown) {
            Handle h = HandleTable.of(shown);
            if (h != null && !users.contains(h.users())) {
                users.add(h.users().use());
            }
        }

        void release() {
            users.forEach(MemoryUsers::release);
        }
    }

    private final CapiContext context;
    private final Set<Long> addresses = new HashSet<>();
    private int limit = FEWEST_NEW;
    private boolean due;

    public TypeLifetimes(CapiContext context) {
        this.context = context;
    }

    /** A heap type has memory now: fills in what it shows, and holds the class. */
    void begin(PyType type, Handle h, PyModule moduleOrNull) {
        PyTuple bases = h.isMadeInC ? null : type.tuples.bases(type);
        List<MemoryUsers> users = new ArrayList<>();
        for (PyType t : type.mro()) {
            use(t, type, users);
        }
        if (!h.isMadeInC) {
            use(type.type(), type, users);
        }
        if (moduleOrNull != null) {
            users.add(HandleTable.of(moduleOrNull).users().use());
        }
        PyTuple mro = type.tuples.order(type);
        type.nativeCompanion =
                new Shown(type.namespace(), bases, mro, moduleOrNull, new Used(users));
        HandleTable.hold(h, type);
        show(h, type);
        addresses.add(h.address);
        if (addresses.size() > limit && !due) {
            due = true;
            context.cycles.request();
        }
    }

    private void use(PyType t, PyType by, List<MemoryUsers> users) {
        if (t != by) {
            context.types.addressOf(t);
            Handle h = HandleTable.of(t);
            if (h != null && h.kind == Handle.Kind.TYPE) {
                users.add(h.users().use());
            }
        }
    }

    /** Writes the addresses of Java's objects into a type's memory. */
    private void show(Handle h, PyType type) {
        Shown s = (Shown) type.nativeCompanion;
        long p = h.address;
        Memory.putLong(p + TypeLayout.DICT, addressOf(s.dict, s.used));
        HandleTable.of(s.dict).namespaceOf = h;
        Memory.putLong(p + TypeLayout.MRO, addressOf(s.mro, s.used));
        if (s.bases != null) {
            Memory.putLong(p + TypeLayout.BASES, addressOf(s.bases, s.used));
        }
    }

    /** The memory of an object that the class keeps, without a reference. */
    private long addressOf(PyObject o, Used used) {
        long p = context.crossing.toNew(o);
        used.add(o);
        context.crossing.release(p);
        return p;
    }

    /** How many references C has to a type's memory; the class's own is none. */
    private static long references(Handle h) {
        long count = ObjectLayout.refcount(h.address);
        return h.isMadeInC ? count - 1 : count;
    }

    /** Whether there are so many new types that a collection should look for dead ones. */
    public boolean isDue() {
        return due;
    }

    /** A collection has ended. */
    public void collected() {
        due = false;
        limit = addresses.size() + Math.max(FEWEST_NEW, addresses.size() / 2);
    }

    /**
     * The types on whose lives Java's collector may decide.
     *
     * @param explained addresses of what only objects refer to on which it decides, too
     */
    public List<Handle> undecided(Set<Long> explained) {
        List<Handle> out = new ArrayList<>();
        for (Iterator<Long> all = addresses.iterator(); all.hasNext(); ) {
            long p = all.next();
            Handle h = context.handles.at(p);
            if (h == null || h.kind != Handle.Kind.TYPE) {
                all.remove();
            } else if (h.isHeld() && (references(h) == 0 || explained.contains(p))) {
                out.add(h);
            }
        }
        return out;
    }

    /** What a type's memory shows: it must come back with the type. */
    public static Object[] shown(PyObject type) {
        Shown s = (Shown) ((PyType) type).nativeCompanion;
        return s.bases == null
                ? new Object[] {s.dict, s.mro}
                : new Object[] {s.dict, s.mro, s.bases};
    }

    /** Ends the types that Java's collector found dead; those that C still needs stay. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void end(List<Handle> dead) {
        boolean progress = true;
        List<Handle> left = new ArrayList<>(dead);
        while (progress) {
            progress = false;
            // The end of a derived type gives up its bases.
            context.boundary.drainIfIdle();
            for (Iterator<Handle> all = left.iterator(); all.hasNext(); ) {
                Handle h = all.next();
                if (!h.isBound()) {
                    all.remove();
                } else if (isFree(h)) {
                    all.remove();
                    end(h);
                    progress = true;
                }
            }
        }
        for (Handle h : left) {
            keep(h);
        }
    }

    /** A type lives on, until the next collection at least. */
    public void keep(Handle h) {
        PyType type = (PyType) h.object();
        HandleTable.hold(h, type);
        // What it shows may have been given up together with the class.
        show(h, type);
    }

    private boolean isFree(Handle h) {
        int flags = ObjectLayout.flags(h.address);
        if (references(h) != 0 || h.isUsed() || (flags & ObjectLayout.FLAG_ON_ZERO_LIST) != 0) {
            return false;
        }
        for (Object o : shown(h.object())) {
            Handle shown = HandleTable.of((PyObject) o);
            if (shown != null && ObjectLayout.refcount(shown.address) != 0) {
                return false;
            }
        }
        return true;
    }

    private void end(Handle h) {
        long p = h.address;
        PyType type = (PyType) h.object();
        Shown s = (Shown) type.nativeCompanion;
        addresses.remove(p);
        context.handles.unbind(h);
        type.nativeCompanion = null;
        // tp_dealloc gives back what C's own types have; until then it may look at all of it.
        takeReference(p + TypeLayout.DICT);
        takeReference(p + TypeLayout.MRO);
        if (s.module != null) {
            takeReference(p + TypeLayout.HT_MODULE);
        }
        if (h.isMadeInC) {
            context.crossing.release(p);
        } else {
            takeReference(p + TypeLayout.BASE);
            takeReference(p + TypeLayout.BASES);
            takeReference(p + ObjectLayout.TYPE);
            int flags = ObjectLayout.flags(p) & ~ObjectLayout.FLAG_PROXY;
            ObjectLayout.setFlags(p, flags | ObjectLayout.FLAG_FINALIZED);
            context.state.functions.jabiru_dealloc(p);
        }
        s.used.release();
    }

    private static void takeReference(long field) {
        long p = Memory.getLong(field);
        if (p != 0 && !ObjectLayout.isImmortal(p)) {
            ObjectLayout.incref(p);
        }
    }
}
