package org.jabiru.modules.warnings;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** The functions of {@code _warnings}. */
@BuiltinModule("_warnings")
public final class WarningsModule {
    private WarningsModule() {}

    /** Adds the filters and registries. */
    public static void initialize(PyModule module) {
        WarningsState state = WarningsState.get();
        PyDict d = module.dict;
        d.put("filters", state.filters);
        d.put("_onceregistry", state.onceRegistry);
        d.put("_defaultaction", Str.name("default"));
        d.put("_warnings_context", state.context);
    }

    /** Issues a warning about the Python code that runs now (PyErr_WarnEx). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void warn(PyType category, String message, long stackLevel) {
        warnAt(
                Str.of(message),
                category,
                WarningPlace.of(stackLevel, new String[0]),
                Singleton.NONE);
    }

    @Builtin(
            "warn(message, category=None, stacklevel=1, source=None, *,"
                    + " skip_file_prefixes=<unrepresentable>)")
    static void warn(Object message, Object category, long level, Object source, Object skip) {
        Object checked = category(message, category);
        String[] skipped = skipped(skip);
        long from = skipped.length > 0 ? Math.max(level, 2) : level;
        warnAt(message, checked, WarningPlace.of(from, skipped), source);
    }

    private static Object category(Object message, Object category) {
        if (Types.isInstance(message, ExceptionTypes.Warning)) {
            return Types.of(message);
        }
        if (category == null || category == Singleton.NONE) {
            return ExceptionTypes.UserWarning;
        }
        if (!(category instanceof PyType type)) {
            throw Errors.typeError(
                    "category must be a Warning subclass, not '%s'", Types.of(category).name());
        }
        if (!type.isSubtype(ExceptionTypes.Warning)) {
            throw Errors.typeError(
                    "category must be a Warning subclass, not class '%s'", type.name());
        }
        return category;
    }

    private static String[] skipped(Object skip) {
        if (skip == null) {
            return new String[0];
        }
        if (!(skip instanceof PyTuple t)) {
            throw Errors.typeError(
                    "warn() argument 'skip_file_prefixes' must be tuple, not %s",
                    Types.of(skip).name());
        }
        String[] prefixes = new String[t.size()];
        for (int i = 0; i < prefixes.length; i++) {
            TruffleString s = Str.valueOrNull(t.get(i));
            if (s == null) {
                throw Errors.typeError(
                        "Found non-str '%s' in skip_file_prefixes.", Types.of(t.get(i)).name());
            }
            prefixes[i] = Str.java(s);
        }
        return prefixes;
    }

    private static void warnAt(Object message, Object category, WarningPlace at, Object source) {
        issue(
                category,
                message,
                at.fileName(),
                at.line(),
                at.module(),
                at.registry(),
                null,
                source);
    }

    @Builtin(
            "warn_explicit(message, category, filename, lineno, module=<unrepresentable>,"
                    + " registry=None, module_globals=None, source=None)")
    static void warnExplicit(
            Object message,
            Object category,
            TruffleString fileName,
            int line,
            Object module,
            Object registry,
            Object moduleGlobals,
            Object source) {
        Object checked = category(message, category);
        Object sourceLine = null;
        if (moduleGlobals != Singleton.NONE) {
            if (!(moduleGlobals instanceof PyDict globals)) {
                throw Errors.typeError(
                        "module_globals must be a dict, not '%s'", Types.of(moduleGlobals).name());
            }
            sourceLine = sourceLine(globals, line);
        }
        Object named = module == null ? WarningPlace.moduleOf(fileName) : module;
        issue(checked, message, fileName, line, named, registry, sourceLine, source);
    }

    /** The line of a module's source, of which only its loader may know; null for none. */
    private static Object sourceLine(PyDict globals, int line) {
        Object loader =
                Call.call(
                        Attributes.get(PythonContext.get().importlibExternal, "_bless_my_loader"),
                        globals);
        Object name = globals.get("__name__");
        Object getSource =
                loader == Singleton.NONE ? null : Attributes.getOrNull(loader, "get_source");
        if (getSource == null || name == null) {
            return null;
        }
        Object source = Call.call(getSource, name);
        TruffleString text = Str.valueOrNull(source);
        if (text == null) {
            return null;
        }
        Object lines = Call.method(text, "splitlines");
        return line < 1 || line > Sequences.length(lines)
                ? null
                : Sequences.getItem(lines, line - 1L);
    }

    private static void issue(
            Object givenCategory,
            Object givenMessage,
            Object fileName,
            long line,
            Object module,
            Object givenRegistry,
            Object sourceLine,
            Object source) {
        if (module == Singleton.NONE) {
            // A warning from the end of the interpreter.
            return;
        }
        if (givenRegistry != Singleton.NONE && !(givenRegistry instanceof PyDict)) {
            throw Errors.typeError("'registry' must be a dict or None");
        }
        PyDict registry = givenRegistry instanceof PyDict d ? d : null;
        Object text = givenMessage;
        Object category = givenCategory;
        Object message = givenMessage;
        if (Types.isInstance(givenMessage, ExceptionTypes.Warning)) {
            text = Repr.str(givenMessage);
            category = Types.of(givenMessage);
        } else {
            message = Call.call(category, givenMessage);
        }
        WarningsState state = WarningsState.get();
        Call.method(state.lock, "acquire");
        try {
            Object key = PyTuple.of(text, category, line);
            if (registry != null && WarningFilters.isKnown(registry, key, false)) {
                return;
            }
            WarningFilters.Choice choice = WarningFilters.choose(category, text, line, module);
            if (choice.action().equals("error")) {
                throw message instanceof PyBaseException e
                        ? new PyException(e)
                        : Errors.typeError("exceptions must derive from BaseException");
            }
            if (choice.action().equals("ignore")
                    || !WarningFilters.isShown(choice, registry, text, category, key)) {
                return;
            }
        } finally {
            Call.method(state.lock, "release");
        }
        show(category, text, message, fileName, line, sourceLine, source);
    }

    private static void show(
            Object category,
            Object text,
            Object message,
            Object fileName,
            long line,
            Object sourceLine,
            Object source) {
        // With a source the module tells where the object was allocated.
        Object show = WarningsState.attributeOrNull("_showwarnmsg", source != Singleton.NONE);
        if (show == null) {
            PlainWarning.show(category, text, fileName, line, sourceLine);
            return;
        }
        if (!(show instanceof JavaCallable) && Types.of(show).special().call == null) {
            throw Errors.typeError("warnings._showwarnmsg() must be set to a callable");
        }
        Object type = WarningsState.attributeOrNull("WarningMessage", false);
        if (type == null) {
            throw Errors.runtimeError("unable to get warnings.WarningMessage");
        }
        Object shown =
                Call.call(
                        type,
                        message,
                        category,
                        fileName,
                        line,
                        Singleton.NONE,
                        Singleton.NONE,
                        source);
        Call.call(show, shown);
    }

    @Builtin("_filters_mutated_lock_held()")
    static void filtersMutated() {
        WarningsState state = WarningsState.get();
        if (!state.lock.isOwned()) {
            throw Errors.runtimeError("warnings lock is not held");
        }
        state.version++;
    }

    @Builtin("_acquire_lock()")
    static void acquireLock() {
        Call.method(WarningsState.get().lock, "acquire");
    }

    @Builtin("_release_lock()")
    static void releaseLock() {
        if (!WarningsState.get().lock.isOwned()) {
            throw Errors.runtimeError("cannot release un-acquired lock");
        }
        Call.method(WarningsState.get().lock, "release");
    }
}
