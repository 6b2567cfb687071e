package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.builtins.generator.PyGenerator;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.list.PyListIterator;
import org.jabiru.builtins.range.PyRange;
import org.jabiru.builtins.range.PyRangeIterator;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.PyTupleIterator;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Iteration;

/** Iteration. */
final class IterationOps {
    private IterationOps() {}

    @Proxyable(allowUncached = true)
    @ImportStatic(ExactTypes.class)
    static final class GetIter {
        @Specialization(guards = "isList(list)")
        static Object ofList(PyList list) {
            return new PyListIterator(list);
        }

        @Specialization(guards = "isTuple(tuple)")
        static Object ofTuple(PyTuple tuple) {
            return new PyTupleIterator(tuple);
        }

        @Specialization(guards = "range.isSmall()")
        static Object ofRange(PyRange range) {
            return range.iterator();
        }

        @Specialization
        static Object ofGenerator(PyGenerator generator) {
            return generator;
        }

        @Specialization(replaces = {"ofList", "ofTuple", "ofRange", "ofGenerator"})
        static Object generic(Object iterable, @Bind Node here) {
            return Iteration.iter(iterable);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalAccessor.class, name = "item")
    static final class ForIterate {
        @Specialization
        static boolean ofRange(
                VirtualFrame frame,
                LocalAccessor item,
                PyRangeIterator iterator,
                @Bind BytecodeNode node) {
            if (iterator.hasNext()) {
                item.setLong(node, frame, iterator.nextLong());
                return true;
            }
            return false;
        }

        @Specialization
        static boolean ofList(
                VirtualFrame frame,
                LocalAccessor item,
                PyListIterator iterator,
                @Bind BytecodeNode node) {
            return set(frame, item, node, iterator.next());
        }

        @Specialization
        static boolean ofTuple(
                VirtualFrame frame,
                LocalAccessor item,
                PyTupleIterator iterator,
                @Bind BytecodeNode node) {
            return set(frame, item, node, iterator.next());
        }

        @Specialization
        static boolean ofGenerator(
                VirtualFrame frame,
                LocalAccessor item,
                PyGenerator iterator,
                @Bind BytecodeNode node,
                @Cached ResumeNode resume) {
            return set(
                    frame,
                    item,
                    node,
                    iterator.isFinished() ? null : resume.execute(iterator, Singleton.NONE));
        }

        @Specialization(replaces = {"ofRange", "ofList", "ofTuple", "ofGenerator"})
        static boolean generic(
                VirtualFrame frame, LocalAccessor item, Object iterator, @Bind BytecodeNode node) {
            return set(frame, item, node, next(iterator));
        }

        @TruffleBoundary(transferToInterpreterOnException = false)
        private static Object next(Object iterator) {
            return Iteration.next(iterator);
        }

        private static boolean set(
                VirtualFrame frame, LocalAccessor item, BytecodeNode node, Object next) {
            if (next == null) {
                return false;
            }
            item.setObject(node, frame, next);
            return true;
        }
    }

    /** Takes the value of a temporary, so that the frame does not keep it alive. */
    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalAccessor.class, name = "local")
    static final class TakeLocal {
        @Specialization
        static Object take(VirtualFrame frame, LocalAccessor local, @Bind BytecodeNode node) {
            Object value = local.getObject(node, frame);
            local.clear(node, frame);
            return value;
        }
    }

    /** Unbinds a local, so that the frame does not keep its value alive. */
    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalAccessor.class, name = "local")
    static final class ForgetLocal {
        @Specialization
        static void forget(VirtualFrame frame, LocalAccessor local, @Bind BytecodeNode node) {
            local.clear(node, frame);
        }
    }
}
