package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Str;

/**
 * Auditing events (PEP 578): before something is done that a program may want to know of or to
 * forbid, the hooks are called. Which events there are, with their arguments, is the manual's Audit
 * events table.
 */
public final class Audit {
    private static final class Hooks {
        final List<Object> list = new CopyOnWriteArrayList<>();
    }

    private Audit() {}

    private static List<Object> hooks() {
        return PythonContext.get().state(Hooks.class, Hooks::new).list;
    }

    /** Whether anyone would be told; for arguments that cost something to make. */
    @TruffleBoundary
    public static boolean isWatched() {
        return !hooks().isEmpty();
    }

    /** Adds a hook; there is no way to take it away. */
    @TruffleBoundary
    public static void add(Object hook) {
        hooks().add(hook);
    }

    /** Raises an event; the arguments are Python values. What a hook raises goes on. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void event(String event, Object... args) {
        if (!hooks().isEmpty()) {
            event(Str.name(event), args);
        }
    }

    /** As the other; for events that a program names. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void event(TruffleString event, Object[] args) {
        ThreadState thread = PythonContext.get().threadState();
        boolean before = thread.inTrace;
        try {
            for (Object hook : hooks()) {
                // Hooks are traced only when they say that they may be.
                thread.inTrace = true;
                Object mayTrace = Attributes.getOrNull(hook, "__cantrace__");
                thread.inTrace = mayTrace == null || !Truth.isTrue(mayTrace) || before;
                Call.call(hook, event, PyTuple.of(args));
            }
        } finally {
            thread.inTrace = before;
        }
    }
}
