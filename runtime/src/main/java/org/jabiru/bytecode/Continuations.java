package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ContinuationRootNode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.frame.Frame;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Makes roots that yield start in the cached interpreter.
 *
 * <p>Truffle 25.0 ties a continuation to the bytecode node it was made with, and forgets to move it
 * when the root goes from the uncached to the cached interpreter: every resumption would start in
 * the uncached one, and could not be compiled.
 */
public final class Continuations {
    private static final Method TRANSITION = transition();

    private Continuations() {}

    private static Method transition() {
        try {
            Method m =
                    PyBytecodeRootGen.class.getDeclaredMethod(
                            "transitionToCached", Frame.class, int.class);
            m.setAccessible(true);
            return m;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the generated interpreter has changed", e);
        }
    }

    /** Has a root that was just made start in the cached interpreter. */
    static void startCached(PyBytecodeRoot root) {
        try {
            TRANSITION.invoke(root, null, 0);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the generated interpreter has changed", e);
        }
    }

    /** Prepares a root that was just made, with its continuations. */
    public static void prepare(PyBytecodeRoot root) {
        try {
            startCached(root);
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

    private static void move(ContinuationRootNode c, BytecodeNode node)
            throws ReflectiveOperationException {
        // Null where the yield cannot be reached.
        if (c.getLocation() != null) {
            Field location = c.getClass().getDeclaredField("location");
            location.setAccessible(true);
            location.set(c, node.getBytecodeLocation(c.getLocation().getBytecodeIndex()));
        }
    }
}
