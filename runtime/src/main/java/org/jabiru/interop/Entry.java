package org.jabiru.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import org.jabiru.Gil;
import org.jabiru.PythonContext;
import org.jabiru.builtins.foreign.PyForeignException;
import org.jabiru.object.PyException;

/** The way in for other languages: their threads take the interpreter's lock first. */
public final class Entry {
    /** What is done in Python. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    private Entry() {}

    /**
     * Does something that needs the lock. An exception of another language that went through
     * Python's frames leaves them as what it was.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static <T> T run(Work<T> work) {
        Gil gil = PythonContext.get().gil;
        boolean own = !gil.isHeld();
        if (own) {
            gil.acquire();
        }
        try {
            return work.run();
        } catch (PyException e) {
            throw leaving(e);
        } catch (Exception e) {
            throw Entry.<RuntimeException>unchanged(e);
        } finally {
            if (own) {
                gil.release();
            }
        }
    }

    private static AbstractTruffleException leaving(PyException e) {
        return e.exception() instanceof PyForeignException f ? f.thrown(e) : GuestFrames.of(e);
    }

    /** The messages declare what they throw; a lambda cannot. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchanged(Exception e) throws E {
        throw (E) e;
    }
}
