package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jabiru.PythonContext;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Unraisable;

/** Objects that have died and whose {@code __del__} is to run. */
public final class Finalizers {
    /** The name of the method. */
    public static final TruffleString METHOD = Str.name("__del__");

    private static final PyType.Factory FINALIZABLE = PyFinalizable::new;

    private final SafePoint safePoint;
    private final Deque<PyObject> waiting = new ArrayDeque<>();

    /** How many objects with {@code __del__} were made and have not died yet. */
    private int living;

    private Finalizers(PythonContext context) {
        this.safePoint = new SafePoint(context, this::run);
    }

    /** Those of the current interpreter. */
    static Finalizers get() {
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
    }

    /** From now on has instances of the class and its subclasses die with {@code __del__}. */
    public static void watchInstances(PyType cls) {
        if (cls.factory == ObjectType.TYPE.factory) {
            cls.factory = FINALIZABLE;
        } else if (cls.factory != FINALIZABLE && !(cls.factory instanceof Testament.Factory)) {
            cls.factory = new Testament.Factory(cls.factory);
        }
        for (PyType subclass : cls.subclasses()) {
            watchInstances(subclass);
        }
    }

    /** Called by the JVM's own thread. */
    void add(PyObject o) {
        synchronized (waiting) {
            waiting.add(o);
        }
        safePoint.request();
    }

    private PyObject next() {
        synchronized (waiting) {
            PyObject o = waiting.poll();
            if (o != null) {
                living--;
            }
            return o;
        }
    }

    /** Runs what waits, in the current interpreter. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void runWaiting() {
        get().run();
    }

    private void run() {
        for (PyObject o = next(); o != null; o = next()) {
            Object method = o.type().lookup(METHOD);
            if (method == null) {
                continue;
            }
            try {
                Call.callUnbound(method, o, new Object[0], null);
            } catch (PyException e) {
                Unraisable.report(e, "Exception ignored while calling deallocator", method);
            }
        }
    }
}
