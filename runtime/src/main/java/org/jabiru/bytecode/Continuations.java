package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.BytecodeTier;
import com.oracle.truffle.api.bytecode.ContinuationResult;
import com.oracle.truffle.api.bytecode.ContinuationRootNode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.frame.Frame;
import java.lang.reflect.Field;
import org.jabiru.libc.NativeMemory;

/**
 * Moves what was suspended to the cached interpreter.
 *
 * <p>Truffle 25.0 ties a continuation to the bytecode node it was made with, and forgets to move it
 * when the root goes from the uncached to the cached interpreter: every resumption would start in
 * the uncached one, and could not be compiled. Nor may a root go from one to the other while a
 * continuation runs, for Truffle then looks for the local variables in the wrong frame. So all
 * continuations of a root are moved before its body runs for the first time. (Before the first is
 * resumed would do, but once warm a recursive {@code yield from} is then four to eight times
 * slower.)
 */
public final class Continuations {
    private Continuations() {}

    /** Has the continuations of a root run in the interpreter that its body runs in. */
    public static void prepare(PyBytecodeRoot root) {
        try {
            if (root.getBytecodeNode().getTier() == BytecodeTier.UNCACHED) {
                // No frame whose variables have kinds yet.
                GeneratedInterpreter.toCached(root, null, 0);
            }
            BytecodeNode node = root.getBytecodeNode();
            for (Instruction i : node.getInstructions()) {
                for (Instruction.Argument a : i.getArguments()) {
                    if (a.getKind() == Instruction.Argument.Kind.CONSTANT
                            && a.asConstant() instanceof ContinuationRootNode c) {
                        move(c, node);
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the generated interpreter has changed", e);
        }
    }

    /**
     * Truffle leaves what was yielded first on the stack of the body's frame, which no later run
     * uses: it would live as long as the frame does.
     */
    public static void forgetResult(ContinuationResult c) {
        Frame frame = c.getFrame();
        for (int slot = frame.getFrameDescriptor().getNumberOfSlots() - 1; slot >= 0; slot--) {
            if (frame.isObject(slot) && frame.getObject(slot) == c) {
                frame.clear(slot);
                return;
            }
        }
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void move(ContinuationRootNode c, BytecodeNode node)
            throws ReflectiveOperationException {
        // Null where the yield cannot be reached.
        if (c.getLocation() != null) {
            // A Field's setter is classes made at run time, which most starts would need only here.
            Field location = c.getClass().getDeclaredField("location");
            NativeMemory.UNSAFE.putObject(
                    c,
                    NativeMemory.UNSAFE.objectFieldOffset(location),
                    node.getBytecodeLocation(c.getLocation().getBytecodeIndex()));
        }
    }
}
