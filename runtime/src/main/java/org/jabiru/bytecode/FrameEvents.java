package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ExceptionHandler;
import com.oracle.truffle.api.frame.MaterializedFrame;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.generator.PyCoroutine;
import org.jabiru.builtins.generator.PyGenerator;
import org.jabiru.builtins.generator.ThrowRequest;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;

/**
 * What happens in a frame, told to the tools of {@code sys.monitoring} and then to the functions of
 * {@code sys.setprofile} and {@code sys.settrace}. Nothing is told of what these do themselves.
 */
final class FrameEvents {
    private FrameEvents() {}

    private static ThreadState threadOrNull() {
        ThreadState thread = PythonContext.get().threadState();
        return thread.inTrace ? null : thread;
    }

    private static PyFrame frame(PyBytecodeRoot root, MaterializedFrame frame) {
        return Frames.pyFrame(root, Frames.ownFrame(frame));
    }

    private static boolean isTraced(ThreadState thread) {
        return thread.traceFunction != null || thread.profileFunction != null;
    }

    /** What {@code co_code} has at the place of an instruction. */
    private static Object offset(PyBytecodeRoot root, BytecodeNode node, int index) {
        int first = root.publicIndex(node, index);
        return (long) Math.max(root.code().publicOffset(first), 0);
    }

    /** Tells the tools, if there are any, of an event at an instruction. */
    private static void fire(
            ThreadState thread,
            PyBytecodeRoot root,
            int event,
            BytecodeNode node,
            int index,
            Object... more) {
        Monitoring tools = Monitoring.get();
        if (tools.isWanted(root, event)) {
            Object[] arguments = new Object[2 + more.length];
            arguments[0] = root.code();
            arguments[1] = offset(root, node, index);
            System.arraycopy(more, 0, arguments, 2, more.length);
            tools.fire(thread, root, event, index, arguments);
        }
    }

    /** The body starts: that is at its first line, or before it for a module. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void start(PyBytecodeRoot root, MaterializedFrame frame) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        PyFrame f = frame(root, frame);
        Tracing.atLine(
                f,
                f.code.startLine(),
                () -> {
                    LineJumps.at(thread, Events.PY_START);
                    Monitoring.get().fire(thread, root, Events.PY_START, 0, root.code(), 0L);
                    if (isTraced(thread)) {
                        Tracing.entered(thread, f);
                    }
                });
    }

    /** The body goes on after a yield; an exception may have been thrown into it. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void resume(
            PyBytecodeRoot root,
            MaterializedFrame frame,
            Object sent,
            BytecodeNode node,
            int index) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        if (sent instanceof ThrowRequest thrown) {
            LineJumps.at(thread, Events.PY_THROW);
            fire(thread, root, Events.PY_THROW, node, index, thrown.exception().exception());
        } else {
            LineJumps.at(thread, Events.PY_RESUME, node, index, Frames.ownFrame(frame));
            fire(thread, root, Events.PY_RESUME, node, index);
        }
        if (isTraced(thread)) {
            Tracing.entered(thread, frame(root, frame));
        }
        LineJumps.go(thread);
    }

    /** A statement starts. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void line(
            PyBytecodeRoot root,
            MaterializedFrame frame,
            int line,
            int kind,
            BytecodeNode node,
            int index) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        LineJumps.at(thread, Events.LINE, node, index, Frames.ownFrame(frame));
        Monitoring tools = Monitoring.get();
        boolean loop = LineKind.isLoop(kind);
        boolean jumps = tools.isWanted(root, Events.JUMP);
        boolean lines = tools.isWanted(root, Events.LINE);
        PyFrame f = isTraced(thread) || jumps || lines ? frame(root, frame) : null;
        if (loop && jumps) {
            int from = f.jumpLine > 0 ? f.jumpLine : line;
            tools.fire(
                    thread,
                    root,
                    Events.JUMP,
                    index,
                    root.code(),
                    lineOffset(root, from),
                    lineOffset(root, line));
        }
        if (f != null) {
            f.jumpLine = line;
        }
        boolean begins = kind == LineKind.STATEMENT || kind == LineKind.LOOP;
        if (begins) {
            fireLine(thread, root, index, line);
        }
        instruction(thread, root, node, index);
        if (f != null && isTraced(thread)) {
            Tracing.line(thread, f, line, loop);
        }
        LineJumps.go(thread);
    }

    /** A statement goes on, maybe on another line. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void inside(
            PyBytecodeRoot root, MaterializedFrame frame, int line, BytecodeNode node, int index) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        PyFrame f = frame(root, frame);
        if (f.jumpLine == line) {
            return;
        }
        f.jumpLine = line;
        LineJumps.at(thread, Events.LINE, node, index, Frames.ownFrame(frame));
        fireLine(thread, root, index, line);
        if (isTraced(thread)) {
            Tracing.line(thread, f, line, false);
        }
        LineJumps.go(thread);
    }

    private static void fireLine(ThreadState thread, PyBytecodeRoot root, int index, int line) {
        Monitoring tools = Monitoring.get();
        if (tools.isWanted(root, Events.LINE)) {
            tools.fire(thread, root, Events.LINE, index, root.code(), (long) line);
        }
    }

    private static Object lineOffset(PyBytecodeRoot root, int line) {
        return (long) Math.max(root.code().offsetOnLine(0, line), 0);
    }

    /**
     * CPython: an event for each instruction; here: one for the start of a statement and one after
     * each call, which is where a debugger can come to.
     */
    private static void instruction(
            ThreadState thread, PyBytecodeRoot root, BytecodeNode node, int index) {
        fire(thread, root, Events.INSTRUCTION, node, index);
    }

    /** The body returns or yields. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void result(
            PyBytecodeRoot root,
            MaterializedFrame frame,
            Object value,
            boolean yields,
            BytecodeNode node,
            int index) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        int event = yields ? Events.PY_YIELD : Events.PY_RETURN;
        LineJumps.at(thread, event, node, index, Frames.ownFrame(frame));
        fire(thread, root, event, node, index, value);
        if (isTraced(thread)) {
            Tracing.left(thread, frame(root, frame), value);
        }
        LineJumps.go(thread);
    }

    /** A condition was evaluated. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void branch(
            PyBytecodeRoot root,
            MaterializedFrame frame,
            boolean left,
            BytecodeNode node,
            int index) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        Monitoring monitoring = Monitoring.get();
        int event = left ? Events.BRANCH_LEFT : Events.BRANCH_RIGHT;
        LineJumps.at(thread, event);
        if (monitoring.isWanted(root, event)) {
            Branches.Branch b = Branches.after(root, node, index);
            long to = left ? b.left() : b.right();
            monitoring.fire(thread, root, event, index, root.code(), (long) b.from(), to);
        }
    }

    /** A loop has gone through an iterator, which told so by an exception as Python sees it. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void exhausted(
            PyBytecodeRoot root,
            MaterializedFrame frame,
            Object iterator,
            BytecodeNode node,
            int index) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        if (iterator instanceof PyGenerator generator) {
            LineJumps.at(thread, Events.STOP_ITERATION);
            PyBaseException e = Errors.stopIteration(generator.result()).exception();
            fire(thread, root, Events.STOP_ITERATION, node, index, e);
            // CPython makes no exception where there is no result.
            if (isTraced(thread) && generator.result() != Singleton.NONE) {
                Tracing.exception(thread, frame(root, frame), e);
            }
        } else if (Types.of(iterator).lookup("__next__") instanceof PyFunction) {
            LineJumps.at(thread, Events.RAISE);
            PyBaseException e = Errors.stopIteration(Singleton.NONE).exception();
            fire(thread, root, Events.RAISE, node, index, e);
            if (isTraced(thread)) {
                Tracing.exception(thread, frame(root, frame), e);
            }
        }
    }

    /** What was awaited or yielded from has ended, by an exception as Python sees it (PEP 380). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void delegated(
            PyBytecodeRoot root,
            MaterializedFrame frame,
            Object iterator,
            Object result,
            BytecodeNode node,
            int index) {
        ThreadState thread = threadOrNull();
        boolean generator = iterator instanceof PyGenerator || iterator instanceof PyCoroutine;
        boolean raised =
                result != Singleton.NONE
                        || Types.of(iterator).lookup("__next__") instanceof PyFunction;
        if (thread == null || !generator && !raised) {
            return;
        }
        int event = generator ? Events.STOP_ITERATION : Events.RAISE;
        LineJumps.at(thread, event);
        PyBaseException e = Errors.stopIteration(result).exception();
        fire(thread, root, event, node, index, e);
        if (isTraced(thread)) {
            Tracing.exception(thread, frame(root, frame), e);
        }
    }

    // ---- calls ----

    /** A part of a call was evaluated. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void call(
            PyBytecodeRoot root,
            MaterializedFrame frame,
            int part,
            Object value,
            BytecodeNode node,
            int index) {
        ThreadState thread = threadOrNull();
        if (thread == null) {
            return;
        }
        LineJumps.at(thread, Events.CALL);
        int depth = CallPart.depth(part);
        if (root.wants(Events.CALL)) {
            PyFrame f = frame(root, frame);
            if (CallPart.is(part, CallPart.CALLEE)) {
                f.calls.begin(depth, value);
            }
            if (CallPart.is(part, CallPart.FIRST)) {
                f.calls.argument(depth, value);
            }
            if (CallPart.is(part, CallPart.UNPACKED)) {
                f.calls.argument(depth, firstOrNull(value));
            }
            if (CallPart.is(part, CallPart.LAST)) {
                begin(thread, root, f, depth, node, index);
            }
            if (CallPart.is(part, CallPart.RESULT)) {
                end(thread, root, f, depth, true, node, index);
            }
        }
        if (CallPart.is(part, CallPart.RESULT)) {
            LineJumps.at(thread, Events.INSTRUCTION);
            instruction(thread, root, node, index);
            if (thread.traceFunction != null) {
                Tracing.rest(thread, frame(root, frame));
            }
        }
    }

    private static Object firstOrNull(Object arguments) {
        return switch (arguments) {
            case PyList list when list.size() > 0 -> list.get(0);
            case PyTuple tuple when tuple.items.length > 0 -> tuple.items[0];
            case null, default -> null;
        };
    }

    private static void begin(
            ThreadState thread,
            PyBytecodeRoot root,
            PyFrame f,
            int depth,
            BytecodeNode node,
            int index) {
        if (f.calls.callee(depth) instanceof PyMethod m) {
            f.calls.begin(depth, m.function);
            f.calls.argument(depth, m.self);
        }
        Object callee = f.calls.callee(depth);
        boolean wanted =
                thread.profileFunction != null || Monitoring.get().isWanted(root, Events.CALL);
        if (callee == null || !wanted) {
            // Who asks later is not told of the end of what began before.
            f.calls.begin(depth, null);
            return;
        }
        f.calls.running = depth;
        tell(thread, root, f, depth, Events.CALL, node, index);
        if (!(callee instanceof PyFunction)) {
            Tracing.call(thread, f, "c_call", callee, f.calls.argument(depth));
        }
    }

    private static void end(
            ThreadState thread,
            PyBytecodeRoot root,
            PyFrame f,
            int depth,
            boolean returned,
            BytecodeNode node,
            int index) {
        Object callee = f.calls.callee(depth);
        f.calls.running = -1;
        if (callee == null) {
            return;
        }
        if (!(callee instanceof PyFunction)) {
            int event = returned ? Events.C_RETURN : Events.C_RAISE;
            tell(thread, root, f, depth, event, node, index);
            String name = returned ? "c_return" : "c_exception";
            Tracing.call(thread, f, name, callee, f.calls.argument(depth));
        }
        f.calls.begin(depth, null);
    }

    private static void tell(
            ThreadState thread,
            PyBytecodeRoot root,
            PyFrame f,
            int depth,
            int event,
            BytecodeNode node,
            int index) {
        Monitoring tools = Monitoring.get();
        Object first = f.calls.argument(depth);
        Object argument = first == null ? tools.missing : first;
        fire(thread, root, event, node, index, f.calls.callee(depth), argument);
    }

    // ---- exceptions ----

    /**
     * An exception is raised in a frame, or comes into it, or is raised again.
     *
     * @param again whether the frame has seen it
     * @return what goes on: another one, if a callback raised it
     */
    static PyException raised(
            PyBytecodeRoot root,
            BytecodeNode node,
            MaterializedFrame own,
            int index,
            PyException thrown,
            boolean again) {
        ThreadState thread = threadOrNull();
        if (thread == null || root.wanted == 0) {
            return thrown;
        }
        PyFrame f = Frames.pyFrame(root, own);
        LineJumps.at(thread, Events.RAISE);
        try {
            raised(thread, root, node, f, index, thrown.exception(), again);
            return thrown;
        } catch (PyException other) {
            other.lastFrame = own;
            int at = root.publicIndex(node, index);
            if (other.exception() != thrown.exception()) {
                Unwinding.addEntry(other.exception(), f, at);
            }
            return other;
        }
    }

    private static void raised(
            ThreadState thread,
            PyBytecodeRoot root,
            BytecodeNode node,
            PyFrame f,
            int index,
            PyBaseException e,
            boolean again) {
        if (!again && f.calls.running >= 0 && root.wants(Events.CALL)) {
            end(thread, root, f, f.calls.running, false, node, index);
        }
        f.calls.running = -1;
        int event = again ? Events.RERAISE : Events.RAISE;
        fire(thread, root, event, node, index, e);
        if (!again && isTraced(thread)) {
            Tracing.exception(thread, f, e);
        }
        if (isCaught(node, index)) {
            fire(thread, root, Events.EXCEPTION_HANDLED, node, index, e);
            return;
        }
        fire(thread, root, Events.PY_UNWIND, node, index, e);
        if (isTraced(thread)) {
            // Handlers that it only passed through are not where it comes from.
            int shown = f.shownLine;
            f.shownLine = f.code.lineAt(f.raisedAt);
            try {
                Tracing.left(thread, f, Singleton.NONE);
            } finally {
                f.shownLine = shown;
            }
        }
    }

    private static boolean isCaught(BytecodeNode node, int index) {
        for (ExceptionHandler h : node.getExceptionHandlers()) {
            if (h.getStartBytecodeIndex() <= index && index < h.getEndBytecodeIndex()) {
                return true;
            }
        }
        return false;
    }
}
