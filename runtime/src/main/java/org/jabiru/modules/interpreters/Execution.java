package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.codecs.Utf8;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.ModuleCode;
import org.jabiru.modules.signal.Signals;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.KeywordArguments;
import org.jabiru.protocol.Repr;

/** Something that is done in the {@code __main__} of another interpreter, and what comes of it. */
final class Execution {
    /** Why there is no result, for the interpreter that asked. */
    private enum Failure {
        /** The exception itself is the answer. */
        UNCAUGHT,
        RUNNING,
        NAMESPACE,
        NOT_SHAREABLE,
        OTHER,
    }

    /** What is to be done there: the result, or null. */
    private interface Work {
        SharedData run(Execution e, PyDict namespace);
    }

    private final Work work;
    private Map<TruffleString, SharedData> names = Map.of();

    /** What is not needed once it is done. */
    private final List<SharedData> taken = new ArrayList<>();

    // What comes of it.
    private SharedData result;
    private Failure failure;
    private ExceptionSnapshot exception;

    /** What NotShareableError is to say; null for the usual. */
    private String message;

    private Execution(Work work) {
        this.work = work;
    }

    /** Nothing but setting the names of {@link #with}. */
    static Execution ofNothing() {
        return new Execution((e, namespace) -> null);
    }

    /** Running a script. */
    static Execution ofScript(SharedData script) {
        return new Execution((e, namespace) -> {
            ModuleCode.run((PyCode) script.newObject(), namespace);
            return null;
        });
    }

    /** A call; the arguments may be null for none. */
    static Execution ofCall(Object callable, PyTuple args, PyDict keywords) {
        if (!Call.isCallable(callable)) {
            throw Errors.typeError("expected a callable, got %s", Str.java(Repr.repr(callable)));
        }
        SharedData function = function(callable);
        SharedData positional = args == null || args.size() == 0 ? null : Sharing.orPickled(args);
        SharedData named =
                keywords == null || keywords.size() == 0 ? null : Sharing.orPickled(keywords);
        Execution made = new Execution((e, namespace) -> e.call(function, positional, named));
        for (SharedData data : new SharedData[] {positional, named}) {
            if (data != null) {
                made.taken.add(data);
            }
        }
        return made;
    }

    private static SharedData function(Object callable) {
        try {
            return SharedCode.ofFunction(callable);
        } catch (PyException e) {
            try {
                return SharedPickle.of(callable);
            } catch (PyException ignored) {
                throw e;
            }
        }
    }

    /** Sets names in {@code __main__} first; null for none. */
    Execution with(PyDict shared) {
        if (shared == null || shared.size() == 0) {
            return this;
        }
        names = new LinkedHashMap<>();
        for (int i = shared.first(); i >= 0; i = shared.next(i)) {
            TruffleString name = Str.valueOrNull(shared.keyAt(i));
            if (name == null) {
                throw Errors.typeError("bad argument type for built-in operation");
            }
            Utf8.encode(name, "strict");
            if (Str.java(name).indexOf('\0') >= 0) {
                throw Errors.valueError("found embedded NULL character");
            }
            names.put(name, null);
        }
        for (int i = shared.first(); i >= 0; i = shared.next(i)) {
            names.put(Str.valueOrNull(shared.keyAt(i)), Sharing.only(shared.valueAt(i)));
        }
        return this;
    }

    /** Does it; None, or the snapshot of an exception. */
    Object failureIn(Interpreter target) {
        run(target);
        return failure == null ? Singleton.NONE : raiseOrTell();
    }

    /** Does it; a tuple of the result and the snapshot of an exception, one of them None. */
    Object resultIn(Interpreter target) {
        run(target);
        if (failure != null) {
            return new PyTuple(Singleton.NONE, raiseOrTell());
        }
        try {
            return new PyTuple(result.newObject(), Singleton.NONE);
        } finally {
            result.release();
        }
    }

    private void run(Interpreter target) {
        Session.in(
                target,
                () -> {
                    if (!target.beginRunning()) {
                        failure = Failure.RUNNING;
                        return null;
                    }
                    try {
                        runInside();
                    } finally {
                        target.endRunning();
                    }
                    return null;
                });
        names.values().forEach(SharedData::release);
        taken.forEach(SharedData::release);
        // Signals that have come while the main thread was away.
        Signals.poll();
    }

    private void runInside() {
        PyDict namespace;
        try {
            namespace = ((PyModule) PythonContext.get().modules.get("__main__")).dict;
            names.forEach((name, value) -> namespace.put(name, value.newObject()));
        } catch (PyException e) {
            fail(Failure.NAMESPACE, e);
            return;
        }
        try {
            result = work.run(this, namespace);
        } catch (PyException e) {
            if (failure == null) {
                fail(Failure.UNCAUGHT, e);
            }
        }
    }

    private void fail(Failure why, PyException e) {
        failure = why;
        try {
            exception = ExceptionSnapshot.of(e.exception());
        } catch (PyException failed) {
            failure = Failure.OTHER;
        }
    }

    private SharedData call(SharedData function, SharedData positional, SharedData named) {
        Object callable = unpacked("func", function);
        Object args = positional == null ? PyTuple.EMPTY : unpacked("args", positional);
        PyDict keywords = named == null ? new PyDict() : (PyDict) unpacked("kwargs", named);
        Object value = KeywordArguments.call(callable, ((PyTuple) args).items, keywords);
        try {
            return Sharing.orPickled(value);
        } catch (PyException e) {
            fail(Failure.NOT_SHAREABLE, e);
            throw e;
        }
    }

    private Object unpacked(String what, SharedData data) {
        try {
            return data.newObject();
        } catch (PyException e) {
            if (!InterpreterErrors.isNotShareable(e)) {
                fail(Failure.OTHER, e);
                throw e;
            }
            fail(Failure.NOT_SHAREABLE, e);
            message = what + " not shareable";
            throw e;
        }
    }

    private Object raiseOrTell() {
        switch (failure) {
            case UNCAUGHT -> {
                return exception.toObject();
            }
            case NOT_SHAREABLE -> {
                PyBaseException cause =
                        exception == null ? null : exception.as(ExceptionTypes.Exception);
                String text =
                        message == null
                                ? "object does not support cross-interpreter data"
                                : message;
                throw InterpreterErrors.notShareable(text, cause);
            }
            case RUNNING -> throw InterpreterErrors.error("interpreter already running");
            case NAMESPACE ->
                    throw withContext(
                            InterpreterErrors.error("failed to apply namespace to __main__"));
            default -> throw withContext(Errors.of(InterpreterErrors.INTERPRETER_ERROR));
        }
    }

    private PyException withContext(PyException e) {
        if (exception != null) {
            e.exception().context = exception.as(InterpreterErrors.INTERPRETER_ERROR);
            e.contextIsSet = true;
        }
        return e;
    }
}
