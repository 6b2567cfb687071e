package org.jabiru.modules.imp;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import org.jabiru.Gil;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.MemoryViewType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.CodeCache;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.imports.FrozenModules;
import org.jabiru.modules.BuiltinModules;
import org.jabiru.modules.ModuleDefinition;
import org.jabiru.modules.marshal.MarshalModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Repr;

/** The functions of {@code _imp}. */
@BuiltinModule("_imp")
public final class ImpModule {
    private static final class State {
        final ReentrantLock lock = new ReentrantLock();

        /** Of the main interpreter, and of those that share its lock. */
        ExtensionLoader loader;

        long multiInterpreterOverride;
    }

    private ImpModule() {}

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    /** Adds the constants. */
    public static void initialize(PyModule module) {
        module.dict.put(
                "check_hash_based_pycs",
                Str.of(PythonContext.get().configuration.checkHashBasedPycs));
        module.dict.put("pyc_magic_number_token", CodeCache.MAGIC);
    }

    // ---- builtin modules ----

    @Builtin("is_builtin(name, /)")
    static long isBuiltin(TruffleString name) {
        String n = Str.java(name);
        if (!BuiltinModules.contains(n)) {
            return 0;
        }
        // CPython: sys and builtins cannot be made again.
        return n.equals("sys") || n.equals("builtins") ? -1 : 1;
    }

    @Builtin("create_builtin(spec, /)")
    static Object createBuiltin(Object spec) {
        TruffleString name = nameOf(spec);
        ModuleDefinition definition = BuiltinModules.find(Str.java(name));
        if (definition == null) {
            return Singleton.NONE;
        }
        PythonContext context = PythonContext.get();
        if (Str.equal(name, Str.name("sys"))) {
            return context.sys;
        }
        if (Str.equal(name, Str.name("builtins"))) {
            return context.builtins;
        }
        return definition.create(Str.java(name));
    }

    @Builtin("exec_builtin(mod, /)")
    static long execBuiltin(Object module) {
        if (module instanceof PyModule m) {
            TruffleString name = Str.valueOrNull(m.dict.get("__name__"));
            PythonContext context = PythonContext.get();
            ModuleDefinition definition = name == null ? null : BuiltinModules.find(Str.java(name));
            if (definition != null && m != context.sys && m != context.builtins) {
                definition.execute(m);
            }
        }
        return 0;
    }

    private static TruffleString nameOf(Object spec) {
        TruffleString name = Str.valueOrNull(Attributes.get(spec, "name"));
        if (name == null) {
            throw Errors.typeError("name must be string");
        }
        return name;
    }

    // ---- frozen modules ----

    @Builtin("is_frozen(name, /)")
    static boolean isFrozen(TruffleString name) {
        return FrozenModules.find(Str.java(name)) != null;
    }

    @Builtin("is_frozen_package(name, /)")
    static boolean isFrozenPackage(TruffleString name) {
        return requireFrozen(name).isPackage();
    }

    @Builtin("find_frozen(name, /, *, withdata=False)")
    static Object findFrozen(TruffleString name, boolean withData) {
        FrozenModules.Frozen found = FrozenModules.find(Str.java(name));
        return found == null
                ? Singleton.NONE
                : PyTuple.of(
                        withData ? frozenData(found) : Singleton.NONE,
                        found.isPackage(),
                        Str.of(found.origin()));
    }

    private static Object frozenData(FrozenModules.Frozen module) {
        return MemoryViewType.of(
                ByteArguments.bytes(MarshalModule.dump(FrozenModules.code(module))), 0);
    }

    @Builtin("get_frozen_object(name, data=None, /)")
    static Object getFrozenObject(TruffleString name, Object data) {
        if (data == Singleton.NONE) {
            return FrozenModules.code(requireFrozen(name));
        }
        Object code;
        try {
            code = MarshalModule.load(ByteArguments.read(data), 0);
        } catch (PyException e) {
            throw Errors.of(
                    ExceptionTypes.ImportError,
                    Str.of("Frozen object named " + Str.java(Repr.repr(name)) + " is invalid"));
        }
        if (!(code instanceof PyCode)) {
            throw Errors.typeError("frozen object %s is not a code object", Repr.repr(name));
        }
        return code;
    }

    @Builtin("init_frozen(name, /)")
    static Object initFrozen(TruffleString name) {
        return Singleton.NONE;
    }

    @Builtin("_frozen_module_names()")
    static Object frozenModuleNames() {
        PyList out = new PyList();
        for (String name : FrozenModules.names()) {
            out.append(Str.name(name));
        }
        return out;
    }

    private static FrozenModules.Frozen requireFrozen(TruffleString name) {
        FrozenModules.Frozen found = FrozenModules.find(Str.java(name));
        if (found == null) {
            throw Errors.of(
                    ExceptionTypes.ImportError,
                    Str.of("No such frozen object named " + Str.java(Repr.repr(name))));
        }
        return found;
    }

    @Builtin("_override_frozen_modules_for_tests(override, /)")
    static void overrideFrozenModules(long override) {
        FrozenModules.override(override);
    }

    // ---- extension modules ----

    @Builtin("extension_suffixes()")
    static Object extensionSuffixes() {
        return new PyList(
                new Object[] {
                    Str.name(".cpython-314-x86_64-linux-gnu.so"),
                    Str.name(".abi3.so"),
                    Str.name(".so")
                });
    }

    /** The loader of extension modules. */
    @TruffleBoundary
    public static ExtensionLoader loader(TruffleString moduleName) {
        State state = PythonContext.get().mainInterpreter.state(State.class, State::new);
        if (state.loader == null) {
            Iterator<ExtensionLoader> found =
                    ServiceLoader.load(ExtensionLoader.class, ImpModule.class.getClassLoader())
                            .iterator();
            if (!found.hasNext()) {
                throw extensionsNotSupported(moduleName);
            }
            state.loader = found.next();
        }
        return state.loader;
    }

    /**
     * The same, or null as long as no extension module was asked for, and where none can be loaded.
     */
    public static ExtensionLoader loaderOrNull() {
        return loaderOrNull(PythonContext.get());
    }

    /** The same for an interpreter that may not be the current one. */
    public static ExtensionLoader loaderOrNull(PythonContext context) {
        State state =
                context.hasMainGil() ? context.mainInterpreter.stateOrNull(State.class) : null;
        return state == null ? null : state.loader;
    }

    private static PyException extensionsNotSupported(TruffleString moduleName) {
        return Errors.of(
                ExceptionTypes.ImportError,
                Str.of(
                        "cannot load the extension module '"
                                + Str.java(moduleName)
                                + "': the C-API part of Jabiru (capi-emulation) is not"
                                + " installed"));
    }

    @Builtin("create_dynamic(spec, file=<unrepresentable>, /)")
    static Object createDynamic(Object spec, Object file) {
        Object origin = Attributes.get(spec, "origin");
        for (Object text : new Object[] {nameOf(spec), origin}) {
            TruffleString s = Str.valueOrNull(text);
            if (s != null && s.indexOfCodePointUncached(0, 0, Str.length(s), Str.UTF_32) >= 0) {
                throw Errors.valueError("embedded null character");
            }
        }
        if (!PythonContext.get().hasMainGil()) {
            // CPython: those that say so can be loaded; here: none, as the C library is used under
            // the main interpreter's lock.
            throw Errors.of(
                    ExceptionTypes.ImportError,
                    Str.of(
                            "module "
                                    + Str.java(Repr.str(nameOf(spec)))
                                    + " does not support loading in subinterpreters"));
        }
        return loader(nameOf(spec)).create(spec);
    }

    @Builtin("exec_dynamic(mod, /)")
    static long execDynamic(Object module) {
        if (module instanceof PyModule m) {
            loader(Str.name("")).execute(m);
        }
        return 0;
    }

    /** What {@link #overrideMultiInterpreterCheck} was told last; 0 for nothing. */
    public static long multiInterpreterOverride(PythonContext context) {
        State state = context.stateOrNull(State.class);
        return state == null ? 0 : state.multiInterpreterOverride;
    }

    @Builtin("_override_multi_interp_extensions_check(override, /)")
    static long overrideMultiInterpreterCheck(long override) {
        State state = state();
        long old = state.multiInterpreterOverride;
        state.multiInterpreterOverride = override;
        return old;
    }

    // ---- the global import lock ----

    @Builtin("acquire_lock()")
    static void acquireLock() {
        ReentrantLock lock = state().lock;
        if (!lock.tryLock()) {
            boolean released = Gil.releaseIfHeld();
            lock.lock();
            if (released) {
                Gil.acquireCurrent();
            }
        }
    }

    @Builtin("release_lock()")
    static void releaseLock() {
        ReentrantLock lock = state().lock;
        if (!lock.isHeldByCurrentThread()) {
            throw Errors.runtimeError("not holding the import lock");
        }
        lock.unlock();
    }

    @Builtin("lock_held()")
    static boolean lockHeld() {
        return state().lock.isLocked();
    }

    // ---- cached code ----

    @Builtin("source_hash(key, source)")
    static Object sourceHash(long key, Object source) {
        return ByteArguments.bytes(SourceHash.of(key, ByteArguments.read(source)));
    }

    @Builtin("_fix_co_filename(code, path, /)")
    static void fixFileName(PyCode code, TruffleString path) {
        code.moved(path);
    }
}
