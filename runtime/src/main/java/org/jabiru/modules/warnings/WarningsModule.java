package org.jabiru.modules.warnings;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.modules.thread.PyRLock;
import org.jabiru.modules.thread.RLockType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/**
 * The functions of {@code _warnings}. They keep the filters and drop what is ignored by default;
 * the rest is done by the standard library's {@code _py_warnings}, which starts from the same
 * frame, because functions written in Java have none.
 */
@BuiltinModule("_warnings")
public final class WarningsModule {
    private static final class State {
        final PyRLock lock = new PyRLock(RLockType.TYPE);
        boolean filtersChanged;
    }

    private WarningsModule() {}

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    /** Adds the filters and registries. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        PyList filters = new PyList();
        filters.append(filter("default", ExceptionTypes.DeprecationWarning, "__main__"));
        filters.append(filter("ignore", ExceptionTypes.DeprecationWarning, null));
        filters.append(filter("ignore", ExceptionTypes.PendingDeprecationWarning, null));
        filters.append(filter("ignore", ExceptionTypes.ImportWarning, null));
        filters.append(filter("ignore", ExceptionTypes.ResourceWarning, null));
        d.put("filters", filters);
        d.put("_onceregistry", new PyDict());
        d.put("_defaultaction", Str.name("default"));
        Object contextVar = Attributes.get(Imports.importBuiltin("_contextvars"), "ContextVar");
        d.put("_warnings_context", Call.call(contextVar, Str.name("warnings_context")));
    }

    private static PyTuple filter(String action, PyType category, String module) {
        return PyTuple.of(
                Str.name(action),
                Singleton.NONE,
                category,
                module == null ? Singleton.NONE : Str.name(module),
                0L);
    }

    private static boolean isIgnored(Object message, Object category) {
        PythonContext context = PythonContext.get();
        if (state().filtersChanged || context.modules.get(Str.name("warnings")) != null) {
            return false;
        }
        PyType type =
                Types.isInstance(message, ExceptionTypes.Warning)
                        ? Types.of(message)
                        : category instanceof PyType t ? t : null;
        return type == ExceptionTypes.PendingDeprecationWarning
                || type == ExceptionTypes.ImportWarning
                || type == ExceptionTypes.ResourceWarning;
    }

    private static Object pythonFunction(String name) {
        Imports.importModule("warnings");
        return Attributes.get(Imports.importModule("_py_warnings"), name);
    }

    @Builtin(
            "warn(message, category=None, stacklevel=1, source=None, *,"
                    + " skip_file_prefixes=<unrepresentable>)")
    static void warn(Object message, Object category, long stackLevel, Object source, Object skip) {
        if (isIgnored(message, category)) {
            return;
        }
        Call.call(
                pythonFunction("warn"),
                new Object[] {
                    message, category, stackLevel, source, skip == null ? PyTuple.EMPTY : skip
                },
                new TruffleString[] {Str.name("skip_file_prefixes")});
    }

    @Builtin(
            "warn_explicit(message, category, filename, lineno, module=<unrepresentable>,"
                    + " registry=None, module_globals=None, source=None)")
    static void warnExplicit(
            Object message,
            Object category,
            Object fileName,
            Object line,
            Object module,
            Object registry,
            Object moduleGlobals,
            Object source) {
        if (isIgnored(message, category)) {
            return;
        }
        Call.call(
                pythonFunction("warn_explicit"),
                message,
                category,
                fileName,
                line,
                module == null ? Singleton.NONE : module,
                registry,
                moduleGlobals,
                source);
    }

    @Builtin("_filters_mutated_lock_held()")
    static void filtersMutated() {
        state().filtersChanged = true;
    }

    @Builtin("_acquire_lock()")
    static void acquireLock() {
        Call.method(state().lock, "acquire");
    }

    @Builtin("_release_lock()")
    static void releaseLock() {
        Call.method(state().lock, "release");
    }

    /** Issues a warning about the Python code that runs now (PyErr_WarnEx). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void warn(PyType category, String message, long stackLevel) {
        if (!isIgnored(Str.EMPTY, category)) {
            Call.call(pythonFunction("warn"), Str.of(message), category, stackLevel);
        }
    }
}
