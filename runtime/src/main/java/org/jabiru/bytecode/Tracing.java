package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.bytecode.BytecodeConfig;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.BytecodeTier;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.HashSet;
import java.util.Set;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/**
 * {@code sys.settrace} and {@code sys.setprofile}. Roots get the instructions that report events
 * when a function is first set, and keep them: until then tracing costs nothing. An event of a
 * frame that an exception leaves is reported when the exception arrives in the frame around.
 */
public final class Tracing {
    private static final BytecodeConfig REPORTING =
            PyBytecodeRootGen.newConfigBuilder()
                    .addSource()
                    .addInstrumentation(PyBytecodeRoot.TraceStart.class)
                    .addInstrumentation(PyBytecodeRoot.TraceLine.class)
                    .addInstrumentation(PyBytecodeRoot.TraceResult.class)
                    .addInstrumentation(PyBytecodeRoot.TraceResume.class)
                    .build();

    private Tracing() {}

    /** Sets the trace function of the current thread, or null. */
    @TruffleBoundary
    public static void setTrace(ThreadState thread, Object function) {
        thread.traceFunction = function;
        prepare(thread, function);
    }

    /** Sets the profile function of the current thread, or null. */
    @TruffleBoundary
    public static void setProfile(ThreadState thread, Object function) {
        thread.profileFunction = function;
        prepare(thread, function);
    }

    private static void prepare(ThreadState thread, Object function) {
        if (function != null) {
            thread.context.language().roots.report(Tracing::report, outdated());
        }
    }

    /**
     * Roots that a call on the stack runs in the uncached tier, while the root went on to the
     * cached one: Truffle's update does not reach such a call, which would then go on in
     * instructions that are not its own. These have to wait for another time.
     */
    private static Set<PyBytecodeRoot> outdated() {
        Set<PyBytecodeRoot> out = new HashSet<>();
        Truffle.getRuntime()
                .iterateFrames(instance -> {
                    RootNode root = ((RootCallTarget) instance.getCallTarget()).getRootNode();
                    if (root instanceof PyBytecodeRoot r && isOutdated(r, instance)) {
                        out.add(r);
                    }
                    return null;
                });
        return out;
    }

    private static boolean isOutdated(PyBytecodeRoot root, FrameInstance instance) {
        BytecodeNode now = root.getBytecodeNode();
        BytecodeNode running = BytecodeNode.get(instance);
        return running == null ? now.getTier() != BytecodeTier.UNCACHED : running != now;
    }

    /** Lets a root report events, from the next instruction on. */
    static void report(PyBytecodeRoot root) {
        if (root.keepPositions()) {
            root.getRootNodes().update(REPORTING);
            if (root.code() != null && root.code().resumed) {
                Continuations.prepare(root);
            }
        }
    }

    private static PyFrame frame(PyBytecodeRoot root, MaterializedFrame frame) {
        return Frames.pyFrame(root, Frames.ownFrame(frame));
    }

    private static ThreadState threadOrNull() {
        ThreadState thread = PythonContext.get().threadState();
        boolean silent =
                thread.inTrace || thread.traceFunction == null && thread.profileFunction == null;
        return silent ? null : thread;
    }

    /** The body starts: that is at its first line. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void start(PyBytecodeRoot root, MaterializedFrame frame) {
        ThreadState thread = threadOrNull();
        if (thread != null) {
            PyFrame f = frame(root, frame);
            atLine(f, f.code.firstLine, () -> entered(thread, f));
        }
    }

    /** The body goes on after a yield. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void resume(PyBytecodeRoot root, MaterializedFrame frame) {
        ThreadState thread = threadOrNull();
        if (thread != null) {
            entered(thread, frame(root, frame));
        }
    }

    /** Reports while the frame tells a line, and the first place on it. */
    private static void atLine(PyFrame f, int line, Runnable report) {
        f.shownLine = line;
        f.entersLine = true;
        try {
            report.run();
        } finally {
            f.shownLine = -1;
            f.entersLine = false;
        }
    }

    private static void entered(ThreadState thread, PyFrame f) {
        f.tracedLine = -1;
        if (thread.traceFunction != null) {
            Object local = call(thread, thread.traceFunction, f, "call", Singleton.NONE);
            f.trace = local == Singleton.NONE ? null : local;
        }
        profile(thread, f, "call", Singleton.NONE);
    }

    /** A statement starts; a loop's header always counts as another line. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void line(PyBytecodeRoot root, MaterializedFrame frame, int line, boolean always) {
        ThreadState thread = threadOrNull();
        if (thread == null || thread.traceFunction == null) {
            return;
        }
        PyFrame f = frame(root, frame);
        rest(thread, f);
        f.opcodeLine = f.traceOpcodes ? line : -1;
        boolean same = f.tracedLine == line && !always;
        f.tracedLine = line;
        if (!same && f.traceLines) {
            atLine(f, line, () -> local(thread, f, "line", Singleton.NONE));
        }
    }

    /** The body returns or yields. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void result(PyBytecodeRoot root, MaterializedFrame frame, Object value) {
        ThreadState thread = threadOrNull();
        if (thread != null) {
            PyFrame f = frame(root, frame);
            rest(thread, f);
            local(thread, f, "return", value);
            profile(thread, f, "return", value);
        }
    }

    /** Whether exceptions are to be reported. */
    static boolean wantsExceptions() {
        return threadOrNull() != null;
    }

    /** The frame that has added itself to the traceback last was left. */
    static void left(PyBaseException exception) {
        ThreadState thread = threadOrNull();
        if (thread != null && exception.traceback instanceof PyTraceback t) {
            local(thread, t.frame, "return", Singleton.NONE);
            profile(thread, t.frame, "return", Singleton.NONE);
        }
    }

    /** An exception was raised in a frame, or came into it. */
    static void exception(PyFrame f, PyBaseException exception) {
        ThreadState thread = threadOrNull();
        if (thread != null) {
            Object traceback = exception.traceback == null ? Singleton.NONE : exception.traceback;
            local(thread, f, "exception", new PyTuple(exception.type(), exception, traceback));
        }
    }

    private static void local(ThreadState thread, PyFrame f, String event, Object argument) {
        if (f.trace != null && thread.traceFunction != null) {
            Object next = call(thread, f.trace, f, event, argument);
            if (next != Singleton.NONE) {
                f.trace = next;
            }
        }
    }

    /**
     * CPython: an event for every instruction where {@code f_trace_opcodes} is set; here: one for
     * what is left of a line, which is what a debugger needs that is called in the middle of it.
     */
    private static void rest(ThreadState thread, PyFrame f) {
        if (f.traceOpcodes && f.opcodeLine > 0) {
            int line = f.opcodeLine;
            f.opcodeLine = -1;
            atLine(f, line, () -> local(thread, f, "opcode", Singleton.NONE));
        }
    }

    private static void profile(ThreadState thread, PyFrame f, String event, Object argument) {
        if (thread.profileFunction != null) {
            call(thread, thread.profileFunction, f, event, argument);
        }
    }

    private static Object call(
            ThreadState thread, Object function, PyFrame f, String event, Object argument) {
        thread.inTrace = true;
        int line = f.shownLine;
        if (line < 0) {
            // The same for f_lineno and f_lasti: a return at the end has no place of its own.
            f.shownLine = f.line();
        }
        try {
            return Call.call(function, f, Str.name(event), argument);
        } catch (PyException e) {
            if (function == thread.profileFunction) {
                thread.profileFunction = null;
            } else {
                thread.traceFunction = null;
                f.trace = null;
            }
            throw e;
        } finally {
            thread.inTrace = false;
            f.shownLine = line;
        }
    }
}
