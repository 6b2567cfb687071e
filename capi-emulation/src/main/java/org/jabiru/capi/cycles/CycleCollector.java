package org.jabiru.capi.cycles;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jabiru.builtins.object.SafePoint;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.capi.types.TypeLifetimes;
import org.jabiru.modules.gc.Collection;
import org.jabiru.object.PyObject;

/**
 * Collects cycles through C (C-API manual, Supporting Cyclic Garbage Collection). C tells which
 * objects it does not keep, Java's collector which of them Java does not keep either; what is left
 * is finalized and cleared. capi-emulation/abi/README.md (Cycles) has the whole.
 */
public final class CycleCollector {
    /**
     * A collection is due when there are as many objects more than the last one left, or half as
     * many.
     */
    private static final long FEWEST_NEW = 10_000;

    /** So many more are a reason to collect however long that takes. */
    private static final long MOST_WAITING = 50_000;

    private static final int MOST_ROUNDS = 4;
    private static final long LONGEST_WAIT_S = 2;

    private final CapiContext context;
    private final BlockingQueue<Suspect> dead = new LinkedBlockingQueue<>();

    /** Objects with a {@link Suspect} in place of their handle, and objects let go of. */
    private final List<Weakened> replaced = new ArrayList<>();

    private final List<Weakened> loosened = new ArrayList<>();

    /**
     * A handle whose object may die now. The handle's own weak reference says nothing of an object
     * that a finalizer has revived: it was cleared before.
     */
    private record Weakened(Handle handle, WeakReference<PyObject> object) {
        Weakened(Handle handle, PyObject object) {
            this(handle, new WeakReference<>(object));
        }
    }

    /** What Java's collector would have taken, kept until its end has come. */
    private final List<PyObject> doomed = new ArrayList<>();

    private final SafePoint due;
    private boolean collecting;

    /** How many objects the last whole collection left. */
    private long left;

    /** With so many, what C alone knows to be garbage is collected. */
    private long nextForC = FEWEST_NEW;

    public CycleCollector(CapiContext context) {
        this.context = context;
        this.due = new SafePoint(context.python, SafePoint.untraced(this::collectDue));
    }

    /** C made many objects: has a collection run soon. */
    public void request() {
        due.request();
    }

    private void collectDue() {
        if (Collection.isEnabled() && !collecting) {
            if (count() >= nextForC) {
                collectForC();
                nextForC = grown(count());
            }
            boolean many = count() > grown(left) || context.typeLifetimes.isDue();
            if (many && (Collection.isTimely() || count() > left + MOST_WAITING)) {
                // Java may keep them; or does not, and has had no reason to find out.
                Collection.run();
                context.boundary.drainIfIdle();
                left = count();
                nextForC = grown(left);
            }
        }
        context.state.functions.jabiru_gc_set_limit(count() + FEWEST_NEW);
    }

    private static long grown(long objects) {
        return objects + Math.max(FEWEST_NEW, objects / 2);
    }

    private long count() {
        return context.state.functions.jabiru_gc_count();
    }

    /** Collects what C alone knows to be garbage; returns how many objects that were. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public int collectForC() {
        if (collecting) {
            return 0;
        }
        collecting = true;
        try {
            context.boundary.drainIfIdle();
            int ended = 0;
            for (int round = 0; round < MOST_ROUNDS; round++) {
                List<Long> garbage = survey().garbage();
                hold(garbage);
                boolean finalized = callFinalizers(garbage);
                if (!finalized) {
                    clear(garbage);
                    ended += garbage.size();
                }
                release(garbage);
                if (!finalized) {
                    break;
                }
            }
            return ended;
        } finally {
            collecting = false;
        }
    }

    /** Java's collector is about to run: until {@link #recognise} no Python code does. */
    @TruffleBoundary
    public void suspect() {
        if (collecting) {
            return;
        }
        collecting = true;
        context.boundary.drainIfIdle();
        context.handles.releaseAllInstances();
        Map<Long, long[]> suspects = survey().suspects();
        Map<Long, Node> nodes = new HashMap<>();
        // What was collected already, and whose end is still to be told, is not judged.
        suspects.forEach((address, referents) -> {
            Handle h = context.handles.at(address);
            PyObject o = h == null ? null : h.object();
            nodes.put(
                    address,
                    o == null
                            ? new Node(referents.length)
                            : new Suspect(h, o, referents.length, dead));
        });
        Set<Long> explained = new HashSet<>();
        suspects.values().forEach(all -> Arrays.stream(all).forEach(explained::add));
        for (Handle h : context.typeLifetimes.undecided(explained)) {
            Object[] shown = TypeLifetimes.shown(h.object());
            Suspect s = new Suspect(h, h.object(), shown.length, dead);
            System.arraycopy(shown, 0, s.referents, 0, shown.length);
            nodes.put(h.address, s);
        }
        suspects.forEach((address, referents) -> connect(nodes.get(address), referents, nodes));
        for (Node node : nodes.values()) {
            if (node instanceof Suspect s) {
                s.object.nativePeer = s;
                s.handle.exported = null;
                replaced.add(new Weakened(s.handle, s.object));
                loosen(s.handle);
            }
        }
    }

    private void connect(Node node, long[] referents, Map<Long, Node> nodes) {
        for (int i = 0; i < referents.length; i++) {
            Handle h = context.handles.at(referents[i]);
            PyObject o = h == null ? null : h.object();
            if (o == null) {
                node.referents[i] = nodes.get(referents[i]);
            } else {
                node.referents[i] = o;
            }
        }
        for (long referent : referents) {
            Handle h = context.handles.at(referent);
            if (h != null && !(nodes.get(referent) instanceof Suspect)) {
                loosen(h);
            }
        }
    }

    private void loosen(Handle h) {
        PyObject o = h.object();
        if (HandleTable.loosen(h)) {
            loosened.add(new Weakened(h, o));
        }
    }

    /** Java's collector has run: everything is as before, and what died is known. */
    @TruffleBoundary
    public void recognise() {
        int died = 0;
        for (Weakened w : replaced) {
            PyObject o = w.object.get();
            if (o == null) {
                died++;
            } else {
                ((Suspect) o.nativePeer).clear();
                o.nativePeer = w.handle;
            }
        }
        for (Weakened w : loosened) {
            PyObject o = w.object.get();
            if (o != null) {
                HandleTable.tighten(w.handle, o);
            }
        }
        replaced.clear();
        loosened.clear();
        List<Suspect> found = new ArrayList<>();
        for (int i = 0; i < died; i++) {
            Suspect s = nextDead();
            if (s == null) {
                break;
            }
            found.add(s);
        }
        for (Suspect s : found) {
            s.clear();
            doom(s.handle, s.object);
        }
        for (Suspect s : found) {
            doomReferents(s);
        }
    }

    private Suspect nextDead() {
        try {
            return dead.poll(LONGEST_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void doomReferents(Node node) {
        for (int i = 0; i < node.referents.length; i++) {
            Object referent = node.referents[i];
            // Several may refer to the same.
            node.referents[i] = null;
            if (referent instanceof Node n && !(n instanceof Suspect)) {
                doomReferents(n);
            } else if (referent instanceof PyObject o
                    && o.nativePeer instanceof Handle h
                    && h.isBound()
                    && h.object() == null) {
                doom(h, o);
            }
        }
    }

    private void doom(Handle old, PyObject o) {
        Handle h = context.handles.renew(old, o);
        HandleTable.tighten(h, o);
        doomed.add(o);
        if (context.state.inArena(h.address)) {
            setDoomed(h.address, ObjectLayout.FLAG_DOOMED);
        }
    }

    private static void setDoomed(long p, int flag) {
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) & ~ObjectLayout.FLAG_DOOMED | flag);
    }

    /**
     * Ends what died.
     *
     * @param finalized whether finalizers ran since it was recognised
     * @return how many objects ended, or -1 when all is to be looked at again, because a finalizer
     *     may have kept something
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public int end(boolean finalized) {
        if (!collecting) {
            return 0;
        }
        try {
            List<Long> garbage = survey().garbage();
            hold(garbage);
            for (PyObject o : doomed) {
                Handle h = HandleTable.of(o);
                if (h != null && context.state.inArena(h.address)) {
                    setDoomed(h.address, 0);
                }
            }
            boolean again = finalized | callFinalizers(garbage);
            if (!again) {
                clear(garbage);
            }
            List<Handle> types = new ArrayList<>();
            List<Handle> proxies = letGo(again, types);
            release(garbage);
            Map<Handle, List<Handle>> shown = shownByTypes(types, proxies);
            freeDead(proxies);
            context.boundary.drainIfIdle();
            if (again) {
                types.forEach(context.typeLifetimes::keep);
            } else {
                context.typeLifetimes.end(types);
            }
            shown.forEach((type, memory) -> {
                if (!type.isBound()) {
                    freeDead(memory);
                }
            });
            context.typeLifetimes.collected();
            return again ? -1 : garbage.size();
        } finally {
            collecting = false;
        }
    }

    /**
     * Java's objects are alive no longer than C wants them, from now on.
     *
     * @param types gets the types, which stay
     * @return the memory of those that have ended, when C has no reference
     */
    private List<Handle> letGo(boolean stillInUse, List<Handle> types) {
        List<Handle> proxies = new ArrayList<>();
        for (PyObject o : doomed) {
            Handle h = HandleTable.of(o);
            if (h == null) {
                continue;
            }
            if (h.kind == Handle.Kind.TYPE) {
                types.add(h);
                continue;
            }
            HandleTable.letGo(h);
            if (h.kind != Handle.Kind.INSTANCE) {
                if (ObjectLayout.refcount(h.address) > 0) {
                    HandleTable.hold(h, o);
                }
                if (!stillInUse && h.kind == Handle.Kind.PROXY) {
                    proxies.add(h);
                }
            } else if (stillInUse) {
                if (ObjectLayout.refcount(h.address) > 1) {
                    HandleTable.hold(h, o);
                }
            } else {
                context.handles.unbind(h);
                context.crossing.release(h.address);
            }
        }
        doomed.clear();
        return proxies;
    }

    /** Takes out what types that have died show until their own end. */
    private static Map<Handle, List<Handle>> shownByTypes(
            List<Handle> types, List<Handle> proxies) {
        Map<Handle, List<Handle>> shown = new HashMap<>();
        Set<Handle> all = new HashSet<>();
        for (Handle t : types) {
            List<Handle> own = new ArrayList<>();
            for (Object o : TypeLifetimes.shown(t.object())) {
                Handle h = HandleTable.of((PyObject) o);
                if (h != null && h.isOurs()) {
                    own.add(h);
                }
            }
            shown.put(t, own);
            all.addAll(own);
        }
        proxies.removeIf(all::contains);
        return shown;
    }

    private void freeDead(List<Handle> proxies) {
        for (Handle h : proxies) {
            if (h.isBound() && ObjectLayout.refcount(h.address) == 0) {
                context.boundary.proxyWithoutObject(h);
            }
        }
    }

    private Survey survey() {
        context.boundary.enter();
        try {
            return Survey.take(context.state);
        } finally {
            context.boundary.leave();
        }
    }

    private void hold(List<Long> garbage) {
        garbage.forEach(ObjectLayout::incref);
    }

    private void release(List<Long> garbage) {
        garbage.forEach(context.crossing::release);
        context.boundary.drainIfIdle();
    }

    private boolean callFinalizers(List<Long> garbage) {
        boolean called = false;
        for (long p : garbage) {
            context.boundary.enter();
            try {
                called |= context.state.functions.jabiru_gc_finalize(p) != 0;
            } finally {
                context.boundary.leave();
            }
        }
        return called;
    }

    private void clear(List<Long> garbage) {
        for (long p : garbage) {
            context.boundary.enter();
            try {
                context.state.functions.jabiru_gc_clear(p);
            } finally {
                context.boundary.leave();
            }
        }
    }

    /** What an object with native memory refers to there. */
    public List<Object> referents(PyObject o) {
        List<Object> out = new ArrayList<>();
        Handle h = HandleTable.of(o);
        if (h == null) {
            return out;
        }
        context.boundary.enter();
        try {
            for (long p : Survey.referents(context.state, h.address)) {
                out.add(context.crossing.borrowed(p));
            }
        } finally {
            context.boundary.leave();
        }
        return out;
    }
}
