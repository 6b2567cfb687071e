package org.jabiru.modules.tracemalloc;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Allocations;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Call;

/**
 * The objects that were made since tracing began, with the places where that was. CPython: blocks
 * of memory, and what is freed is gone at once; here: objects, each with all that is its own, until
 * the JVM's collector has found them dead. Ints, floats and strs are values of Java's that nobody
 * is told of.
 */
final class Traces implements Allocations.Watcher {
    /** What a trace takes itself, in bytes: the reference, and its place in the table. */
    private static final int TRACE_SIZE = 168;

    /**
     * A traced object: it is that, too, for a finalizer that it waits for, where nobody can refer
     * to it by a weak reference any more ({@code ResourceWarning} shows where a file was opened).
     */
    private static final class Trace extends PhantomReference<PyObject> {
        final WeakReference<PyObject> object;
        final Traceback traceback;
        final int hash;
        long size;

        Trace(PyObject o, ReferenceQueue<PyObject> dead, Traceback traceback) {
            super(o, dead);
            object = new WeakReference<>(o);
            this.traceback = traceback;
            hash = System.identityHashCode(o);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    /** Finds an object's trace. */
    private record Probe(PyObject object) {
        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Trace t && t.refersTo(object);
        }
    }

    final int limit;

    private final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();
    private final Map<Object, Trace> traces = new LinkedHashMap<>();
    private final Map<Traceback, Traceback> tracebacks = new HashMap<>();

    /** The last object: how large it is can be asked when it is finished. */
    private Trace last;

    private long traced;
    private long peak;

    /** While the traces are at work themselves. */
    private boolean busy;

    Traces(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void made(PyObject o) {
        if (busy) {
            return;
        }
        busy = true;
        try {
            removeDead();
            measureLast();
            Trace trace = new Trace(o, dead, traceback());
            traces.put(trace, trace);
            last = trace;
        } finally {
            busy = false;
        }
    }

    private Traceback traceback() {
        Traceback now = Traceback.current(limit);
        Traceback known = tracebacks.putIfAbsent(now, now);
        return known == null ? now : known;
    }

    private void removeDead() {
        for (Object t = dead.poll(); t != null; t = dead.poll()) {
            if (traces.remove(t) != null) {
                traced -= ((Trace) t).size;
            }
        }
    }

    private void measureLast() {
        Trace t = last;
        last = null;
        if (t != null) {
            measure(t);
        }
    }

    private void measure(Trace t) {
        PyObject o = t.object.get();
        if (o != null) {
            long size = sizeOf(o);
            traced += size - t.size;
            t.size = size;
            peak = Math.max(peak, traced);
        }
    }

    /** As {@code sys.getsizeof}, but runs no code of Python's. */
    private static long sizeOf(PyObject o) {
        PyType type = o.type();
        long size = TypeLayout.headerSize(type);
        if (o instanceof PyTuple t) {
            return size + TypeLayout.basicSize(type) + 8L * t.items.length;
        }
        if (o instanceof PyBytes b) {
            return size + TypeLayout.basicSize(type) + b.size();
        }
        if (o instanceof PyType t) {
            return size + TypeType.sizeOf(t);
        }
        Object method = type.lookup("__sizeof__");
        if (type.isHeapType() && (method == null || method instanceof PyFunction)) {
            return size + TypeLayout.basicSize(type);
        }
        try {
            return size + (Long) Call.specialOrNull(o, "__sizeof__");
        } catch (PyException e) {
            // Of a type that an extension is about to make.
            return size + TypeLayout.basicSize(type);
        }
    }

    /** All objects as large as they are now. */
    private void measureAll() {
        busy = true;
        try {
            last = null;
            removeDead();
            traces.values().forEach(this::measure);
        } finally {
            busy = false;
        }
    }

    synchronized void clear() {
        traces.clear();
        tracebacks.clear();
        last = null;
        traced = 0;
        peak = 0;
    }

    /** The memory now, and the most that there was. */
    synchronized long[] memory() {
        measureAll();
        return new long[] {traced, peak};
    }

    synchronized void resetPeak() {
        measureAll();
        peak = traced;
    }

    /** The traceback of an object, or null. */
    synchronized Traceback find(PyObject o) {
        Trace t = traces.get(new Probe(o));
        return t == null ? null : t.traceback;
    }

    /** Of (domain 0, size, traceback, how many frames there were) tuples. */
    synchronized PyList toList() {
        measureAll();
        busy = true;
        try {
            Map<Traceback, PyTuple> tuples = new HashMap<>();
            PyList out = new PyList();
            for (Trace t : traces.values()) {
                PyTuple frames = tuples.computeIfAbsent(t.traceback, Traceback::toTuple);
                out.append(new PyTuple(0L, t.size, frames, (long) t.traceback.depth()));
            }
            return out;
        } finally {
            busy = false;
        }
    }

    /** What all this takes itself. */
    synchronized long ownSize() {
        long size = (long) TRACE_SIZE * traces.size();
        for (Traceback t : tracebacks.keySet()) {
            size += t.size();
        }
        return size;
    }
}
