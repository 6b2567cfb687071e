package org.jabiru.builtins.traceback;

import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.object.PyObject;

/** {@code types.TracebackType}: one frame that an exception passed through. */
public final class PyTraceback extends PyObject {
    /** {@code tb_next}: towards where the exception was raised; null for None. */
    public PyTraceback next;

    /** {@code tb_frame}. */
    public final PyFrame frame;

    /** Our instruction, or -1 when the entry was made by Python code. */
    private final int lastInstruction;

    /** {@code tb_lasti} as it was given. */
    private int offset;

    private int line;

    public PyTraceback(PyTraceback next, PyFrame frame, int lastInstruction) {
        super(TracebackType.TYPE);
        this.next = next;
        this.frame = frame;
        this.lastInstruction = lastInstruction;
        this.line = -1;
    }

    /** An entry whose line is given ({@code types.TracebackType(...)}). */
    public PyTraceback(PyTraceback next, PyFrame frame, int offset, int line) {
        this(next, frame, -1);
        this.offset = offset;
        this.line = line;
    }

    /** {@code tb_lasti}. */
    public int offset() {
        return lastInstruction < 0 ? offset : frame.code.publicOffset(lastInstruction);
    }

    /** {@code tb_lineno}. */
    public int line() {
        if (line < 0) {
            line = frame.code.lineAt(lastInstruction);
        }
        return line;
    }
}
