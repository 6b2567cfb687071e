package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.generator.Awaiting;
import org.jabiru.builtins.generator.Delegation;
import org.jabiru.builtins.generator.PyAsyncGenerator;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.builtins.generator.ThrowRequest;
import org.jabiru.builtins.list.PyListIterator;
import org.jabiru.builtins.range.PyRangeIterator;
import org.jabiru.object.Singleton;

/** Generators, coroutines and asynchronous generators. */
final class GeneratorOps {
    private GeneratorOps() {}

    /** The generator whose body runs in the frame: the last of its arguments. */
    static PySuspendable generator(VirtualFrame frame) {
        Object[] args = frame.getArguments();
        return (PySuspendable) args[args.length - 1];
    }

    @Proxyable(allowUncached = true)
    static final class Resume {
        @Specialization
        static Object thrown(ThrowRequest sent) {
            throw sent.exception();
        }

        @Specialization(replaces = "thrown")
        static Object value(Object sent) {
            if (sent instanceof ThrowRequest t) {
                throw t.exception();
            }
            return sent;
        }
    }

    @Proxyable(allowUncached = true)
    static final class GetYieldFromIter {
        @Specialization
        static Object get(VirtualFrame frame, Object iterable, @Bind Node here) {
            return Delegation.iterator(generator(frame), iterable);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = int.class, name = "method")
    static final class GetAwaitable {
        @Specialization
        static Object get(int method, Object awaitable, @Bind Node here) {
            return Awaiting.iterator(awaitable, method);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalAccessor.class, name = "value")
    static final class SendStep {
        @Specialization(guards = "iterator.isReady(sent)")
        static boolean toGenerator(
                VirtualFrame frame,
                LocalAccessor value,
                PySuspendable iterator,
                Object sent,
                @Bind BytecodeNode node,
                @Cached ResumeNode resume) {
            // What is thrown goes the long way.
            PySuspendable outer = generator(frame);
            if (sent instanceof ThrowRequest || iterator instanceof PyAsyncGenerator) {
                return generic(frame, value, iterator, sent, node);
            }
            outer.delegateTo(null);
            Object yielded = resume.execute(iterator, sent);
            if (yielded == null) {
                value.setObject(node, frame, iterator.result());
                return false;
            }
            outer.delegateTo(iterator);
            value.setObject(node, frame, yielded);
            return true;
        }

        @Specialization(guards = "isNone(sent)")
        static boolean fromRange(
                VirtualFrame frame,
                LocalAccessor value,
                PyRangeIterator iterator,
                Object sent,
                @Bind BytecodeNode node) {
            boolean yielded = iterator.hasNext();
            generator(frame).delegateTo(yielded ? iterator : null);
            value.setObject(node, frame, yielded ? iterator.nextLong() : Singleton.NONE);
            return yielded;
        }

        @Specialization(guards = "isNone(sent)")
        static boolean fromList(
                VirtualFrame frame,
                LocalAccessor value,
                PyListIterator iterator,
                Object sent,
                @Bind BytecodeNode node) {
            Object next = iterator.next();
            generator(frame).delegateTo(next == null ? null : iterator);
            value.setObject(node, frame, next == null ? Singleton.NONE : next);
            return next != null;
        }

        @Specialization(replaces = {"toGenerator", "fromRange", "fromList"})
        static boolean generic(
                VirtualFrame frame,
                LocalAccessor value,
                Object iterator,
                Object sent,
                @Bind BytecodeNode node) {
            Delegation d = Delegation.send(generator(frame), iterator, sent);
            value.setObject(node, frame, d.value());
            return d.yielded();
        }

        static boolean isNone(Object sent) {
            return sent == Singleton.NONE;
        }
    }

    @Proxyable(allowUncached = true)
    static final class WrapAsyncYield {
        @Specialization
        static Object wrap(Object value) {
            return Awaiting.wrapYield(value);
        }
    }

    @Proxyable(allowUncached = true)
    static final class GetAIter {
        @Specialization
        static Object get(Object iterable, @Bind Node here) {
            return Awaiting.aiter(iterable);
        }
    }

    @Proxyable(allowUncached = true)
    static final class GetANext {
        @Specialization
        static Object get(Object iterator, @Bind Node here) {
            return Awaiting.anext(iterator);
        }
    }

    @Proxyable(allowUncached = true)
    static final class IsStopAsyncIteration {
        @Specialization
        static boolean is(PyBaseException exception) {
            return exception.type().isSubtype(ExceptionTypes.StopAsyncIteration);
        }
    }
}
