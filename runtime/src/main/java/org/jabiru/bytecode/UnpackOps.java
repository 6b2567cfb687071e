package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.LocalRangeAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.jabiru.builtins.tuple.PyTuple;

/** Assignment to several targets. */
final class UnpackOps {
    private UnpackOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalRangeAccessor.class, name = "targets")
    @ImportStatic(ExactTypes.class)
    static final class UnpackSequence {
        @Specialization(guards = {"isTuple(tuple)", "tuple.size() == targets.getLength()"})
        @ExplodeLoop
        static void ofTuple(
                VirtualFrame frame,
                LocalRangeAccessor targets,
                PyTuple tuple,
                @Bind BytecodeNode node) {
            for (int i = 0; i < targets.getLength(); i++) {
                targets.setObject(node, frame, i, tuple.items[i]);
            }
        }

        @Specialization(replaces = "ofTuple")
        @ExplodeLoop
        static void generic(
                VirtualFrame frame,
                LocalRangeAccessor targets,
                Object value,
                @Bind BytecodeNode node) {
            Object[] items = Unpacking.exactly(value, targets.getLength());
            for (int i = 0; i < targets.getLength(); i++) {
                targets.setObject(node, frame, i, items[i]);
            }
        }
    }

    /** Unbinds what was unpacked and assigned, so that the frame does not keep it alive. */
    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalRangeAccessor.class, name = "locals")
    static final class ForgetLocals {
        @Specialization
        @ExplodeLoop
        static void forget(VirtualFrame frame, LocalRangeAccessor locals, @Bind BytecodeNode node) {
            for (int i = 0; i < locals.getLength(); i++) {
                locals.clear(node, frame, i);
            }
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalRangeAccessor.class, name = "targets")
    @ConstantOperand(type = int.class, name = "star")
    static final class UnpackEx {
        @Specialization
        @ExplodeLoop
        static void generic(
                VirtualFrame frame,
                LocalRangeAccessor targets,
                int star,
                Object value,
                @Bind BytecodeNode node) {
            Object[] items = Unpacking.withStar(value, targets.getLength(), star);
            for (int i = 0; i < targets.getLength(); i++) {
                targets.setObject(node, frame, i, items[i]);
            }
        }
    }
}
