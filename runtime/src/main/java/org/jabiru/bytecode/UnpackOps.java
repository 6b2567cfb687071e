package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.LocalRangeAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.jabiru.protocol.Iteration;

/** Iteration and unpacking. */
final class UnpackOps {
    private UnpackOps() {}

    @Proxyable(allowUncached = true)
    static final class GetIter {
        @Specialization
        static Object generic(Object iterable) {
            return Iteration.iter(iterable);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalAccessor.class, name = "item")
    static final class ForIterate {
        @Specialization
        static boolean generic(
                VirtualFrame frame, LocalAccessor item, Object iterator, @Bind BytecodeNode node) {
            Object next = Iteration.next(iterator);
            if (next == null) {
                return false;
            }
            item.setObject(node, frame, next);
            return true;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalRangeAccessor.class, name = "targets")
    static final class UnpackSequence {
        @Specialization
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
