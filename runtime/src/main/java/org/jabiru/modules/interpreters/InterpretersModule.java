package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Repr;

/** The functions of {@code _interpreters}. */
@BuiltinModule("_interpreters")
public final class InterpretersModule {
    /** Of all three modules. */
    static final TruffleString DOC =
            Str.of(
                    "This module provides primitive operations to manage Python interpreters.\n"
                            + "The 'interpreters' module provides a more convenient interface.");

    private InterpretersModule() {}

    /** Adds exceptions, the type and constants. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        d.put("__doc__", DOC);
        d.put("WHENCE_UNKNOWN", (long) Interpreter.UNKNOWN);
        d.put("WHENCE_RUNTIME", (long) Interpreter.RUNTIME);
        d.put("WHENCE_LEGACY_CAPI", (long) Interpreter.LEGACY_CAPI);
        d.put("WHENCE_CAPI", (long) Interpreter.CAPI);
        d.put("WHENCE_XI", (long) Interpreter.XI);
        d.put("WHENCE_STDLIB", (long) Interpreter.STDLIB);
        d.put("InterpreterError", InterpreterErrors.INTERPRETER_ERROR);
        d.put("InterpreterNotFoundError", InterpreterErrors.INTERPRETER_NOT_FOUND_ERROR);
        d.put("NotShareableError", InterpreterErrors.notShareableType());
        d.put("CrossInterpreterBufferView", SharedBuffer.TYPE);
    }

    private static Interpreter find(
            Object id, boolean restricted, boolean mustBeReady, String operation) {
        return Interpreters.get().find(id, restricted, mustBeReady, operation);
    }

    private static <T> T checked(String function, int position, Class<T> type, Object given) {
        if (given == null || type.isInstance(given)) {
            return type.cast(given);
        }
        throw Errors.typeError(
                "_interpreters.%s() argument %d must be %s, not %s",
                function,
                position,
                type == PyDict.class ? "dict" : "tuple",
                Types.nameForMessage(given));
    }

    // ---- life ----

    @Builtin(
            value = "new_config(name='isolated', /, **overrides)",
            shown = "none",
            doc =
                    "new_config(name='isolated', /, **overrides) -> type.SimpleNamespace\n\n"
                            + "Return a representation of a new PyInterpreterConfig.\n\n"
                            + "The name determines the initial values of the config.  Supported"
                            + " named\n"
                            + "configs are: default, isolated, legacy, and empty.\n\n"
                            + "Any keyword arguments are set on the corresponding config fields,\n"
                            + "overriding the initial values.")
    static Object newConfig(TruffleString name, PyDict overrides) {
        return InterpreterConfig.named(Str.java(name)).with(overrides).toObject();
    }

    @Builtin(
            value = "create(config=None, *, reqrefs=False)",
            shown = "none",
            doc =
                    "create([config], *, reqrefs=False) -> ID\n\n"
                            + "Create a new interpreter and return a unique generated ID.\n\n"
                            + "The caller is responsible for destroying the interpreter before"
                            + " exiting,\n"
                            + "typically by using _interpreters.destroy().  This can be managed \n"
                            + "automatically by passing \"reqrefs=True\" and then using _incref()"
                            + " and\n"
                            + "_decref() appropriately.\n\n"
                            + "\"config\" must be a valid interpreter config or the name of a\n"
                            + "predefined config (\"isolated\" or \"legacy\").  The default\n"
                            + "is \"isolated\".")
    static long create(Object config, boolean references) {
        Interpreter made = Interpreters.get().create(InterpreterConfig.of(config));
        if (references) {
            made.requireReferences(true);
        }
        return made.id;
    }

    @Builtin(
            value = "destroy(id, *, restrict=False)",
            shown = "none",
            doc =
                    "destroy(id, *, restrict=False)\n\n"
                            + "Destroy the identified interpreter.\n\n"
                            + "Attempting to destroy the current interpreter raises"
                            + " InterpreterError.\n"
                            + "So does an unrecognized ID.")
    static void destroy(Object id, boolean restricted) {
        Interpreter found = find(id, restricted, false, "destroy");
        if (found == Interpreters.current()) {
            throw InterpreterErrors.error("cannot destroy the current interpreter");
        }
        if (found.isMain() || !found.beginEnd()) {
            throw InterpreterErrors.error("interpreter running");
        }
        Interpreters.get().end(found);
    }

    @Builtin(
            value = "list_all(*, require_ready=False)",
            shown = "none",
            doc =
                    "list_all() -> [(ID, whence)]\n\n"
                            + "Return a list containing the ID of every existing interpreter.")
    static Object listAll(boolean mustBeReady) {
        PyList out = new PyList();
        for (Interpreter i : Interpreters.get().all()) {
            if (!mustBeReady || i.isReady()) {
                out.append(i.summary());
            }
        }
        return out;
    }

    @Builtin(
            value = "get_current()",
            shown = "($self, /)",
            doc = "get_current() -> (ID, whence)\n\nReturn the ID of current interpreter.")
    static Object getCurrent() {
        return Interpreters.current().summary();
    }

    @Builtin(
            value = "get_main()",
            shown = "($self, /)",
            doc = "get_main() -> (ID, whence)\n\nReturn the ID of main interpreter.")
    static Object getMain() {
        return Interpreters.get().main().summary();
    }

    @Builtin(
            value = "is_running(id, *, restrict=False)",
            shown = "none",
            doc =
                    "is_running(id, *, restrict=False) -> bool\n\n"
                            + "Return whether or not the identified interpreter is running.")
    static boolean isRunning(Object id, boolean restricted) {
        return find(id, restricted, true, "check if running for").isRunning();
    }

    @Builtin(
            value = "get_config(id, *, restrict=False)",
            shown = "none",
            doc =
                    "get_config(id, *, restrict=False) -> types.SimpleNamespace\n\n"
                            + "Return a representation of the config used to initialize the"
                            + " interpreter.")
    static Object getConfig(Object id, boolean restricted) {
        Object given = id == Singleton.NONE ? null : id;
        return find(given, restricted, false, "get the config of").config.toObject();
    }

    @Builtin(
            value = "whence(id)",
            shown = "none",
            doc =
                    "whence(id) -> int\n\n"
                            + "Return an identifier for where the interpreter was created.")
    static long whence(Object id) {
        return Interpreters.get().find(id).whence;
    }

    @Builtin(value = "incref(id, *, implieslink=False, restrict=False)", shown = "none")
    static void incref(Object id, boolean link, boolean restricted) {
        Interpreter found = find(id, restricted, true, "incref");
        if (link) {
            found.requireReferences(true);
        }
        found.addReference();
    }

    @Builtin(value = "decref(id, *, restrict=False)", shown = "none")
    static void decref(Object id, boolean restricted) {
        Interpreter found = find(id, restricted, false, "decref");
        if (!found.hasBegun()) {
            throw InterpreterErrors.error("cannot decref interpreter %d (not ready)", found.id);
        }
        // The end of an object that died before may be told while the interpreter ends.
        if (found.dropReference() && found != Interpreters.current() && found.beginEnd()) {
            Interpreters.get().end(found);
        }
    }

    // ---- work ----

    private static Object run(Interpreter target, Object script, PyDict shared) {
        return Execution.ofScript(SharedCode.ofScript(script)).with(shared).failureIn(target);
    }

    @Builtin(
            value = "exec(id, code, shared=<unrepresentable>, *, restrict=False)",
            shown = "none",
            doc =
                    "exec(id, code, shared=None, *, restrict=False)\n\n"
                            + "Execute the provided code in the identified interpreter.\n"
                            + "This is equivalent to running the builtin exec() under the target\n"
                            + "interpreter, using the __dict__ of its __main__ module as both\n"
                            + "globals and locals.\n\n"
                            + "\"code\" may be a string containing the text of a Python script.\n\n"
                            + "Functions (and code objects) are also supported, with some"
                            + " restrictions.\n"
                            + "The code/function must not take any arguments or be a closure\n"
                            + "(i.e. have cell vars).  Methods and other callables are not"
                            + " supported.\n\n"
                            + "If a function is provided, its code object is used and all its"
                            + " state\n"
                            + "is ignored, including its __globals__ dict.")
    static Object exec(Object id, Object code, Object shared, boolean restricted) {
        PyDict names = checked("exec", 3, PyDict.class, shared);
        return run(find(id, restricted, true, "exec code for"), code, names);
    }

    @Builtin(
            value = "run_string(id, script, shared=<unrepresentable>, *, restrict=False)",
            shown = "none",
            doc =
                    "run_string(id, script, shared=None, *, restrict=False)\n\n"
                            + "Execute the provided string in the identified interpreter.\n\n"
                            + "(See _interpreters.exec().")
    static Object runString(Object id, Object script, Object shared, boolean restricted) {
        if (Str.valueOrNull(script) == null) {
            throw Errors.typeError(
                    "_interpreters.run_string() argument 2 must be str, not %s",
                    Types.nameForMessage(script));
        }
        PyDict names = checked("run_string", 3, PyDict.class, shared);
        return run(find(id, restricted, true, "run a string in"), script, names);
    }

    @Builtin(
            value = "run_func(id, func, shared=<unrepresentable>, *, restrict=False)",
            shown = "none",
            doc =
                    "run_func(id, func, shared=None, *, restrict=False)\n\n"
                            + "Execute the body of the provided function in the identified"
                            + " interpreter.\n"
                            + "Code objects are also supported.  In both cases, closures and"
                            + " args\n"
                            + "are not supported.  Methods and other callables are not supported"
                            + " either.\n\n"
                            + "(See _interpreters.exec().")
    static Object runFunc(Object id, Object function, Object shared, boolean restricted) {
        PyDict names = checked("run_func", 3, PyDict.class, shared);
        Interpreter target = find(id, restricted, true, "run a function in");
        if (!(function instanceof PyFunction) && !(function instanceof PyCode)) {
            throw Errors.typeError(
                    "_interpreters.run_func() argument 2 must be a function, not %s",
                    Types.nameForMessage(function));
        }
        return run(target, function, names);
    }

    @Builtin(
            value =
                    "call(id, callable, args=<unrepresentable>, kwargs=<unrepresentable>, *,"
                            + " preserve_exc=False, restrict=False)",
            shown = "none",
            doc =
                    "call(id, callable, args=None, kwargs=None, *, restrict=False)\n\n"
                            + "Call the provided object in the identified interpreter.\n"
                            + "Pass the given args and kwargs, if possible.")
    static Object call(
            Object id,
            Object callable,
            Object args,
            Object keywords,
            boolean preserve,
            boolean restricted) {
        PyTuple positional = checked("call", 3, PyTuple.class, args);
        PyDict named = checked("call", 4, PyDict.class, keywords);
        Interpreter target = find(id, restricted, true, "make a call in");
        return Execution.ofCall(callable, positional, named).resultIn(target);
    }

    @Builtin(
            value = "set___main___attrs(id, updates, *, restrict=False)",
            shown = "none",
            doc =
                    "set___main___attrs(id, ns, *, restrict=False)\n\n"
                            + "Bind the given attributes in the interpreter's __main__ module.")
    static void setMainAttributes(Object id, Object updates, boolean restricted) {
        PyDict names = checked("set___main___attrs", 2, PyDict.class, updates);
        Interpreter target = find(id, restricted, true, "update __main__ for");
        if (names.size() == 0) {
            throw Errors.valueError("arg 2 must be a non-empty dict");
        }
        Execution.ofNothing().with(names).failureIn(target);
    }

    // ---- data ----

    @Builtin(
            value = "is_shareable(obj)",
            shown = "none",
            doc =
                    "is_shareable(obj) -> bool\n\n"
                            + "Return True if the object's data may be shared between interpreters"
                            + " and\n"
                            + "False otherwise.")
    static boolean isShareable(Object o) {
        return Sharing.isShareable(o);
    }

    @Builtin(
            value = "capture_exception(exc=None)",
            shown = "none",
            doc =
                    "capture_exception(exc=None) -> types.SimpleNamespace\n\n"
                            + "Return a snapshot of an exception.  If \"exc\" is None\n"
                            + "then the current exception, if any, is used (but not cleared).\n\n"
                            + "The returned snapshot is the same as what _interpreters.exec()"
                            + " returns.")
    static Object captureException(Object exception) {
        if (exception == Singleton.NONE) {
            return exception;
        }
        if (!(exception instanceof PyBaseException e)) {
            throw Errors.typeError("expected exception, got %s", Str.java(Repr.repr(exception)));
        }
        return ExceptionSnapshot.of(e).toObject();
    }
}
