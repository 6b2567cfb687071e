package org.jabiru.builtins.frame;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.frame.MaterializedFrame;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.bytecode.PyBytecodeRoot;
import org.jabiru.object.PyObject;

/** {@code types.FrameType}: a call that runs, or that has run. */
public final class PyFrame extends PyObject {
    /** {@code f_code}. */
    public final PyCode code;

    /** The arguments, see the calling convention in {@code org.jabiru.bytecode}. */
    public final Object[] arguments;

    /** The interpreter's frame, with the local variables; null for a generator before its start. */
    MaterializedFrame frame;

    /** {@code f_back} as far as it was noted when an exception left this frame, or null. */
    public PyFrame back;

    /** {@code f_trace}, or null. */
    public Object trace;

    /** The thread that runs it, or has run it; a generator may run on others. */
    final Thread thread = Thread.currentThread();

    /** Whether an exception is known to have left it for good. */
    public boolean left;

    /** Whether {@code clear()} has unbound its variables. */
    boolean cleared;

    /** Where the last exception entered it or passed through it, or -1. */
    public int raisedAt = -1;

    /** The line that was last reported to the trace function, or -1. */
    public int tracedLine = -1;

    /** The calls that it makes. */
    public final FrameCalls calls = new FrameCalls();

    /** The line that was last entered, for the event of a jump; -1 before. */
    public int jumpLine = -1;

    public boolean traceLines = true;
    public boolean traceOpcodes;

    /** The line whose rest is still to be reported as an instruction, or -1. */
    public int opcodeLine = -1;

    /** The line to tell while an event is reported, or -1. */
    public int shownLine = -1;

    /** Whether that event is about the line's beginning. */
    public boolean entersLine;

    /** Variables that a debugger added to {@code f_locals}. */
    PyDict extraLocals;

    PyFrame(PyCode code, Object[] arguments, MaterializedFrame frame) {
        super(FrameType.TYPE);
        this.code = code;
        this.arguments = arguments;
        this.frame = frame;
    }

    /**
     * A frame of code that does not run here, for tracebacks (PyFrame_New).
     *
     * @param namespace what a body has for its variables; those of a function are unbound
     */
    public static PyFrame describing(PyCode code, PyDict globals, Object namespace) {
        boolean isFunction = code.has(PyCode.CO_OPTIMIZED);
        Object[] arguments = new Object[isFunction ? 1 + code.parameterCount() : 2];
        arguments[0] = new PyFunction(code, globals, new PyCell[0], new Object[0]);
        if (!isFunction) {
            arguments[1] = namespace;
        }
        return new PyFrame(code, arguments, null);
    }

    /** A trace function had it go on at a line. */
    public void jumped(int line) {
        shownLine = line;
        tracedLine = line;
        jumpLine = line;
        opcodeLine = -1;
        calls.running = -1;
    }

    /** The function, or the holder of a body's globals. */
    public PyFunction function() {
        return (PyFunction) arguments[0];
    }

    /** The generator whose body it is, or null. */
    public PySuspendable generator() {
        return code.isSuspendable() ? (PySuspendable) arguments[arguments.length - 1] : null;
    }

    /** {@code f_lasti}; -1 before the start. */
    public int lastInstruction() {
        if (frame == null) {
            return -1;
        }
        PyBytecodeRoot root = code.root();
        BytecodeNode node = root.getBytecodeNode();
        if (!root.isChanged()) {
            return node.getBytecodeIndex(frame);
        }
        int running = Frames.instructionOf(this);
        return running >= 0 ? running : root.publicIndex(node, node.getBytecodeIndex(frame));
    }

    /** Whether this is the frame object of an interpreter's frame. */
    public boolean isFrame(Object candidate) {
        return candidate != null && candidate == frame;
    }

    /** The instruction it ended at, when that was an exception; else where it is. */
    private int lastOrRunning() {
        PySuspendable generator = generator();
        boolean ended =
                raisedAt >= 0
                        && (generator == null || generator.isFinished())
                        && !Frames.isRunning(this);
        return ended ? raisedAt : lastInstruction();
    }

    /** {@code f_lineno}, or -1. */
    public int line() {
        if (shownLine >= 0) {
            return shownLine;
        }
        if (code.positions.size() == 0 && frame != null) {
            // Instructions without lines: those of code.replace(co_linetable=b"").
            return -1;
        }
        if (frame == null) {
            return tracedLine >= 0 ? tracedLine : code.firstLine;
        }
        int at = lastOrRunning();
        int line = code.lineAt(at);
        if (line >= 0) {
            return line;
        }
        int listed = tracedLine >= 0 ? tracedLine : code.listedLineAt(at);
        return listed >= 0 ? listed : code.firstLine;
    }
}
