package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.ControlFlowException;

/** Leaves a call, which is to go on at another instruction: see {@link LineJumps}. */
public final class LineJump extends ControlFlowException {
    private static final long serialVersionUID = 1;

    final transient BytecodeNode node;

    /** The frame with the variables. */
    final transient MaterializedFrame locals;

    /** The instruction after the {@code TraceLine} of the line that is jumped to. */
    final int index;

    /** How many caught exceptions there are on the stack then, which no one asks for any more. */
    final int waiting;

    LineJump(BytecodeNode node, MaterializedFrame locals, int index, int waiting) {
        this.node = node;
        this.locals = locals;
        this.index = index;
        this.waiting = waiting;
    }

    PyBytecodeRoot root() {
        return (PyBytecodeRoot) node.getRootNode();
    }
}
