package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.capsule.CapsuleType;
import org.jabiru.builtins.code.CodeTraits;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.compiler.Compile;
import org.jabiru.imports.ModuleCode;
import org.jabiru.modules.builtins.SourceArgument;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.parser.ParseMode;
import org.jabiru.protocol.Repr;

/**
 * The functions of {@code _testinternalcapi} about interpreters, and about what goes from one to
 * another.
 */
@BuiltinModule("_testinternalcapi")
public final class InterpreterTestFunctions {
    /** Shared data as a capsule, for which nobody asks C. */
    private static final class DataCapsule extends PyObject implements CapsuleType.Capsule {
        final SharedData data;

        DataCapsule(SharedData data) {
            super(CapsuleType.TYPE);
            this.data = data;
        }

        @Override
        public String shown() {
            return "NULL at 0x" + Integer.toHexString(System.identityHashCode(data));
        }
    }

    private InterpreterTestFunctions() {}

    // ---- data ----

    @Builtin("get_crossinterp_data(obj, mode=None)")
    static Object getData(Object o, Object mode) {
        String name = mode == null || mode == Singleton.NONE ? "xidata" : Str.java(Repr.str(mode));
        SharedData data =
                switch (name) {
                    case "xidata" -> Sharing.only(o);
                    case "fallback" -> Sharing.orPickled(o);
                    case "pickle" -> SharedPickle.of(o);
                    case "marshal" -> SharedMarshal.of(o);
                    case "code" -> SharedCode.ofCode(o);
                    case "func" -> SharedCode.ofFunction(o);
                    case "script" -> SharedCode.shareableScript(o, false);
                    case "script-pure" -> SharedCode.shareableScript(o, true);
                    default ->
                            throw Errors.valueError(
                                    "unsupported mode %s", Str.java(Repr.repr(mode)));
                };
        return new DataCapsule(data);
    }

    @Builtin("restore_crossinterp_data(xid)")
    static Object restoreData(Object capsule) {
        if (!(capsule instanceof DataCapsule c)) {
            throw Errors.typeError("expected a capsule of cross-interpreter data");
        }
        return c.data.newObject();
    }

    // ---- interpreters ----

    @Builtin("create_interpreter(config=None, *, whence=2)")
    static long create(Object config, long whence) {
        Interpreters all = Interpreters.get();
        if (whence == Interpreter.UNKNOWN) {
            return all.reserve().id;
        }
        boolean isDefault = config == null || config == Singleton.NONE;
        InterpreterConfig chosen =
                whence == Interpreter.LEGACY_CAPI && isDefault
                        ? InterpreterConfig.LEGACY
                        : InterpreterConfig.of(isDefault ? Singleton.NONE : config);
        return all.create((int) whence, chosen).id;
    }

    @Builtin("destroy_interpreter(id, *, basic=False)")
    static void destroy(Object id, Object basic) {
        Interpreter found = Interpreters.get().find(id);
        found.beginEnd();
        Interpreters.get().end(found);
    }

    @Builtin("exec_interpreter(id, code, *, main=False)")
    static long execute(Object id, TruffleString code, boolean main) {
        Interpreter found = Interpreters.get().find(id);
        if (main && !found.beginRunning()) {
            throw InterpreterErrors.error("interpreter already running");
        }
        try {
            return run(found, Str.java(code));
        } finally {
            if (main) {
                found.endRunning();
            }
        }
    }

    @Builtin("run_in_subinterp_with_config(code, config, xi=False)")
    static long runWithConfig(TruffleString code, Object config, boolean xi) {
        int whence = xi ? Interpreter.XI : Interpreter.CAPI;
        Interpreter made = Interpreters.get().create(whence, InterpreterConfig.of(config));
        try {
            return run(made, Str.java(code));
        } finally {
            made.beginEnd();
            Interpreters.get().end(made);
        }
    }

    /** As {@code PyRun_SimpleString}: -1 for an exception, which is shown. */
    private static long run(Interpreter target, String code) {
        return Session.in(
                target,
                () -> {
                    try {
                        PyModule main = (PyModule) PythonContext.get().modules.get("__main__");
                        String file = "<string>";
                        PyCode compiled =
                                Compile.source(
                                        SourceArgument.read(Str.of(code), file, "exec"),
                                        file,
                                        ParseMode.EXEC,
                                        0,
                                        0);
                        ModuleCode.run(compiled, main.dict);
                        return 0L;
                    } catch (PyException e) {
                        SysHooks.showUncaught(e);
                        return -1L;
                    }
                });
    }

    @Builtin("get_interp_settings(interpid=-1)")
    static Object settings(long id) {
        Interpreter found = id < 0 ? Interpreters.current() : Interpreters.get().find((Object) id);
        return found.config.toSettings();
    }

    // ---- ids ----

    @Builtin("normalize_interp_id(id, /)")
    static long normalize(Object id) {
        return Interpreters.id(id);
    }

    @Builtin("next_interpreter_id()")
    static long next() {
        return Interpreters.get().nextId();
    }

    @Builtin("unused_interpreter_id()")
    static long unused() {
        return Long.MAX_VALUE;
    }

    @Builtin("interpreter_exists(id, /)")
    static boolean exists(Object id) {
        return Interpreters.get().findOrNull(Interpreters.id(id)) != null;
    }

    @Builtin("get_interpreter_refcount(id, /)")
    static long references(Object id) {
        return Interpreters.get().find(id).references();
    }

    @Builtin("link_interpreter_refcount(id, /)")
    static void link(Object id) {
        Interpreters.get().find(id).requireReferences(true);
    }

    @Builtin("unlink_interpreter_refcount(id, /)")
    static void unlink(Object id) {
        Interpreters.get().find(id).requireReferences(false);
    }

    @Builtin("interpreter_refcount_linked(id, /)")
    static boolean isLinked(Object id) {
        return Interpreters.get().find(id).endsWithReferences();
    }

    // ---- code ----

    /** ValueError for a function, or code, that needs more than its arguments and builtins. */
    @Builtin("verify_stateless_code(code, globalnames=None)")
    static void verifyStateless(Object o, Object names) {
        SharedCode.checkCode(o);
    }

    @Builtin("code_returns_only_none(code, /)")
    static boolean returnsOnlyNone(Object code) {
        return CodeTraits.returnsOnlyNone((PyCode) code);
    }
}
