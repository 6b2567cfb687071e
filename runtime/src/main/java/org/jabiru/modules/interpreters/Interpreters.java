package org.jabiru.modules.interpreters;

import java.lang.ref.Cleaner;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Unraisable;
import org.jabiru.protocol.Warnings;

/** The interpreters of the process: the main one keeps this for all. */
public final class Interpreters {
    private final PythonContext main;
    private final TreeMap<Long, Interpreter> byId = new TreeMap<>();
    private long next = 1;
    private Cleaner cleaner;

    private Interpreters(PythonContext main) {
        this.main = main;
        Interpreter first = new Interpreter(main);
        main.state(Interpreter.class, () -> first);
        byId.put(0L, first);
    }

    public static Interpreters get() {
        PythonContext main = PythonContext.get().mainInterpreter;
        return main.state(Interpreters.class, () -> new Interpreters(main));
    }

    /** That of the current thread. */
    public static Interpreter current() {
        Interpreters all = get();
        PythonContext context = PythonContext.get();
        return context.isMainInterpreter()
                ? all.main()
                : context.state(
                        Interpreter.class,
                        () -> {
                            throw new IllegalStateException("a context without interpreter");
                        });
    }

    /** Does what no interpreter's objects are needed for when one of them has died. */
    synchronized Cleaner cleaner() {
        if (cleaner == null) {
            cleaner = Cleaner.create();
        }
        return cleaner;
    }

    synchronized Interpreter main() {
        return byId.get(0L);
    }

    /** All of them, in the order of their ids. */
    synchronized List<Interpreter> all() {
        return new ArrayList<>(byId.values());
    }

    /** The interpreter with the id, or null. */
    public synchronized Interpreter findOrNull(long id) {
        return byId.get(id);
    }

    /** The interpreter that Python code means; InterpreterNotFoundError for no one's id. */
    public Interpreter find(Object given) {
        long id = id(given);
        Interpreter found = findOrNull(id);
        if (found == null) {
            throw Errors.raise(
                    InterpreterErrors.INTERPRETER_NOT_FOUND_ERROR,
                    "unrecognized interpreter ID %d",
                    id);
        }
        return found;
    }

    static long id(Object given) {
        if (!Numbers.isIndex(given)) {
            throw Errors.typeError("interpreter ID must be an int, got %s", Types.of(given).name());
        }
        Object index = Numbers.index(given);
        if (index instanceof BigInteger) {
            throw Errors.overflowError("int too big to convert");
        }
        if ((Long) index < 0) {
            throw Errors.valueError(
                    "interpreter ID must be a non-negative int, got %s",
                    Str.java(Repr.repr(given)));
        }
        return (Long) index;
    }

    /** As {@link #find}, for an operation that restricted callers may do to their own only. */
    Interpreter find(Object given, boolean restricted, boolean mustBeReady, String operation) {
        Interpreter found = given == null ? current() : find(given);
        String name =
                given == null ? "current interpreter" : "interpreter " + Str.java(Repr.repr(given));
        if (mustBeReady && !found.isReady()) {
            throw InterpreterErrors.error("cannot %s %s (not ready)", operation, name);
        }
        if (restricted && found.whence != Interpreter.STDLIB) {
            throw InterpreterErrors.error("cannot %s unrecognized %s", operation, name);
        }
        return found;
    }

    /** A new one for {@code Py_NewInterpreter}: it shares the main interpreter's lock. */
    public Interpreter createForC() {
        return create(Interpreter.LEGACY_CAPI, InterpreterConfig.LEGACY);
    }

    /** The id that the next one will have. */
    synchronized long nextId() {
        return next;
    }

    /** One that is not started. */
    synchronized Interpreter reserve() {
        Interpreter made =
                new Interpreter(main, next++, Interpreter.UNKNOWN, InterpreterConfig.LEGACY);
        byId.put(made.id, made);
        return made;
    }

    /** A new one. */
    Interpreter create(InterpreterConfig config) {
        return create(Interpreter.STDLIB, config);
    }

    Interpreter create(int whence, InterpreterConfig config) {
        Interpreter made;
        synchronized (this) {
            made = new Interpreter(main, next++, whence, config);
        }
        if (config.contradiction() != null) {
            PyException e = InterpreterErrors.error("interpreter creation failed");
            e.exception().context =
                    PyBaseException.ofBuiltinType(
                            InterpreterErrors.INTERPRETER_ERROR, Str.of(config.contradiction()));
            e.contextIsSet = true;
            throw e;
        }
        synchronized (this) {
            byId.put(made.id, made);
        }
        main.hasSubinterpreters = true;
        try {
            made.start();
        } catch (PyException e) {
            remove(made);
            throw e;
        }
        return made;
    }

    /**
     * {@code Py_EndInterpreter}: ends the one that the current thread is in, and leaves it.
     *
     * @param leaving has the current thread leave it
     */
    public void endForC(Interpreter ending, Runnable leaving) {
        ending.beginEnd();
        ending.finish();
        leaving.run();
        try {
            ending.close();
        } finally {
            remove(ending);
        }
    }

    /** Ends one that {@link Interpreter#beginEnd} was true for. */
    void end(Interpreter ending) {
        try {
            ending.end();
        } finally {
            remove(ending);
        }
    }

    private synchronized void remove(Interpreter ended) {
        byId.remove(ended.id);
    }

    /** The main interpreter ends: so do those that nobody has closed. */
    public static void endAll(PythonContext context) {
        Interpreters known = get();
        List<Interpreter> left = known.all();
        if (left.size() == 1) {
            return;
        }
        try {
            Warnings.warn(
                    ExceptionTypes.RuntimeWarning,
                    "remaining subinterpreters; close them with Interpreter.close()",
                    0);
        } catch (PyException e) {
            Unraisable.report(e, "Exception ignored at the end of subinterpreters", null);
        }
        for (Interpreter i : left) {
            if (!i.isMain() && i.beginEnd()) {
                known.end(i);
            }
        }
    }
}
