package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.FrameSlotTypeException;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** What happens to an exception as it enters a Python frame: traceback, context, conversion. */
final class Unwinding {
    /** Prints the Java stack of errors inside the interpreter; for those who look for its bugs. */
    private static final boolean JAVA_TRACES = Boolean.getBoolean("jabiru.javaTraces");

    private Unwinding() {}

    /** Gives the exception its implicit context, and a traceback entry once for each frame. */
    @TruffleBoundary
    static AbstractTruffleException enter(
            AbstractTruffleException e,
            PyBytecodeRoot root,
            BytecodeNode node,
            MaterializedFrame frame,
            int index) {
        PyException thrown =
                e instanceof PyException p ? p : Errors.systemError("%s", e.getMessage());
        PyBaseException exception = thrown.exception();
        if (!thrown.contextIsSet) {
            thrown.contextIsSet = true;
            setContext(exception, PythonContext.get().threadState().handledException());
        }
        MaterializedFrame own = Frames.ownFrame(frame);
        int bci = root.publicIndex(node, index);
        if (JAVA_TRACES) {
            System.err.println(
                    exception.describe()
                            + " in "
                            + root.getName()
                            + ", "
                            + root.code().fileName
                            + ":"
                            + root.code().lineAt(bci));
        }
        boolean again = thrown.lastFrame == own;
        if (!again) {
            PyFrame here = Frames.pyFrame(root, own);
            PyTraceback inner = (PyTraceback) exception.traceback;
            if (inner != null && inner.frame.isFrame(thrown.lastFrame)) {
                inner.frame.back = here;
                inner.frame.left = true;
            }
            thrown.lastFrame = own;
            addEntry(exception, here, bci);
        }
        return root.isChanged()
                ? FrameEvents.raised(root, node, own, index, thrown, again)
                : thrown;
    }

    /** Notes that an exception comes from a frame. */
    static void addEntry(PyBaseException exception, PyFrame f, int at) {
        exception.traceback = new PyTraceback((PyTraceback) exception.traceback, f, at);
        f.raisedAt = at;
    }

    /** The first traceback entry of an exception that is made, not raised, in this frame. */
    @TruffleBoundary
    static void begin(PyBaseException e, BytecodeNode node, MaterializedFrame frame, int index) {
        PyBytecodeRoot root = (PyBytecodeRoot) node.getRootNode();
        MaterializedFrame own = Frames.ownFrame(frame);
        e.traceback =
                new PyTraceback(null, Frames.pyFrame(root, own), root.publicIndex(node, index));
    }

    /** An exception that has been in this frame before is raised again. */
    @TruffleBoundary
    static void again(BytecodeNode node, MaterializedFrame frame, int index) {
        PyBytecodeRoot root = (PyBytecodeRoot) node.getRootNode();
        Frames.pyFrame(root, Frames.ownFrame(frame)).raisedAt = root.publicIndex(node, index);
    }

    /** Sets {@code __context__}, and cuts the chain where it would become a cycle. */
    static void setContext(PyBaseException exception, PyBaseException handled) {
        if (handled == null || handled == exception) {
            return;
        }
        PyBaseException slow = handled;
        boolean advance = false;
        for (PyBaseException c = handled; c != null; ) {
            PyBaseException next = (PyBaseException) c.context;
            if (next == exception) {
                c.context = null;
                break;
            }
            c = next;
            if (c == slow) {
                break;
            }
            if (advance) {
                slow = (PyBaseException) slow.context;
            }
            advance = !advance;
        }
        exception.context = handled;
    }

    /** The variable that an instruction loads, or null. */
    private static TruffleString localOrNull(BytecodeNode node, int index) {
        Instruction instruction = node.getInstruction(index);
        for (Instruction.Argument a : instruction.getArguments()) {
            if (a.getKind() == Instruction.Argument.Kind.LOCAL_OFFSET
                    && node.getLocalNames(index)[a.asLocalOffset()] instanceof TruffleString s) {
                return s;
            }
        }
        return null;
    }

    /** Turns an error of the Java machine, or of our own, into an exception that Python sees. */
    @TruffleBoundary
    static Throwable convert(Throwable t, BytecodeNode node, int index) {
        if (t instanceof FrameSlotTypeException) {
            TruffleString name = localOrNull(node, index);
            if (name != null) {
                // The variable of a comprehension before it is bound: its local was cleared.
                return NameErrors.unboundLocal(name);
            }
        }
        if (JAVA_TRACES) {
            t.printStackTrace();
        }
        if (t instanceof StackOverflowError) {
            return Errors.raise(ExceptionTypes.RecursionError, "maximum recursion depth exceeded");
        }
        if (t instanceof OutOfMemoryError) {
            return Errors.of(ExceptionTypes.MemoryError);
        }
        if (t instanceof RuntimeException || t instanceof AssertionError) {
            return Errors.systemError("internal error: %s", t);
        }
        return t;
    }
}
