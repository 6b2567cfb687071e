package org.jabiru.modules.thread;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import org.jabiru.Gil;

/**
 * Waiting in Java: without the GIL, and so that signals and other safepoint actions get through.
 */
public final class Blocking {
    /** Something that can be waited for. */
    public interface Wait {
        /** Waits; true when it is over, false when the time was. */
        boolean await() throws InterruptedException;
    }

    private Blocking() {}

    /** Waits without the GIL; what {@link Wait#await} returns. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static boolean run(Wait wait) {
        boolean released = Gil.releaseIfHeld();
        try {
            return TruffleSafepoint.setBlockedThreadInterruptibleFunction(null, Wait::await, wait);
        } finally {
            if (released) {
                Gil.acquireCurrent();
            }
        }
    }
}
