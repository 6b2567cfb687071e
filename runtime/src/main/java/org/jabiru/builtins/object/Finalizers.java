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

    /** An object and its number: what was made last ends first, as it may have the others. */
    private record Dead(PyObject object, int number) {
        static final Comparator<Dead> ORDER =
                Comparator.comparingInt(Dead::rank)
                        .thenComparing(Dead::number, Comparator.reverseOrder());

        private int rank() {
            return object instanceof EndsInOrder e ? e.finalizationRank() : 0;
        }
    }

    private final SafePoint safePoint;
    private final IdleCollection idle;
    private List<Dead> waiting = new ArrayList<>();
    private boolean running;

    /** How many objects with {@code __del__} were made and have not died yet. */
    private int living;

    /** How many were made. */
    private int made;

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

    /** An object with {@code __del__} was made; its number among all of them, from 1 on. */
    int count() {
        living++;
        idle.noteResource();
        return ++made;
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
        add(o, 0);
    }

    void add(PyObject o, int number) {
        synchronized (this) {
            waiting.add(new Dead(o, number));
        }
        safePoint.request();
    }

    /** What died, in the order in which it ends. */
    @SuppressWarnings("removal")
    private List<Dead> take() {
        // The JVM's threads are to hand over all that died in the same collection.
        int known = 0;
        int rounds = 0;
        for (int count = size(); count > 0 && (count > known || ++rounds < 3); count = size()) {
            known = count;
            System.runFinalization();
        }
        List<Dead> dead;
        synchronized (this) {
            dead = waiting;
            waiting = new ArrayList<>();
        }
        dead.sort(Dead.ORDER);
        return dead;
    }

    private synchronized int size() {
        return waiting.size();
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
            for (List<Dead> dead = take(); !dead.isEmpty(); dead = take()) {
                dead.forEach(d -> end(d.object));
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
        return running || size() > 0;
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
