package org.jabiru.builtins.generator;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.bytecode.ContinuationResult;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.object.EndsInOrder;
import org.jabiru.builtins.traceback.PyTraceback;
import org.jabiru.bytecode.Continuations;
import org.jabiru.bytecode.Recursion;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Unraisable;

/** What generators, coroutines and asynchronous generators share: a body that can be suspended. */
public abstract class PySuspendable extends PyObject implements Unawaited.Pending, EndsInOrder {
    /** {@code gi_code}. */
    public final PyCode code;

    /** {@code __name__}. */
    public TruffleString name;

    /** {@code __qualname__}. */
    public TruffleString qualifiedName;

    /** The frame's arguments, for the first run. */
    final Object[] arguments;

    /**
     * What goes on where it is suspended; null before the first run, while it runs, and at the end.
     */
    private RootCallTarget continuation;

    /** The frame of the body; null when {@link #continuation} is. */
    private MaterializedFrame body;

    /** Whether the body ran at all, or ended before it did. */
    boolean started;

    boolean running;
    boolean finished;

    /** Whether it has been suspended before. */
    private boolean noted;

    /** What the body returned. */
    Object result;

    /** {@code gi_yieldfrom}: the iterator that {@code yield from} or {@code await} delegates to. */
    Object delegate;

    /** The frame object, once Python asked for it. */
    public PyFrame frame;

    /** The exception that the suspended body was handling. */
    private PyBaseException handled;

    PySuspendable(PyType type, PyCode code, Object[] arguments) {
        super(type);
        this.code = code;
        this.arguments = arguments;
        arguments[arguments.length - 1] = this;
        PyFunction function = (PyFunction) arguments[0];
        this.name = function.name;
        this.qualifiedName = function.qualifiedName;
    }

    /** The generator, coroutine or asynchronous generator that a call of the code makes. */
    public static PySuspendable make(PyCode code, Object[] arguments) {
        if (code.has(PyCode.CO_COROUTINE)) {
            return new PyCoroutine(code, arguments);
        }
        if (code.has(PyCode.CO_ASYNC_GENERATOR)) {
            return new PyAsyncGenerator(code, arguments);
        }
        return new PyGenerator(code, arguments);
    }

    /** "generator", "coroutine" or "async generator". */
    abstract String kind();

    /**
     * Runs the body up to its next yield.
     *
     * @param sent the value of the yield it is suspended at, or a {@link ThrowRequest}
     * @return what it yields, or null when it returns: {@link #result} then has the value
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public final Object resume(Object sent) {
        RootCallTarget target = target();
        Resumption r = begin(PythonContext.get().threadState(), sent);
        Object out;
        try {
            out = Recursion.call(target, r.arguments);
        } catch (PyException e) {
            throw failed(r, e);
        } catch (Throwable t) {
            abandoned(r);
            throw t;
        }
        return succeeded(r, out);
    }

    /** What runs next: the body from its start, or from where it is suspended. */
    public final RootCallTarget target() {
        if (!code.resumable) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            Continuations.prepare(code.root());
            code.resumable = true;
        }
        RootCallTarget at = continuation;
        return at == null ? code.callTarget() : at;
    }

    /** A run of the body, and the state of the thread to put back after it. */
    public record Resumption(
            ThreadState thread,
            PyBaseException handled,
            PyBaseException handledOutside,
            Object[] arguments) {}

    /** Prepares a run of {@link #target} by the current thread. */
    public final Resumption begin(ThreadState thread, Object sent) {
        if (running) {
            throw Errors.valueError("%s already executing", kind());
        }
        MaterializedFrame suspended = body;
        Resumption r =
                new Resumption(
                        thread,
                        thread.handled,
                        thread.handledOutside,
                        suspended == null ? arguments : new Object[] {suspended, sent});
        thread.handledOutside = thread.handledException();
        thread.handled = handled;
        running = true;
        started = true;
        continuation = null;
        body = null;
        return r;
    }

    private void end(Resumption r) {
        running = false;
        handled = r.thread.handled;
        r.thread.handled = r.handled;
        r.thread.handledOutside = r.handledOutside;
    }

    /** Ends a run that returned: what it yields, or null after {@code return}. */
    public final Object succeeded(Resumption r, Object out) {
        end(r);
        if (out instanceof ContinuationResult c) {
            continuation = c.getContinuationCallTarget();
            body = c.getFrame();
            if (!noted) {
                Continuations.forgetResult(c);
                noteSuspended(r.thread);
            }
            return c.getResult();
        }
        finish(out);
        return null;
    }

    /** It was suspended for the first time: from now on its death closes it, if that matters. */
    private void noteSuspended(ThreadState thread) {
        noted = true;
        if (code.cleansUp() && !(this instanceof PyAsyncGenerator)) {
            Unawaited.note(thread, this);
        }
    }

    @Override
    public boolean isPending() {
        return started && !finished && code.cleansUp();
    }

    /** No order among themselves; and no end of the interpreter waits for them. */
    @Override
    public final int finalizationRank() {
        return 0;
    }

    /** Its end has come, or its frame's: warns of a coroutine that has never run. */
    public void warnWhenUnawaited() {}

    /** {@code __del__}: as {@code close()}, of one that is suspended. */
    final void closeAtDeath() {
        if (running || finished) {
            return;
        }
        try {
            close();
        } catch (PyException e) {
            Unraisable.report(
                    e,
                    "Exception ignored while closing " + kind() + " " + Str.java(Repr.repr(this)),
                    null);
        }
    }

    /** Ends a run that raised: the exception to throw. */
    @TruffleBoundary
    public final PyException failed(Resumption r, PyException e) {
        abandoned(r);
        return converted(e);
    }

    /** Ends a run that an error of the interpreter ended. */
    public final void abandoned(Resumption r) {
        end(r);
        finish(null);
    }

    final void finish(Object value) {
        finished = true;
        started = true;
        result = value;
        delegate = null;
        handled = null;
        frame = null;
        if (code.has(PyCode.CO_OPTIMIZED)) {
            // The function and the generator itself stay, for a frame that a traceback has kept.
            Arrays.fill(arguments, 1, arguments.length - 1, null);
        }
    }

    /** StopIteration must not leave a generator's body (PEP 479). */
    private PyException converted(PyException e) {
        boolean stop = e.is(ExceptionTypes.StopIteration);
        boolean asyncStop =
                this instanceof PyAsyncGenerator && e.is(ExceptionTypes.StopAsyncIteration);
        if (!stop && !asyncStop) {
            return e;
        }
        PyException made =
                Errors.runtimeError(
                        "%s raised %s", kind(), stop ? "StopIteration" : "StopAsyncIteration");
        made.exception().cause = e.exception();
        made.exception().context = e.exception();
        made.exception().suppressContext = true;
        made.contextIsSet = true;
        return made;
    }

    /** As {@link #resume}, with the checks of {@code send}. */
    Object send(Object value) {
        if (!started && value != Singleton.NONE) {
            throw Errors.typeError("can't send non-None value to a just-started %s", kind());
        }
        return resume(value);
    }

    /** Whether {@code send} of this value is {@link #resume}, without any check failing. */
    public final boolean isReady(Object value) {
        return !running && !finished && (started || value == Singleton.NONE);
    }

    /** What the body returned; once it has ended. */
    public final Object result() {
        return result;
    }

    /** Says which iterator the suspended body delegates to; null for none. */
    public final void delegateTo(Object iterator) {
        delegate = iterator;
    }

    /** Whether it is running now. */
    public final boolean isRunning() {
        return running;
    }

    /** Whether its body has run, up to a yield or its end. */
    public final boolean isStarted() {
        return started;
    }

    /** Whether its body has ended. */
    public final boolean isFinished() {
        return finished;
    }

    /** Raises an exception where the body is suspended. */
    Object throwInto(PyException e) {
        if (running) {
            throw Errors.valueError("%s already executing", kind());
        }
        if (finished) {
            if (this instanceof PyCoroutine) {
                throw ended();
            }
            throw e;
        }
        if (!started) {
            // It comes from the first line, from no instruction.
            PyFrame f = frameOrNull();
            PyBaseException thrown = e.exception();
            thrown.traceback =
                    new PyTraceback((PyTraceback) thrown.traceback, f, -1, f.code.firstLine);
            finish(null);
            throw e;
        }
        // What the caller handles is no context of it; what the body handles is.
        e.contextIsSet = handled == null;
        return resume(new ThrowRequest(e));
    }

    /** As {@link #send}, with StopIteration at the end. */
    final Object sendOrStop(Object value) {
        if (finished && !running) {
            throw ended();
        }
        return orStop(send(value));
    }

    /** What {@code send} says once the body has ended. */
    PyException ended() {
        return Errors.of(ExceptionTypes.StopIteration);
    }

    /** What was yielded, or StopIteration with the body's result. */
    final Object orStop(Object yielded) {
        if (yielded == null) {
            throw Errors.stopIteration(result);
        }
        return yielded;
    }

    /** {@code close()}: None, or what the body returned. */
    public final Object close() {
        if (!started) {
            finish(null);
            return Singleton.NONE;
        }
        if (finished) {
            return Singleton.NONE;
        }
        Object yielded;
        try {
            yielded = throwInto(Errors.of(ExceptionTypes.GeneratorExit));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.GeneratorExit)) {
                return Singleton.NONE;
            }
            throw e;
        }
        if (yielded != null) {
            throw Errors.runtimeError("%s ignored GeneratorExit", kind());
        }
        return result;
    }

    /** {@code gi_frame}, or null once the body has ended. */
    @TruffleBoundary
    final PyFrame frameOrNull() {
        if (finished) {
            return null;
        }
        if (frame == null) {
            frame =
                    body == null
                            ? Frames.notStarted(this, arguments)
                            : Frames.pyFrame(code.root(), body);
        } else if (body != null) {
            Frames.pyFrame(code.root(), body); // It may have been asked for before.
        }
        return frame;
    }
}
