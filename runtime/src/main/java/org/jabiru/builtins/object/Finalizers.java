package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jabiru.PythonContext;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Unraisable;

/** Objects that have died and whose {@code __del__} is to run. */
public final class Finalizers {
    private final SafePoint safePoint;
    private final Deque<PyObject> waiting = new ArrayDeque<>();

    private Finalizers(PythonContext context) {
        this.safePoint = new SafePoint(context, this::run);
    }

    /** Those of the current interpreter. */
    static Finalizers get() {
        PythonContext context = PythonContext.get();
        return context.state(Finalizers.class, () -> new Finalizers(context));
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
            return waiting.poll();
        }
    }

    /** Runs what waits, in the current interpreter. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void runWaiting() {
        get().run();
    }

    private void run() {
        for (PyObject o = next(); o != null; o = next()) {
            Object method = o.type().lookup("__del__");
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
