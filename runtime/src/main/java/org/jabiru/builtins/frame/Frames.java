package org.jabiru.builtins.frame;

import com.oracle.truffle.api.frame.MaterializedFrame;
import org.jabiru.bytecode.PyBytecodeRoot;

/** Finds the frame objects of the calls that run. */
public final class Frames {
    private Frames() {}

    /** The frame that has the local variables: a resumed generator runs in a second one. */
    public static MaterializedFrame ownFrame(MaterializedFrame frame) {
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
        PyFrame made = new PyFrame(root.code(), own);
        own.setAuxiliarySlot(slot, made);
        return made;
    }
}
