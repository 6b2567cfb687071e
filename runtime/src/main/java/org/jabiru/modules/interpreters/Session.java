package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleContext;
import java.util.function.Supplier;
import org.jabiru.PythonContext;
import org.jabiru.imports.ExtensionLoader;

/** A visit of the current thread to another interpreter. */
final class Session {
    private Session() {}

    /**
     * Does something in another interpreter, with its lock held instead of the current one's. What
     * it throws must be no exception of Python's.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static <T> T in(Interpreter target, Supplier<T> work) {
        if (target.context() == PythonContext.get()) {
            return work.get();
        }
        return away(() -> {
            TruffleContext door = target.truffleContext();
            Object before = door.enter(null);
            try {
                target.context().gil.acquire();
                ExtensionLoader extensions = target.extensionsOrNull();
                long thread = extensions == null ? 0 : extensions.enterInterpreter(target.id);
                try {
                    return work.get();
                } finally {
                    // The first one may have been loaded just now.
                    extensions = target.extensionsOrNull();
                    if (extensions != null) {
                        extensions.leaveInterpreter(thread);
                    }
                    target.context().gil.release();
                }
            } finally {
                door.leave(null, before);
            }
        });
    }

    /** Does something without the lock of the current interpreter. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static <T> T away(Supplier<T> work) {
        PythonContext home = PythonContext.get();
        boolean isMain = Thread.currentThread() == home.mainThread && home.isMainInterpreter();
        if (isMain) {
            home.mainThreadIsAway = true;
        }
        home.gil.release();
        try {
            return work.get();
        } finally {
            if (isMain) {
                home.mainThreadIsAway = false;
            }
            home.gil.acquire();
        }
    }
}
