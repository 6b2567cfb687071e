package org.jabiru.bytecode;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.object.PyException;

/** Raising and handling exceptions. */
final class ExceptionOps {
    private ExceptionOps() {}

    @Proxyable(allowUncached = true)
    static final class ExceptionObject {
        @Specialization
        static PyBaseException object(PyException thrown) {
            return thrown.exception();
        }
    }

    @Proxyable(allowUncached = true)
    static final class PushHandled {
        /** Programs without loops that go on by catching exceptions must let others have a turn. */
        @Specialization
        static Object push(PyException thrown, @Bind Node here) {
            TruffleSafepoint.poll(here);
            ThreadState thread = PythonContext.get().threadState();
            PyBaseException before = thread.handled;
            thread.handled = thrown.exception();
            return before;
        }

        /** In an {@code except*} clause, the part of the group that it takes. */
        @Specialization
        static Object pushObject(PyBaseException exception) {
            ThreadState thread = PythonContext.get().threadState();
            PyBaseException before = thread.handled;
            thread.handled = exception;
            return before;
        }
    }

    @Proxyable(allowUncached = true)
    static final class PopHandled {
        @Specialization
        static void pop(Object before) {
            PythonContext.get().threadState().handled = (PyBaseException) before;
        }
    }

    @Proxyable(allowUncached = true)
    static final class MatchException {
        @Specialization
        static boolean match(PyBaseException exception, Object type, @Bind Node here) {
            return Raising.matches(exception, type);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Raise {
        @Specialization
        static void raise(Object exception, @Bind Node here) {
            throw Raising.raise(exception, null, false);
        }
    }

    @Proxyable(allowUncached = true)
    static final class RaiseFrom {
        @Specialization
        static void raise(Object exception, Object cause, @Bind Node here) {
            throw Raising.raise(exception, cause, true);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Reraise {
        @Specialization
        static void reraise(VirtualFrame frame) {
            throw fromHere(Raising.reraise(), frame);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Rethrow {
        @Specialization
        static void ofThrown(
                VirtualFrame frame,
                PyException thrown,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            Unwinding.again(node, frame.materialize(), index);
            throw thrown;
        }

        @Specialization
        static void ofObject(VirtualFrame frame, PyBaseException exception) {
            throw fromHere(new PyException(exception), frame);
        }
    }

    /** Keeps the frame out of the traceback: it is there already. */
    private static PyException fromHere(PyException e, VirtualFrame frame) {
        e.contextIsSet = true;
        e.lastFrame = Frames.ownFrame(frame.materialize());
        return e;
    }

    @Proxyable(allowUncached = true)
    static final class CheckGroupMatch {
        @Specialization
        static void check(Object type, @Bind Node here) {
            ExceptionGroups.check(type);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = LocalAccessor.class, name = "rest")
    static final class SplitGroup {
        @Specialization
        static Object split(
                VirtualFrame frame,
                LocalAccessor rest,
                Object exception,
                Object type,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            Object[] parts = ExceptionGroups.split(exception, type);
            if (ExceptionGroups.isWrapped(exception, parts[0])) {
                // The group was made here, so its traceback begins here.
                Unwinding.begin((PyBaseException) parts[0], node, frame.materialize(), index);
            }
            rest.setObject(node, frame, parts[1]);
            return parts[0];
        }
    }

    @Proxyable(allowUncached = true)
    static final class CombineGroups {
        @Specialization
        static Object combine(Object original, Object raised) {
            return ExceptionGroups.combine(original, raised);
        }
    }

    @Proxyable(allowUncached = true)
    static final class LoadAssertionError {
        @Specialization
        static Object load() {
            return ExceptionTypes.AssertionError;
        }
    }
}
