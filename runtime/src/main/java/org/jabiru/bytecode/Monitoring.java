package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Call;

/**
 * {@code sys.monitoring} (PEP 669) of one interpreter: what its tools want to know, and the calls
 * that tell them. The events come from {@link FrameEvents}.
 */
public final class Monitoring {
    public static final int TOOLS = 6;

    /** {@code sys.monitoring.DISABLE}. */
    public final PyObject disable = new PyObject(ObjectType.TYPE);

    /** {@code sys.monitoring.MISSING}. */
    public final PyObject missing = new PyObject(ObjectType.TYPE);

    /** The names of the tools; null where none is registered. */
    public final Object[] names = new Object[TOOLS];

    private final Object[][] callbacks = new Object[TOOLS][Events.COUNT];
    private final int[] global = new int[TOOLS];

    /** What {@code sys.settrace} and {@code sys.setprofile} want, once one was called. */
    private int traced;

    /** Who is told when tools want something else than before; null for nobody. */
    private Runnable listener;

    private long version = 1;

    private final RootRegistry roots;

    private Monitoring(RootRegistry roots) {
        this.roots = roots;
    }

    /** That of the current interpreter. */
    @TruffleBoundary
    public static Monitoring get() {
        PythonContext context = PythonContext.get();
        return context.state(Monitoring.class, () -> new Monitoring(context.language().roots));
    }

    /** Another number each time that tools want something else, or want to hear again. */
    public long version() {
        return version;
    }

    /** Has someone told of each change of {@link #version}. */
    public void listen(Runnable whenChanged) {
        listener = whenChanged;
    }

    private void changed() {
        version++;
        if (listener != null) {
            listener.run();
        }
    }

    /** The events that a tool wants of all code. */
    public int events(int tool) {
        return global[tool];
    }

    /** Which tools want an event of all code. */
    public int toolsOf(int event) {
        int tools = 0;
        int chosen = chosenBy(event);
        for (int tool = 0; tool < TOOLS; tool++) {
            tools |= (global[tool] >> chosen & 1) << tool;
        }
        return tools;
    }

    /** Says which events a tool wants of all code. */
    @TruffleBoundary
    public void setEvents(int tool, int events) {
        int added = events & ~global[tool];
        global[tool] = events;
        changed();
        if (events != 0) {
            Tracing.prepareAll();
        }
        roots.forEach(root -> {
            root.enable(tool, added);
            update(root);
        });
    }

    /** Has all code report to {@code sys.settrace} and {@code sys.setprofile}. */
    void trace() {
        traced = Events.TRACED;
        Tracing.prepareAll();
        roots.forEach(this::update);
    }

    /** Says which events a tool wants of one code object. */
    @TruffleBoundary
    public void setLocalEvents(int tool, PyBytecodeRoot root, int events) {
        if (events != 0) {
            Tracing.prepare(root);
        }
        int[] local = root.localEvents();
        int added = events & ~local[tool];
        local[tool] = events;
        root.enable(tool, added);
        update(root);
    }

    /** Notes in a root what is wanted of it. */
    void update(PyBytecodeRoot root) {
        int wanted = traced;
        for (int tool = 0; tool < TOOLS; tool++) {
            wanted |= wanted(root, tool);
        }
        root.wanted = withCalls(wanted);
    }

    private int wanted(PyBytecodeRoot root, int tool) {
        return global[tool] | root.localEventsOf(tool);
    }

    /** Whether any tool wants an event of a root. */
    boolean isWanted(PyBytecodeRoot root, int event) {
        int chosen = chosenBy(event);
        for (int tool = 0; tool < TOOLS; tool++) {
            if ((wanted(root, tool) >> chosen & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The event that a tool chooses to be told of another one. */
    private static int chosenBy(int event) {
        return event == Events.C_RETURN || event == Events.C_RAISE ? Events.CALL : event;
    }

    /** What a call of C's does belongs to the event of the call. */
    private static int withCalls(int events) {
        boolean calls = (events >> Events.CALL & 1) != 0;
        return calls ? events | 1 << Events.C_RETURN | 1 << Events.C_RAISE : events;
    }

    /** Sets what is called for an event; null for nothing. Returns what was before. */
    public Object register(int tool, int event, Object function) {
        Object before = callbacks[tool][event];
        callbacks[tool][event] = function;
        return before;
    }

    /** Forgets all that a tool has asked for. */
    @TruffleBoundary
    public void clear(int tool) {
        Arrays.fill(callbacks[tool], null);
        global[tool] = 0;
        changed();
        roots.forEach(root -> {
            if (root.localEventsOf(tool) != 0) {
                root.localEvents()[tool] = 0;
            }
            root.enable(tool, -1);
            update(root);
        });
    }

    /** Places that a tool switched off report again. */
    @TruffleBoundary
    public void restart() {
        changed();
        roots.forEach(root -> {
            for (int tool = 0; tool < TOOLS; tool++) {
                root.enable(tool, -1);
            }
        });
    }

    /**
     * Tells the tools of an event.
     *
     * @param place in the root, where the event can be switched off
     * @param arguments of the callbacks
     * @throws org.jabiru.object.PyException what a callback raises
     */
    void fire(ThreadState thread, PyBytecodeRoot root, int event, int place, Object... arguments) {
        int chosen = chosenBy(event);
        for (int tool = 0; tool < TOOLS; tool++) {
            if ((wanted(root, tool) >> chosen & 1) != 0
                    && callbacks[tool][event] != null
                    && root.isEnabled(tool, chosen, place)) {
                call(thread, root, tool, event, place, arguments);
            }
        }
    }

    private void call(
            ThreadState thread,
            PyBytecodeRoot root,
            int tool,
            int event,
            int place,
            Object[] arguments) {
        if (called(thread, tool, event, arguments) != disable) {
            return;
        }
        if (event < Events.LOCAL_COUNT) {
            root.disable(tool, event, place);
        } else if (event != Events.C_RETURN && event != Events.C_RAISE) {
            throw notToBeDisabled(tool, event);
        }
    }

    private Object called(ThreadState thread, int tool, int event, Object[] arguments) {
        thread.inTrace = true;
        try {
            return Call.call(callbacks[tool][event], arguments);
        } finally {
            thread.inTrace = false;
        }
    }

    private PyException notToBeDisabled(int tool, int event) {
        callbacks[tool][event] = null;
        return Errors.valueError("Cannot disable %s events. Callback removed.", Events.name(event));
    }

    /**
     * Tells one tool of an event in code that is not Python's.
     *
     * @return whether the tool wants to hear no more of it from that place
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public boolean tell(ThreadState thread, int tool, int event, Object... arguments) {
        if (tool >= TOOLS || callbacks[tool][event] == null || thread.inTrace) {
            return false;
        }
        if (called(thread, tool, event, arguments) != disable) {
            return false;
        }
        if (event >= Events.LOCAL_COUNT) {
            throw notToBeDisabled(tool, event);
        }
        return true;
    }

    /** Where which tool has switched off which event; of one root. */
    static final class Disabled {
        private final Map<Long, Integer> tools = new HashMap<>();

        private static Long key(int event, int place) {
            return (long) place << 8 | event;
        }

        boolean contains(int tool, int event, int place) {
            return (tools.getOrDefault(key(event, place), 0) >> tool & 1) != 0;
        }

        void add(int tool, int event, int place) {
            tools.merge(key(event, place), 1 << tool, (a, b) -> a | b);
        }

        void remove(int tool, int events) {
            tools.replaceAll((key, set) ->
                    (events >> (int) (key & 0xFF) & 1) != 0 ? set & ~(1 << tool) : set);
        }
    }
}
