package org.jabiru.bytecode;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** Calls of Python code, counted against {@code sys.getrecursionlimit()}. */
public final class Recursion {
    private Recursion() {}

    static Object call(Node node, DirectCallNode call, Object[] args) {
        return call(PythonContext.get(node).threadState(), call, args);
    }

    static Object call(ThreadState thread, DirectCallNode call, Object[] args) {
        if (++thread.depth > thread.context.recursionLimit) {
            CompilerDirectives.transferToInterpreter();
            throw tooDeep(thread);
        }
        try {
            return call.call(args);
        } catch (LineJump jump) {
            return LineJumps.follow(jump);
        } finally {
            thread.depth--;
        }
    }

    /** As above, from Java code. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object call(CallTarget target, Object... args) {
        ThreadState thread = PythonContext.get().threadState();
        if (++thread.depth > thread.context.recursionLimit) {
            throw tooDeep(thread);
        }
        try {
            return target.call(args);
        } catch (LineJump jump) {
            return LineJumps.follow(jump);
        } finally {
            thread.depth--;
        }
    }

    @TruffleBoundary
    private static PyException tooDeep(ThreadState thread) {
        thread.depth--;
        return Errors.raise(ExceptionTypes.RecursionError, "maximum recursion depth exceeded");
    }
}
