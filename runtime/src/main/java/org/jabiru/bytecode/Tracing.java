package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.bytecode.BytecodeConfig;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.BytecodeTier;
import com.oracle.truffle.api.bytecode.ContinuationRootNode;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.HashSet;
import java.util.Set;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.builtins.function.MethodDescriptorType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;

/**
 * {@code sys.settrace} and {@code sys.setprofile}. Roots get the instructions that report events
 * when a function is first set, and keep them: until then tracing costs nothing. {@link
 * FrameEvents} says when what happens.
 */
public final class Tracing {
    private static final BytecodeConfig REPORTING =
            PyBytecodeRootGen.newConfigBuilder()
                    .addSource()
                    .addInstrumentation(PyBytecodeRoot.TraceStart.class)
                    .addInstrumentation(PyBytecodeRoot.TraceLine.class)
                    .addInstrumentation(PyBytecodeRoot.TraceInside.class)
                    .addInstrumentation(PyBytecodeRoot.TraceOperator.class)
                    .addInstrumentation(PyBytecodeRoot.TraceResult.class)
                    .addInstrumentation(PyBytecodeRoot.TraceResume.class)
                    .addInstrumentation(PyBytecodeRoot.TraceCall.class)
                    .addInstrumentation(PyBytecodeRoot.TraceBranch.class)
                    .addInstrumentation(PyBytecodeRoot.TraceExhausted.class)
                    .addInstrumentation(PyBytecodeRoot.TraceDelegated.class)
                    .build();

    private Tracing() {}

    /** Sets the trace function of the current thread, or null. */
    @TruffleBoundary
    public static void setTrace(ThreadState thread, Object function) {
        thread.traceFunction = function;
        thread.tracesAllFrames = false;
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
            Monitoring.get().trace();
        }
    }

    /** Has all roots report events, those that are made later too. */
    static void prepareAll() {
        PythonContext.get().language().roots.report(Tracing::reportNew, outdated());
    }

    /** Has one root report events. */
    static void prepare(PyBytecodeRoot root) {
        if (!root.isChanged() && !outdated().contains(root)) {
            report(root);
        }
    }

    private static void reportNew(PyBytecodeRoot root) {
        report(root);
        Monitoring.get().update(root);
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
                    if (root instanceof ContinuationRootNode resumed) {
                        root = (RootNode) resumed.getSourceRootNode();
                    }
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
            if (root.code() != null && root.code().resumable) {
                Continuations.prepare(root);
            }
        }
    }

    /** Reports while the frame tells a line, and the first place on it. */
    static void atLine(PyFrame f, int line, Runnable report) {
        int shown = f.shownLine;
        boolean enters = f.entersLine;
        f.shownLine = line;
        f.entersLine = true;
        try {
            report.run();
        } finally {
            f.shownLine = shown;
            f.entersLine = enters;
        }
    }

    /** The body starts, or goes on after a yield. */
    static void entered(ThreadState thread, PyFrame f) {
        f.tracedLine = -1;
        profile(thread, f, "call", Singleton.NONE);
        if (thread.traceFunction != null) {
            Object local = call(thread, thread.traceFunction, f, "call", Singleton.NONE);
            // CPython: None leaves what a generator's frame had before.
            if (local != Singleton.NONE) {
                f.trace = local;
            }
        }
    }

    /** A statement starts; a loop's header always counts as another line. */
    static void line(ThreadState thread, PyFrame f, int line, boolean always) {
        if (thread.traceFunction == null) {
            return;
        }
        rest(thread, f);
        f.opcodeLine = f.traceOpcodes ? line : -1;
        boolean same = f.tracedLine == line && !always;
        f.tracedLine = line;
        if (!same && f.traceLines) {
            atLine(f, line, () -> local(thread, f, "line", Singleton.NONE));
        }
    }

    /** The body returns or yields, or an exception leaves it. */
    static void left(ThreadState thread, PyFrame f, Object value) {
        rest(thread, f);
        profile(thread, f, "return", value);
        local(thread, f, "return", value);
    }

    /** An exception was raised in a frame, or came into it. */
    static void exception(ThreadState thread, PyFrame f, PyBaseException exception) {
        Object traceback = exception.traceback == null ? Singleton.NONE : exception.traceback;
        local(thread, f, "exception", new PyTuple(exception.type(), exception, traceback));
    }

    /** Something that is not written in Python is called, or the call ends. */
    static void call(ThreadState thread, PyFrame f, String event, Object callee, Object argument) {
        if (thread.profileFunction == null) {
            return;
        }
        Object function = callee;
        if (argument != null && Types.of(callee).isSubtype(MethodDescriptorType.TYPE)) {
            function = Descriptors.get(callee, argument, Types.of(argument));
        }
        if (Types.of(function).isSubtype(BuiltinFunctionType.TYPE)) {
            profile(thread, f, event, function);
        }
    }

    private static void local(ThreadState thread, PyFrame f, String event, Object argument) {
        if (thread.traceFunction == null) {
            return;
        }
        Object function = thread.tracesAllFrames ? thread.traceFunction : f.trace;
        if (function != null) {
            Object next = call(thread, function, f, event, argument);
            if (next != Singleton.NONE) {
                f.trace = next;
            }
        }
    }

    /**
     * CPython: an event for every instruction where {@code f_trace_opcodes} is set; here: one for
     * what is left of a line, which is what a debugger needs that is called in the middle of it.
     */
    static void rest(ThreadState thread, PyFrame f) {
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
