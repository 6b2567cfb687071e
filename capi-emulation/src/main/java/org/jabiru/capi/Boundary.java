package org.jabiru.capi;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.convert.UnfinishedBytes;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/**
 * What waits for the moment at which a thread has left C: references that were lent to C, proxies
 * that C gave up, native memory of collected Java objects. All under the GIL. A thread that waits
 * in C, for a connection perhaps, keeps what it has borrowed, and nothing of the others'.
 */
public final class Boundary {
    /** Enough deferred work to look for more at the next boundary although C still runs. */
    private static final int MANY = 4096;

    /** The length of a str of which many at once would be too much. */
    private static final int LARGE = 4096;

    private final CapiContext context;
    private final NativeState state;
    private final Finalizers finalizers = Finalizers.get();

    /** Of the thread that was here last. */
    private Visit visit = new Visit(Thread.currentThread());

    /** Of the others that are in C. */
    private final Map<Thread, Visit> elsewhere = new HashMap<>();

    /** Of threads that are not: the next one to come goes on with what one has kept. */
    private final ArrayDeque<Visit> idle = new ArrayDeque<>();

    private boolean draining;

    /** One thread's stay in C, and what goes with its end. */
    private static final class Visit {
        Thread thread;
        int depth;
        boolean isDraining;
        long[] later = new long[256];
        int laterCount;
        Handle[] borrowed = new Handle[256];
        int borrowedCount;

        /** The values that C got from containers last, each with a reference. */
        final long[] recent = new long[64];

        int nextRecent;

        Visit(Thread thread) {
            this.thread = thread;
        }

        void releaseLater(long p) {
            if (laterCount == later.length) {
                growLater();
            }
            later[laterCount++] = p;
        }

        @TruffleBoundary
        private void growLater() {
            later = Arrays.copyOf(later, laterCount * 2);
        }

        void borrow(Handle h) {
            if (h.borrower == this) {
                return;
            }
            h.borrower = this;
            h.borrows++;
            if (borrowedCount == borrowed.length) {
                growBorrowed();
            }
            borrowed[borrowedCount++] = h;
        }

        @TruffleBoundary
        private void growBorrowed() {
            borrowed = Arrays.copyOf(borrowed, borrowedCount * 2);
        }

        /** What waits here waits for the end of another one's stay. */
        void handOver(Visit other) {
            for (int i = 0; i < laterCount; i++) {
                other.releaseLater(later[i]);
            }
            laterCount = 0;
            for (int i = 0; i < borrowedCount; i++) {
                other.borrow(borrowed[i]);
                giveBack(borrowed[i]);
                borrowed[i] = null;
            }
            borrowedCount = 0;
        }

        void giveBack(Handle h) {
            h.borrows--;
            if (h.borrower == this) {
                h.borrower = null;
            }
        }
    }

    Boundary(CapiContext context) {
        this.context = context;
        this.state = context.state;
    }

    private Visit mine() {
        Visit v = visit;
        return v.thread == Thread.currentThread() ? v : switched(v);
    }

    /** Another thread has the GIL than was here last. */
    @TruffleBoundary
    private Visit switched(Visit last) {
        Thread me = Thread.currentThread();
        Visit known = elsewhere.remove(me);
        if (last.depth > 0 || last.isDraining) {
            elsewhere.put(last.thread, last);
            if (known == null) {
                known = idle.isEmpty() ? new Visit(me) : idle.pop();
            }
        } else if (known == null) {
            known = last;
        } else {
            last.handOver(known);
            idle.push(last);
        }
        known.thread = me;
        visit = known;
        return visit;
    }

    /** Java is about to call into C. */
    public void enter() {
        if (!context.byteArrays.isEmpty()) {
            context.byteArrays.enter();
        }
        mine().depth++;
        intoC();
    }

    /** C code runs next: inlined code of it reads the memory of lists without asking. */
    public void intoC() {
        if (context.handles.hasChangedLists()) {
            context.crossing.mirrors().refreshChangedLists();
        }
    }

    /** How many calls into C are on this thread's stack. */
    public int depth() {
        return mine().depth;
    }

    /** C returned to Java. */
    public void leave() {
        Visit v = mine();
        int depth = v.depth;
        if (!context.byteArrays.isEmpty()) {
            context.byteArrays.leave(depth == 1);
        }
        if (!context.crossing.unfinishedLists().isEmpty()) {
            context.crossing.unfinishedLists().complete(depth == 1 && elsewhere.isEmpty());
        }
        if (!context.crossing.unfinishedBytes().isEmpty()) {
            context.crossing.unfinishedBytes().complete(depth == 1 && elsewhere.isEmpty());
        }
        if (depth == 1 && !context.dictPlaces.isEmpty() && elsewhere.isEmpty()) {
            context.dictPlaces.end();
        }
        if (!context.newClasses.isEmpty()) {
            context.newClasses.returned(depth);
        }
        if (depth == 1) {
            context.crossing.mirrors().readChanges();
        }
        context.subinterpreters.returned(depth);
        v.depth = --depth;
        if (depth == 0
                && (v.laterCount > 0
                        || v.borrowedCount > 0
                        || state.hasZeroList()
                        || context.handles.hasReleasedViews()
                        || context.handles.hasCollected())) {
            drain();
        }
    }

    /** Gives up a reference when C has returned. */
    public void releaseLater(long p) {
        if (ObjectLayout.isImmortal(p)) {
            return;
        }
        mine().releaseLater(p);
    }

    /**
     * Keeps an object that C has borrowed; longer when C has taken a reference until it returns.
     */
    public void holdUntilReturn(Handle h, PyObject o) {
        HandleTable.hold(h, o);
        if (h.kind == Handle.Kind.PROXY) {
            mine().borrow(h);
        }
    }

    private void releaseBorrowed(Visit v) {
        for (int i = 0; i < v.borrowedCount; i++) {
            Handle h = v.borrowed[i];
            v.borrowed[i] = null;
            v.giveBack(h);
            if (h.isBound() && ObjectLayout.refcount(h.address) == 0) {
                proxyWithoutReferences(h.address);
            }
        }
        v.borrowedCount = 0;
    }

    /**
     * C puts a value into a container of Java's, and may count on the container's reference. Java
     * keeps no reference to the memory of values; it stays until C has returned.
     */
    public void keepForAWhile(long p) {
        if (p != 0 && !ObjectLayout.isImmortal(p) && context.crossing.isValue(p)) {
            ObjectLayout.incref(p);
            releaseLater(p);
        }
    }

    /**
     * C has got a value from a container of Java's, and may use it when it has given up its
     * reference. The last ones stay; all of the large ones, until C has returned.
     */
    public void keepRecent(long p) {
        if (ObjectLayout.isImmortal(p)) {
            return;
        }
        ObjectLayout.incref(p);
        Visit v = mine();
        if (ObjectLayout.type(p) == context.staticTypes.strType
                && Memory.getLong(p + ObjectLayout.STR_LENGTH) > LARGE) {
            v.releaseLater(p);
            return;
        }
        long old = v.recent[v.nextRecent];
        v.recent[v.nextRecent] = p;
        v.nextRecent = (v.nextRecent + 1) % v.recent.length;
        if (old != 0) {
            context.crossing.release(old);
        }
    }

    /** Gives up the reference at a place that may be empty. */
    public void releaseLaterOrNull(long p) {
        if (p != 0) {
            releaseLater(p);
        }
    }

    /** A proxy has no references from C any more: Java alone decides on its life. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void proxyWithoutReferences(long p) {
        if ((ObjectLayout.flags(p) & ObjectLayout.FLAG_ON_ZERO_LIST) != 0) {
            // The list will be looked through; until then the memory must stay what it is.
            return;
        }
        Handle h = context.handles.at(p);
        if (h == null || h.borrows > 0) {
            return;
        }
        PyObject o = h.object();
        if (o instanceof PyList && h.ownsObjects) {
            // C may have borrowed the list from what keeps it; the memory stays as long.
            context.crossing.mirrors().empty(h);
            HandleTable.letGo(h);
        } else if (o instanceof PyTuple t && (h.ownsObjects || h.ownValues != null)) {
            context.crossing.mirrors().giveUpItems(h, t);
            HandleTable.letGo(h);
        } else if (o instanceof PyBytes b && h.isUnfinished) {
            if (!ObjectLayout.isUnwritten(p) && UnfinishedBytes.finish(h, b)) {
                context.crossing.mirrors().free(h, o);
            } else {
                HandleTable.letGo(h);
            }
        } else if (o == null || h.ownsObjects && !hasFieldsOfC(o.type())) {
            context.crossing.mirrors().free(h, o);
        } else {
            HandleTable.letGo(h);
        }
    }

    /** Whether C has had an object and has no reference any more; then none keeps it here. */
    public boolean isGivenUp(PyObject o) {
        Handle h = HandleTable.of(o);
        if (h == null
                || h.kind != Handle.Kind.PROXY
                || h.borrows > 0
                || ObjectLayout.refcount(h.address) > 0) {
            return false;
        }
        HandleTable.letGo(h);
        return true;
    }

    /** The object of a proxy that C does not refer to has died. */
    public void proxyWithoutObject(Handle h) {
        HandleTable.letGo(h);
        if ((ObjectLayout.flags(h.address) & ObjectLayout.FLAG_ON_ZERO_LIST) == 0) {
            context.crossing.mirrors().free(h, null);
        }
    }

    /** Whether a type made in C put fields behind those of its builtin base. */
    private static boolean hasFieldsOfC(PyType type) {
        if (!type.isHeapType()) {
            return false;
        }
        for (PyType t : type.mro()) {
            Handle h = HandleTable.of(t);
            if (t.isHeapType() && h != null && h.isMadeInC) {
                return true;
            }
        }
        return false;
    }

    /** Does what waits, collected objects included, unless this thread is in C. */
    public void drainIfIdle() {
        if (mine().depth == 0) {
            intoC();
            drain();
        }
    }

    /** Does what waits. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void drain() {
        if (draining) {
            // C code that frees something called back; the outer run goes on with the rest.
            return;
        }
        // Freeing may run Python code, and that another thread.
        Visit v = mine();
        draining = true;
        v.isDraining = true;
        try {
            drainAll(v);
        } finally {
            v.isDraining = false;
            draining = false;
        }
    }

    private void drainAll(Visit v) {
        context.handles.releaseInstances();
        releaseBorrowed(v);
        context.bufferExports.giveBackDropped();
        if (context.handles.hasReleasedViews()) {
            context.crossing.mirrors().releaseViews(context.handles.takeReleasedViews());
        }
        // Freeing may defer more.
        for (int round = 0; round < MANY; round++) {
            int count = v.laterCount;
            for (int i = 0; i < v.laterCount; i++) {
                context.crossing.release(v.later[i]);
            }
            v.laterCount = 0;
            long[] zero = state.takeZeroList();
            for (long p : zero) {
                if (NativeState.takeOffZeroList(p)) {
                    proxyWithoutReferences(p);
                }
            }
            boolean collected = false;
            // What a __del__ of the same collection still calls, a library, must be there.
            while (!finalizers.areAtWork()) {
                Handle h = context.handles.nextCollected();
                if (h == null) {
                    break;
                }
                collected = true;
                collected(h);
            }
            if (count == 0 && zero.length == 0 && !collected) {
                return;
            }
        }
    }

    private void collected(Handle h) {
        if (!h.isBound()) {
            return;
        }
        if (h.kind == Handle.Kind.INSTANCE) {
            context.handles.unbind(h);
            if (!h.isDying) {
                context.crossing.release(h.address);
            }
        } else if (h.kind == Handle.Kind.PROXY && ObjectLayout.refcount(h.address) == 0) {
            proxyWithoutReferences(h.address);
        }
    }
}
