package org.jabiru.capi.functions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.capi.memory.NativeState;

/**
 * The argument stacks of the threads that have calls under way. A stack belongs to no thread for
 * longer: a server makes one for each connection. All under the GIL.
 */
final class ArgumentStacks {
    private final NativeState state;

    /** The one asked for last: mostly the same thread asks again. */
    private ArgumentStack last;

    /** Those with arguments of other threads. */
    private final Map<Thread, ArgumentStack> elsewhere = new HashMap<>();

    private final ArrayDeque<ArgumentStack> free = new ArrayDeque<>();

    ArgumentStacks(NativeState state) {
        this.state = state;
    }

    /** That of the current thread. */
    ArgumentStack mine() {
        ArgumentStack s = last;
        return s != null && s.owner == Thread.currentThread() ? s : switched(s);
    }

    @TruffleBoundary
    private ArgumentStack switched(ArgumentStack before) {
        if (before != null) {
            if (before.isEmpty()) {
                free.push(before);
            } else {
                elsewhere.put(before.owner, before);
            }
        }
        Thread me = Thread.currentThread();
        ArgumentStack s = elsewhere.remove(me);
        if (s == null) {
            s = free.isEmpty() ? new ArgumentStack(state) : free.pop();
            s.owner = me;
        }
        last = s;
        return s;
    }
}
