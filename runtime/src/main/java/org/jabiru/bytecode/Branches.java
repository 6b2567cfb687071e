package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.bytecode.Instruction.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where conditions lead to, as offsets in {@code co_code}. */
public final class Branches {
    /** What stands between a jump and the statement that it leads to. */
    private static final Set<String> SILENT =
            Set.of(
                    "c.ForgetLocal",
                    "c.ForgetLocals",
                    "c.TraceExhausted",
                    "c.TraceCall",
                    "load.null",
                    "clear.local");

    /**
     * A condition's place and its two ways.
     *
     * @param left the way of what is true, which goes straight on
     * @param right the way of what is false, which jumps
     */
    public record Branch(int from, int left, int right) {}

    private Branches() {}

    /** The branch that depends on the condition that an instruction reports. */
    static Branch after(PyBytecodeRoot root, BytecodeNode node, int index) {
        Instruction i = node.getInstruction(index);
        while (i.getNextBytecodeIndex() < end(node)) {
            i = next(node, i);
            if (i.getName().startsWith("branch.false")) {
                int left = offset(root, node, i.getNextBytecodeIndex());
                return new Branch(offsetOf(root, node, index), left, offset(root, node, target(i)));
            }
            if (i.getName().startsWith("branch")) {
                break;
            }
        }
        int from = offsetOf(root, node, index);
        return new Branch(from, from, from);
    }

    /** All branches of a root, which reports events from now on: its instructions show them. */
    @TruffleBoundary
    public static List<Branch> all(PyBytecodeRoot root) {
        Tracing.prepare(root);
        List<Branch> out = new ArrayList<>();
        BytecodeNode node = root.getBytecodeNode();
        for (Instruction i : node.getInstructions()) {
            if (i.getName().startsWith("c.TraceBranch")) {
                out.add(after(root, node, i.getBytecodeIndex()));
            }
        }
        return out;
    }

    private static int end(BytecodeNode node) {
        List<Instruction> all = node.getInstructionsAsList();
        return all.getLast().getNextBytecodeIndex();
    }

    private static Instruction next(BytecodeNode node, Instruction i) {
        return node.getInstruction(i.getNextBytecodeIndex());
    }

    private static int target(Instruction i) {
        for (Argument a : i.getArguments()) {
            if (a.getKind() == Argument.Kind.BYTECODE_INDEX) {
                return a.asBytecodeIndex();
            }
        }
        throw new IllegalStateException(i.toString());
    }

    private static int offsetOf(PyBytecodeRoot root, BytecodeNode node, int index) {
        return Math.max(root.code().publicOffset(root.publicIndex(node, index)), 0);
    }

    /** The offset of the first thing that is done from an instruction on. */
    private static int offset(PyBytecodeRoot root, BytecodeNode node, int index) {
        int end = end(node);
        int at = index;
        while (at < end) {
            Instruction i = node.getInstruction(at);
            if (i.getName().equals("branch")) {
                at = target(i);
            } else if (SILENT.contains(i.getName())) {
                at = i.getNextBytecodeIndex();
            } else if (i.getName().equals("c.TraceLine")) {
                return root.code().offsetOnLine(0, line(i));
            } else {
                break;
            }
        }
        return offsetOf(root, node, Math.min(at, index < end ? end : index));
    }

    private static int line(Instruction i) {
        for (Argument a : i.getArguments()) {
            if (a.getKind() == Argument.Kind.CONSTANT && a.asConstant() instanceof Integer line) {
                return line;
            }
        }
        return -1;
    }
}
