package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jabiru.IdleCollection;
import org.jabiru.PythonContext;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Unraisable;

/** Objects that have died and whose {@code __del__} is to run. */
public final class Finalizers {
    /** The name of the method. */
    public static final TruffleString METHOD = Str.name("__del__");

    private static final PyType.Factory FINALIZABLE = PyFinalizable::new;

    private final SafePoint safePoint;
    private final IdleCollection idle;
    private List<PyObject> waiting = new ArrayList<>();
    private boolean running;

    /** How many objects with {@code __del__} were made and have not died yet. */
    private int living;

    private Finalizers(PythonContext context) {
        this.safePoint = new SafePoint(context, SafePoint.untraced(this::run));
        this.idle = IdleCollection.of(context);
    }

    /** Those of the current interpreter. */
    public static Finalizers get() {
        PythonContext context = PythonContext.get();
        return context.state(Finalizers.class, () -> new Finalizers(context));
    }

    /** Whether there are objects whose {@code __del__} is still to come. */
    public static boolean areWaitedFor() {
        return get().living > 0;
    }

    /** An object with {@code __del__} was made. */
    void count() {
        living++;
        idle.noteResource();
    }

    /** From now on has a single object, whose type has {@code __del__}, die with it. */
    public static void watch(PyObject o) {
        Testament.write(o, get());
    }

    /** From now on has instances of the class and its subclasses die with {@code __del__}. */
    public static void watchInstances(PyType cls) {
        if (announcesDeath(cls)) {
            return;
        }
        if (cls.factory == ObjectType.TYPE.factory) {
            cls.factory = FINALIZABLE;
        } else if (cls.factory != FINALIZABLE && !(cls.factory instanceof Testament.Factory)) {
            cls.factory = new Testament.Factory(cls.factory);
        }
        for (PyType subclass : cls.subclasses()) {
            watchInstances(subclass);
        }
    }

    /** For an instance of a class that was not made by the class's factory. */
    public static <T extends PyObject> T watched(T made) {
        if (made.type().factory instanceof Testament.Factory) {
            watch(made);
        }
        return made;
    }

    /** Whether instances tell of their deaths without our doing. */
    private static boolean announcesDeath(PyType cls) {
        for (PyType t : cls.mro()) {
            if (!t.isHeapType()) {
                return t.announcesDeath;
            }
        }
        return false;
    }

    /** Called by the JVM's own thread. */
    public void add(PyObject o) {
        synchronized (this) {
            waiting.add(o);
        }
        safePoint.request();
    }

    /** What died, in the order in which it ends. */
    @SuppressWarnings("removal")
    private List<PyObject> take() {
        if (isEmpty()) {
            return List.of();
        }
        // The JVM's thread is to hand over all that died in the same collection.
        System.runFinalization();
        List<PyObject> dead;
        synchronized (this) {
            dead = waiting;
            waiting = new ArrayList<>();
        }
        dead.sort(Comparator.comparingInt(Finalizers::rank));
        return dead;
    }

    private synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private static int rank(PyObject o) {
        return o instanceof EndsInOrder e ? e.finalizationRank() : 0;
    }

    /** Runs what waits, in the current interpreter. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void runWaiting() {
        get().run();
    }

    private void run() {
        boolean outer = running;
        running = true;
        try {
            for (List<PyObject> dead = take(); !dead.isEmpty(); dead = take()) {
                dead.forEach(this::end);
            }
        } finally {
            running = outer;
        }
    }

    /**
     * Whether there is {@code __del__} to run or running: what died in the same collection may
     * still be used there.
     */
    public boolean areAtWork() {
        return running || !isEmpty();
    }

    /** {@code gc.is_finalized}: whether an object's {@code __del__} was called for its death. */
    @TruffleBoundary
    public static boolean hasRun(PyObject o) {
        return o instanceof PyFinalizable f ? f.finalized : Testament.isExecuted(o);
    }

    private void end(PyObject o) {
        if (!(o instanceof EndsInOrder)) {
            living--;
        }
        Object method = o.type().lookup(METHOD);
        if (method == null || o instanceof FinalizedElsewhere f && !f.beginFinalizer()) {
            return;
        }
        if (o instanceof PyFinalizable f) {
            f.finalized = true;
        } else {
            Testament.execute(o);
        }
        try {
            Call.callUnbound(method, o, new Object[0], null);
        } catch (PyException e) {
            Unraisable.report(
                    e,
                    "Exception ignored while calling deallocator " + Str.java(Repr.repr(method)),
                    null);
        }
    }
}
