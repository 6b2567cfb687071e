package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.codecs.Utf8;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.namespace.NamespaceType;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/** What an interpreter may do ({@code PyInterpreterConfig}). */
public record InterpreterConfig(
        boolean useMainObmalloc,
        boolean allowFork,
        boolean allowExec,
        boolean allowThreads,
        boolean allowDaemonThreads,
        boolean checkMultiInterpExtensions,
        String gil) {

    private static final String[] NAMES = {
        "use_main_obmalloc",
        "allow_fork",
        "allow_exec",
        "allow_threads",
        "allow_daemon_threads",
        "check_multi_interp_extensions",
        "gil",
    };

    public static final InterpreterConfig MAIN =
            new InterpreterConfig(true, true, true, true, true, false, "own");
    private static final InterpreterConfig ISOLATED =
            new InterpreterConfig(false, false, false, true, false, true, "own");
    static final InterpreterConfig LEGACY =
            new InterpreterConfig(true, true, true, true, true, false, "shared");
    private static final InterpreterConfig EMPTY =
            new InterpreterConfig(false, false, false, false, false, false, "default");

    /** The configuration of a name; ValueError for an unknown one. */
    static InterpreterConfig named(String name) {
        return switch (name) {
            case "", "default", "isolated" -> ISOLATED;
            case "legacy" -> LEGACY;
            case "empty" -> EMPTY;
            default -> throw Errors.valueError("unsupported config name '%s'", name);
        };
    }

    /** What {@code create} was given: None, a name, or an object with all the attributes. */
    static InterpreterConfig of(Object given) {
        if (given == Singleton.NONE) {
            return ISOLATED;
        }
        TruffleString name = Str.valueOrNull(given);
        if (name != null) {
            Utf8.encode(name, "strict");
            return named(Str.java(name));
        }
        if (!(Attributes.getOrNull(given, "__dict__") instanceof PyDict values)) {
            throw Errors.typeError("bad config %s", Str.java(Repr.repr(given)));
        }
        for (String field : NAMES) {
            if (values.get(field) == null) {
                throw Errors.valueError("missing config key: %s", field);
            }
        }
        return EMPTY.with(values);
    }

    /** The same with other values for some of the fields. */
    InterpreterConfig with(PyDict values) {
        PyDict left = new PyDict();
        left.copyFrom(values);
        InterpreterConfig made =
                new InterpreterConfig(
                        flag(left, 0, useMainObmalloc),
                        flag(left, 1, allowFork),
                        flag(left, 2, allowExec),
                        flag(left, 3, allowThreads),
                        flag(left, 4, allowDaemonThreads),
                        flag(left, 5, checkMultiInterpExtensions),
                        gil(left));
        if (left.size() > 0) {
            throw Errors.valueError(
                    "config dict has %d extra item%s (%s)",
                    left.size(), left.size() == 1 ? "" : "s", Str.java(Repr.repr(left)));
        }
        return made;
    }

    private static boolean flag(PyDict values, int field, boolean otherwise) {
        Object value = values.remove(Str.name(NAMES[field]));
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean b) {
            return b;
        }
        throw Errors.typeError("invalid config type: %s", NAMES[field]);
    }

    private String gil(PyDict values) {
        Object value = values.remove(Str.name("gil"));
        if (value == null) {
            return gil;
        }
        if (!(value instanceof TruffleString s)) {
            throw Errors.typeError("invalid config type: gil");
        }
        String name = Str.java(s);
        return switch (name) {
            case "default", "shared", "own" -> name;
            default ->
                    throw Errors.valueError("unsupported interpreter config .gil value '%s'", name);
        };
    }

    /** Why there can be no interpreter of this configuration, or null. */
    String contradiction() {
        return useMainObmalloc || checkMultiInterpExtensions
                ? null
                : "sub-interpreter creation failed";
    }

    /** As an interpreter tells it afterwards: whatever is the default was decided. */
    InterpreterConfig decided() {
        return new InterpreterConfig(
                useMainObmalloc,
                allowFork,
                allowExec,
                allowThreads,
                allowDaemonThreads,
                checkMultiInterpExtensions,
                gil.equals("own") ? "own" : "shared");
    }

    /** The flags as CPython's interpreter keeps them, and whether it has its own lock. */
    PyDict toSettings() {
        long flags =
                (useMainObmalloc ? 1 << 5 : 0)
                        | (checkMultiInterpExtensions ? 1 << 8 : 0)
                        | (allowThreads ? 1 << 10 : 0)
                        | (allowDaemonThreads ? 1 << 11 : 0)
                        | (allowFork ? 1 << 15 : 0)
                        | (allowExec ? 1 << 16 : 0);
        PyDict settings = new PyDict();
        settings.put("feature_flags", flags);
        settings.put("own_gil", gil.equals("own"));
        return settings;
    }

    /** A {@code types.SimpleNamespace} of the fields. */
    Object toObject() {
        return NamespaceType.make(
                NAMES[0],
                useMainObmalloc,
                NAMES[1],
                allowFork,
                NAMES[2],
                allowExec,
                NAMES[3],
                allowThreads,
                NAMES[4],
                allowDaemonThreads,
                NAMES[5],
                checkMultiInterpExtensions,
                NAMES[6],
                Str.name(gil));
    }
}
