package org.jabiru.builtins.frame;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ContinuationRootNode;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.RootNode;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.bytecode.PyBytecodeRoot;

/** Finds the frame objects of the calls that run. */
public final class Frames {
    private Frames() {}

    /** The frame that has the local variables: a resumed generator runs in a second one. */
    public static MaterializedFrame ownFrame(MaterializedFrame frame) {
        Object[] args = frame.getArguments();
        return args.length == 2 && args[0] instanceof MaterializedFrame own ? own : frame;
    }

    /** As the other, for a frame that is only read. */
    public static Frame ownFrame(Frame frame) {
        Object[] args = frame.getArguments();
        return args.length == 2 && args[0] instanceof MaterializedFrame own ? own : frame;
    }

    /** The frame object of a frame; always the same one. */
    public static PyFrame pyFrame(PyBytecodeRoot root, MaterializedFrame own) {
        int slot = root.pyFrameSlot;
        Object known = own.getAuxiliarySlot(slot);
        if (known != null) {
            return (PyFrame) known;
        }
        PyFrame made = null;
        Object[] args = own.getArguments();
        if (root.code().isSuspendable()) {
            PySuspendable generator = (PySuspendable) args[args.length - 1];
            made = generator.frame;
            if (made != null) {
                made.frame = own;
            }
        }
        if (made == null) {
            made = new PyFrame(root.code(), args, own);
            if (root.code().isSuspendable()) {
                ((PySuspendable) args[args.length - 1]).frame = made;
            }
        }
        own.setAuxiliarySlot(slot, made);
        return made;
    }

    /** The frame object of a generator whose body has not started. */
    public static PyFrame notStarted(PySuspendable generator, Object[] arguments) {
        return new PyFrame(generator.code, arguments, null);
    }

    /** Walks the Python frames of this thread, the innermost first, to the first result. */
    private interface Visitor<T> {
        T visit(PyBytecodeRoot root, Frame frame);
    }

    /** What ends a walk without a result. */
    private static final Object END = new Object();

    private static PyBytecodeRoot rootOrNull(FrameInstance instance) {
        RootNode node = ((RootCallTarget) instance.getCallTarget()).getRootNode();
        return node instanceof PyBytecodeRoot r
                ? r
                : node instanceof ContinuationRootNode c
                        ? (PyBytecodeRoot) c.getSourceRootNode()
                        : null;
    }

    @TruffleBoundary
    private static <T> T walk(FrameInstance.FrameAccess access, Visitor<T> visitor) {
        return Truffle.getRuntime()
                .iterateFrames(instance -> {
                    PyBytecodeRoot root = rootOrNull(instance);
                    return root == null ? null : visitor.visit(root, instance.getFrame(access));
                });
    }

    /** Walks the frames of the current interpreter, up to one that called into it from another. */
    @TruffleBoundary
    @SuppressWarnings("unchecked")
    private static <T> T walkHere(FrameInstance.FrameAccess access, Visitor<T> visitor) {
        PythonLanguage here = PythonContext.get().language();
        Object found =
                Truffle.getRuntime()
                        .iterateFrames(instance -> {
                            PyBytecodeRoot root = rootOrNull(instance);
                            if (root == null) {
                                return null;
                            }
                            return isOf(root, here)
                                    ? visitor.visit(root, instance.getFrame(access))
                                    : END;
                        });
        return found == END ? null : (T) found;
    }

    private static boolean isOf(PyBytecodeRoot root, PythonLanguage interpreter) {
        return root.getLanguage(PythonLanguage.class) == interpreter;
    }

    /** {@code sys._getframe(depth)}: 0 is the innermost; null when the stack is not so deep. */
    @TruffleBoundary
    public static PyFrame current(int depth) {
        int[] left = {depth};
        return walkHere(
                FrameInstance.FrameAccess.MATERIALIZE,
                (root, frame) ->
                        left[0]-- > 0 ? null : pyFrame(root, ownFrame(frame.materialize())));
    }

    /** The innermost frame of this thread, with all its callers noted; null when none runs. */
    @TruffleBoundary
    public static PyFrame withCallers() {
        PyFrame[] ends = new PyFrame[2];
        walkHere(
                FrameInstance.FrameAccess.MATERIALIZE,
                (root, frame) -> {
                    PyFrame f = pyFrame(root, ownFrame(frame.materialize()));
                    if (ends[0] == null) {
                        ends[0] = f;
                    } else {
                        ends[1].back = f;
                    }
                    ends[1] = f;
                    return null;
                });
        return ends[0];
    }

    /** The frame that called a frame which is running, or null. */
    @TruffleBoundary
    public static PyFrame callerOf(PyFrame callee) {
        boolean[] found = {false};
        Object caller =
                walk(
                        FrameInstance.FrameAccess.MATERIALIZE,
                        (root, frame) -> {
                            MaterializedFrame own = ownFrame(frame.materialize());
                            if (found[0]) {
                                return isOf(
                                                root,
                                                callee.code
                                                        .root()
                                                        .getLanguage(PythonLanguage.class))
                                        ? pyFrame(root, own)
                                        : END;
                            }
                            found[0] = own == callee.frame;
                            return null;
                        });
        return caller == END ? null : (PyFrame) caller;
    }

    /** The index of the instruction that a frame on this thread's stack is at, or -1. */
    @TruffleBoundary
    static int instructionOf(PyFrame f) {
        Integer found =
                Truffle.getRuntime()
                        .iterateFrames(instance -> {
                            BytecodeNode node = BytecodeNode.get(instance);
                            if (node == null
                                    || !(node.getRootNode() instanceof PyBytecodeRoot root)
                                    || root != f.code.root()) {
                                return null;
                            }
                            Frame frame = instance.getFrame(FrameInstance.FrameAccess.MATERIALIZE);
                            if (ownFrame(frame.materialize()) != f.frame) {
                                return null;
                            }
                            int index = node.getBytecodeLocation(instance).getBytecodeIndex();
                            return root.publicIndex(node, index);
                        });
        return found == null ? -1 : found;
    }

    /** Whether a frame is among those that run on this thread. */
    @TruffleBoundary
    static boolean runsHere(PyFrame f) {
        Boolean found =
                walk(
                        FrameInstance.FrameAccess.MATERIALIZE,
                        (root, frame) -> ownFrame(frame.materialize()) == f.frame ? true : null);
        return found != null;
    }

    /** Whether a frame runs on any thread; one that gives no answer, in native code, may run it. */
    @TruffleBoundary
    static boolean isRunning(PyFrame f) {
        if (f.left || !f.thread.isAlive()) {
            return false;
        }
        return f.thread == Thread.currentThread()
                ? runsHere(f)
                : ThreadSurvey.ask(PythonContext.get(), () -> runsHere(f))
                        .getOrDefault(f.thread, true);
    }

    /** The function whose frame is the innermost, or null when no Python code runs. */
    @TruffleBoundary
    public static PyFunction currentFunction() {
        return walkHere(
                FrameInstance.FrameAccess.READ_ONLY,
                (root, frame) -> (PyFunction) ownArguments(frame)[0]);
    }

    /** The code of the innermost frame, or null. */
    @TruffleBoundary
    public static PyCode currentCode() {
        return walkHere(FrameInstance.FrameAccess.READ_ONLY, (root, frame) -> root.code());
    }

    private static Object[] ownArguments(Frame frame) {
        Object[] args = frame.getArguments();
        return args.length == 2 && args[0] instanceof MaterializedFrame own
                ? own.getArguments()
                : args;
    }
}
