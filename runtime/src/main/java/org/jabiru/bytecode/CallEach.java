package org.jabiru.bytecode;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.RootNode;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.ThreadState;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.protocol.Call;

/**
 * Calls a function with each of many items, as a sort does with its key function: the loop is
 * compiled together with the function's code.
 */
public final class CallEach extends RootNode {
    /** Fewer are called one by one. */
    private static final int MANY = 64;

    /** Items in one go; what is compiled meanwhile runs from the next on. */
    private static final int PORTION = 1024;

    @Child private DirectCallNode call;

    /** For the functions of a code object that takes one argument. */
    public CallEach(PyCode code) {
        super(PythonLanguage.get());
        call = DirectCallNode.create(code.callTarget());
    }

    /** {@code results[i] = function(items[i])} for the first items. */
    public static void call(Object function, Object[] items, Object[] results, int size) {
        if (size >= MANY && function instanceof PyFunction f && DispatchNode.isDirect(f.code, 2)) {
            RootCallTarget loop = f.code.callEach();
            for (int from = 0; from < size; from += PORTION) {
                loop.call(f, items, results, from, Math.min(size, from + PORTION));
            }
        } else {
            for (int i = 0; i < size; i++) {
                results[i] = Call.call(function, items[i]);
            }
        }
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object[] arguments = frame.getArguments();
        Object function = arguments[0];
        Object[] items = (Object[]) arguments[1];
        Object[] results = (Object[]) arguments[2];
        int from = (int) arguments[3];
        int to = (int) arguments[4];
        ThreadState thread = PythonContext.get(this).threadState();
        for (int i = from; i < to; i++) {
            results[i] = Recursion.call(thread, call, new Object[] {function, items[i]});
            TruffleSafepoint.poll(this);
        }
        LoopNode.reportLoopCount(this, to - from);
        return null;
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}
