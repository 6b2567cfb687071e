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

    static Interpreters get() {
        PythonContext main = PythonContext.get().mainInterpreter;
        return main.state(Interpreters.class, () -> new Interpreters(main));
    }

    /** That of the current thread. */
    static Interpreter current() {
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
    synchronized Interpreter findOrNull(long id) {
        return byId.get(id);
    }

    /** The interpreter that Python code means; InterpreterNotFoundError for no one's id. */
    Interpreter find(Object given) {
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

    private static long id(Object given) {
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

    /** A new one. */
    Interpreter create(InterpreterConfig config) {
        Interpreter made;
        synchronized (this) {
            made = new Interpreter(main, next++, config);
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
