package org.jabiru.bytecode;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.object.PyException;

/** Runs the body of a generator or coroutine, with an inline cache of where it is suspended. */
@GenerateUncached
@GenerateInline(false)
abstract class ResumeNode extends Node {
    /** As {@link PySuspendable#resume}. */
    abstract Object execute(PySuspendable g, Object sent);

    @Specialization(
            guards = {"!g.isRunning()", "g.target() == target"},
            limit = "4")
    static Object direct(
            PySuspendable g,
            Object sent,
            @Cached("g.target()") RootCallTarget target,
            @Cached("create(target)") DirectCallNode call,
            @Bind Node node) {
        ThreadState thread = PythonContext.get(node).threadState();
        PySuspendable.Resumption r = g.begin(thread, sent);
        Object out;
        try {
            out = Recursion.call(thread, call, r.arguments());
        } catch (PyException e) {
            throw g.failed(r, e);
        } catch (Throwable t) {
            g.abandoned(r);
            throw t;
        }
        return g.succeeded(r, out);
    }

    @Specialization(replaces = "direct")
    static Object indirect(PySuspendable g, Object sent) {
        return g.resume(sent);
    }
}
