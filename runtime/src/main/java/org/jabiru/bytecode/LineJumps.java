package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeLocation;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.BytecodeRootNode;
import com.oracle.truffle.api.bytecode.BytecodeTier;
import com.oracle.truffle.api.bytecode.ContinuationRootNode;
import com.oracle.truffle.api.bytecode.ExceptionHandler;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.bytecode.Instruction.Argument;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.FrameVariables;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.object.Errors;

/**
 * Jumps to another line by the setter of {@code frame.f_lineno}. The setter decides whether and
 * where to; when the trace function has returned, a {@link LineJump} leaves the interpreter's loop,
 * which is entered again at the statement, with the same variables.
 */
public final class LineJumps {
    /**
     * An event that a trace function is told of.
     *
     * @param kind one of {@link Events}
     * @param node what runs; null where no jump may start, as the rest
     */
    public record Place(int kind, BytecodeNode node, int index, MaterializedFrame frame) {}

    /** A statement, as its {@code TraceLine} has it. */
    private record Statement(int index, int next, int line, long blocks, int waiting) {}

    private static final Map<Integer, Place> NOWHERE = new ConcurrentHashMap<>();

    private LineJumps() {}

    /**
     * Has the frame go on at a line when the trace function returns.
     *
     * @throws org.jabiru.object.PyException ValueError when that is not possible
     */
    @TruffleBoundary
    public static void request(PyFrame f, int line) {
        ThreadState thread = PythonContext.get().threadState();
        Place from = allowed(thread, f);
        int first = f.code.firstLine;
        if (line < first) {
            throw Errors.valueError("line %d comes before the current code block", line);
        }
        List<Statement> all = statements(from.node);
        int next = lineNotBefore(f, from.node, line);
        if (next < 0) {
            throw Errors.valueError("line %d comes after the current code block", line);
        }
        Statement target = choose(all, next, blocksAt(all, from.index));
        FrameVariables.bindUnbound(f);
        leaveHandlers(thread, from, target.index);
        thread.jump = new LineJump(from.node, from.frame, target.next, target.waiting);
        f.jumped(next);
    }

    /** Where the jump starts, when it may start at the current event. */
    private static Place allowed(ThreadState thread, PyFrame f) {
        Place place = thread.inTrace ? thread.place : null;
        if (place == null) {
            throw Errors.valueError("f_lineno can only be set in a trace function");
        }
        switch (place.kind) {
            case Events.LINE, Events.PY_RESUME, Events.PY_YIELD -> {
                if (!f.isFrame(place.frame)) {
                    throw Errors.valueError("can't jump in a frame that calls another one");
                }
                return place;
            }
            case Events.PY_START ->
                    throw Errors.valueError(
                            "can't jump from the 'call' trace event of a new frame");
            case Events.CALL, Events.C_RETURN ->
                    throw Errors.valueError("can't jump during a call");
            default -> throw Errors.valueError("can only jump from a 'line' trace event");
        }
    }

    private static List<Statement> statements(BytecodeNode node) {
        List<Statement> out = new ArrayList<>();
        for (Instruction i : node.getInstructions()) {
            List<Argument> operands = i.getArguments();
            if (i.getName().startsWith("c.TraceLine")
                    && (int) operands.get(1).asConstant() != LineKind.COMPREHENSION) {
                out.add(
                        new Statement(
                                i.getBytecodeIndex(),
                                i.getNextBytecodeIndex(),
                                (int) operands.get(0).asConstant(),
                                (long) operands.get(2).asConstant(),
                                (int) operands.get(3).asConstant()));
            }
        }
        return out;
    }

    /** The first line from a given one on that has code, or -1. */
    private static int lineNotBefore(PyFrame f, BytecodeNode node, int line) {
        int found = -1;
        for (Instruction i : node.getInstructions()) {
            int position = PositionTable.indexOf(node, i.getBytecodeIndex());
            int at = position < 0 ? -1 : f.code.positions.line(position);
            if (at >= line && (found < 0 || at < found)) {
                found = at;
            }
        }
        return found;
    }

    /** What is on the stack at an instruction: what was there when its statement began. */
    private static long blocksAt(List<Statement> all, int index) {
        long blocks = 0;
        for (Statement s : all) {
            if (s.index <= index) {
                blocks = s.blocks;
            }
        }
        return blocks;
    }

    /** Of the statements of a line the one that keeps most of what is on the stack. */
    private static Statement choose(List<Statement> all, int line, long from) {
        Statement best = null;
        String refusal = null;
        for (Statement s : all) {
            if (s.line != line) {
                continue;
            }
            if (BlockStack.leadsTo(from, s.blocks)) {
                if (best == null || s.blocks > best.blocks) {
                    best = s;
                }
            } else if (refusal == null) {
                refusal = BlockStack.refusal(from < 0 ? from : s.blocks);
            }
        }
        if (best == null) {
            // Lines without a statement are in the middle of one.
            throw Errors.valueError("%s", refusal == null ? BlockStack.refusal(0) : refusal);
        }
        return best;
    }

    /** The exceptions whose handlers are left are not being handled any more. */
    private static void leaveHandlers(ThreadState thread, Place from, int target) {
        for (ExceptionHandler h : from.node.getExceptionHandlers()) {
            if (h.getHandlerBytecodeIndex() < 0 || !covers(h, from.index) || covers(h, target)) {
                continue;
            }
            // The last one is the outermost.
            LocalAccessor before = handledBefore(from.node, h.getHandlerBytecodeIndex());
            if (before != null) {
                thread.handled = (PyBaseException) before.getObject(from.node, from.frame);
            }
        }
    }

    private static boolean covers(ExceptionHandler h, int index) {
        return h.getStartBytecodeIndex() <= index && index < h.getEndBytecodeIndex();
    }

    /** The local with the exception that {@code PopHandled} restores, if code begins with that. */
    private static LocalAccessor handledBefore(BytecodeNode node, int index) {
        Instruction take = node.getInstruction(index);
        if (!take.getName().startsWith("c.TakeLocal")) {
            return null;
        }
        Instruction pop = node.getInstruction(take.getNextBytecodeIndex());
        return pop.getName().startsWith("c.PopHandled")
                ? (LocalAccessor) take.getArguments().get(0).asConstant()
                : null;
    }

    /** An event begins that a trace function may jump from. */
    static void at(
            ThreadState thread, int event, BytecodeNode node, int index, MaterializedFrame frame) {
        thread.place = new Place(event, node, index, frame);
        thread.jump = null;
    }

    /** An event begins that no trace function may jump from. */
    static void at(ThreadState thread, int event) {
        thread.place = NOWHERE.computeIfAbsent(event, e -> new Place(e, null, -1, null));
        thread.jump = null;
    }

    /** The event ends; goes on at another line if the trace function asked for it. */
    static void go(ThreadState thread) {
        LineJump jump = thread.jump;
        thread.place = null;
        thread.jump = null;
        if (jump != null) {
            throw jump;
        }
    }

    /** Goes on at another line; returns the result of the call that was left for it. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object follow(LineJump first) {
        LineJump jump = first;
        while (true) {
            try {
                return new JumpRoot(jump).getCallTarget().call(jump.locals, null);
            } catch (LineJump next) {
                jump = next;
            }
        }
    }

    /** A call that goes on in the middle, as what follows a yield does. */
    private static final class JumpRoot extends ContinuationRootNode {
        private final LineJump jump;
        private final BytecodeNode node;

        JumpRoot(LineJump jump) {
            super(
                    GeneratedInterpreter.token(),
                    PythonLanguage.get(),
                    jump.root().getFrameDescriptor());
            this.jump = jump;
            PyBytecodeRoot root = jump.root();
            if (jump.node.getTier() == BytecodeTier.UNCACHED) {
                // It may not change while this runs, see Continuations.
                GeneratedInterpreter.toCached(root, jump.locals, jump.index);
                this.node = root.getBytecodeNode();
            } else {
                this.node = jump.node;
            }
        }

        @Override
        public Object execute(VirtualFrame operands) {
            return GeneratedInterpreter.run(
                    jump.root(),
                    node,
                    jump.index,
                    jump.waiting,
                    operands.materialize(),
                    jump.locals);
        }

        @Override
        public BytecodeRootNode getSourceRootNode() {
            return jump.root();
        }

        @Override
        public BytecodeLocation getLocation() {
            return node.getBytecodeLocation(jump.index);
        }

        @Override
        protected Frame findFrame(Frame operands) {
            return jump.locals;
        }
    }
}
