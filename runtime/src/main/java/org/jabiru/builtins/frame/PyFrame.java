package org.jabiru.builtins.frame;

import com.oracle.truffle.api.frame.MaterializedFrame;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.object.PyObject;

/** {@code types.FrameType}: a call that runs, or that has run. */
public final class PyFrame extends PyObject {
    /** {@code f_code}. */
    public final PyCode code;

    /** The interpreter's frame, with the local variables. */
    public final MaterializedFrame frame;

    /** {@code f_back} as far as it was noted when an exception left this frame, or null. */
    public PyFrame back;

    /** {@code f_trace}, or null. */
    public Object trace;

    public boolean traceLines = true;
    public boolean traceOpcodes;

    PyFrame(PyCode code, MaterializedFrame frame) {
        super(FrameType.TYPE);
        this.code = code;
        this.frame = frame;
    }

    /** The function, or the holder of a body's globals. */
    public PyFunction function() {
        return (PyFunction) frame.getArguments()[0];
    }
}
