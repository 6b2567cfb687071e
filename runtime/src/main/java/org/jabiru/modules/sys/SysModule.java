package org.jabiru.modules.sys;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.function.PyGetSetDescriptor;
import org.jabiru.builtins.ints.IntText;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.bytecode.Tracing;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.posix.PathArgument;
import org.jabiru.modules.signal.RemoteScripts;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Warnings;

/** The functions of {@code sys}, but for the hooks ({@link SysHooks}). */
@BuiltinModule("sys")
public final class SysModule {
    /** What CPython reports for objects that it does not count. */
    private static final long IMMORTAL = 3L << 30;

    /** The ints that CPython makes once. */
    private static final long SMALLEST = -5;

    private static final long LARGEST = 1024;

    private SysModule() {}

    // ---- exceptions ----

    @Builtin("exc_info()")
    static Object excInfo() {
        PyBaseException e = PythonContext.get().threadState().handledException();
        return e == null
                ? PyTuple.of(Singleton.NONE, Singleton.NONE, Singleton.NONE)
                : PyTuple.of(e.type(), e, e.traceback == null ? Singleton.NONE : e.traceback);
    }

    @Builtin("exception()")
    static Object exception() {
        PyBaseException e = PythonContext.get().threadState().handledException();
        return e == null ? Singleton.NONE : e;
    }

    @Builtin("exit(status=None, /)")
    static Object exit(Object status) {
        if (status == Singleton.NONE) {
            throw Errors.of(ExceptionTypes.SystemExit);
        }
        // A tuple gives the arguments, as where C code sets an exception.
        throw Errors.of(
                ExceptionTypes.SystemExit,
                status instanceof PyTuple t ? t.items : new Object[] {status});
    }

    @Builtin("is_finalizing()")
    static boolean isFinalizing() {
        return SysState.get().finalizing;
    }

    // ---- strings and encodings ----

    @Builtin("intern(string, /)")
    public static Object intern(Object string) {
        if (string instanceof TruffleString s) {
            TruffleString shared = Str.sharedOrNull(s);
            TruffleString first = shared == null ? s : shared;
            TruffleString known = SysState.get().interned.putIfAbsent(s, first);
            return known == null ? first : known;
        }
        throw Errors.typeError(
                Str.valueOrNull(string) == null
                        ? "intern() argument must be str, not " + Types.nameForMessage(string)
                        : "can't intern " + Types.of(string).name());
    }

    @Builtin("_is_interned(string, /)")
    static boolean isInterned(TruffleString string) {
        int length = Str.length(string);
        // CPython: the empty str and those of one character of Latin-1 always are.
        return length == 0
                || length == 1 && Str.codePointAt(string, 0) < 256
                || SysState.get().interned.get(string) == string;
    }

    @Builtin("getunicodeinternedsize(*, _only_immortal=False)")
    static long internedSize(boolean onlyImmortal) {
        return SysState.get().interned.size();
    }

    @Builtin("getdefaultencoding()")
    static Object defaultEncoding() {
        return Str.name("utf-8");
    }

    @Builtin("getfilesystemencoding()")
    static Object fileSystemEncoding() {
        return Str.name("utf-8");
    }

    @Builtin("getfilesystemencodeerrors()")
    static Object fileSystemEncodeErrors() {
        return Str.name("surrogateescape");
    }

    // ---- limits ----

    @Builtin("getrecursionlimit()")
    static long recursionLimit() {
        return PythonContext.get().recursionLimit;
    }

    @Builtin("setrecursionlimit(limit, /)")
    static void setRecursionLimit(int limit) {
        if (limit < 1) {
            throw Errors.valueError("recursion limit must be greater or equal than 1");
        }
        ThreadState thread = PythonContext.get().threadState();
        if (thread.depth >= limit) {
            throw Errors.raise(
                    ExceptionTypes.RecursionError,
                    "cannot set the recursion limit to %d at the recursion depth %d: the limit is"
                            + " too low",
                    limit,
                    thread.depth);
        }
        PythonContext.get().recursionLimit = limit;
    }

    @Builtin("get_int_max_str_digits()")
    static long intMaxStrDigits() {
        return IntText.maxDigits();
    }

    @Builtin("set_int_max_str_digits(maxdigits)")
    static void setIntMaxStrDigits(int digits) {
        if (digits != 0 && digits < 640) {
            throw Errors.valueError("maxdigits must be >= 640 or 0 for unlimited");
        }
        IntText.setMaxDigits(digits);
    }

    // ---- memory ----

    @Builtin(value = "getsizeof(object, default=<unrepresentable>)", shown = "none")
    static Object getSizeOf(Object object, Object missing) {
        try {
            Object result = Call.specialOrNull(object, "__sizeof__");
            if (result == null) {
                throw Errors.typeError(
                        "Type %s doesn't define __sizeof__", Types.of(object).name());
            }
            Object size = Numbers.index(result);
            if (size instanceof BigInteger) {
                throw Errors.overflowError("Python int too large to convert to C ssize_t");
            }
            if ((Long) size < 0) {
                throw Errors.valueError("__sizeof__() should return >= 0");
            }
            return Numbers.binary(
                    BinaryOp.ADD, size, (long) TypeLayout.headerSize(Types.of(object)));
        } catch (PyException e) {
            if (missing != null && e.is(ExceptionTypes.TypeError)) {
                return missing;
            }
            throw e;
        }
    }

    /**
     * CPython: the reference count; here: objects have none, and 2 is what a caller expects least.
     * References that C has are counted.
     */
    @Builtin("getrefcount(object, /)")
    static long getRefCount(Object object) {
        if (isImmortal(object)) {
            return IMMORTAL;
        }
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        return extensions != null && object instanceof PyObject o
                ? 2 + extensions.nativeReferences(o)
                : 2;
    }

    @Builtin("getallocatedblocks()")
    static long allocatedBlocks() {
        return 0;
    }

    @Builtin("_is_immortal(op, /)")
    static boolean isImmortal(Object op) {
        // Values that are one object wherever they come from, as CPython's small ints are.
        return op instanceof Singleton
                || op instanceof Boolean
                || op instanceof Long l && l >= SMALLEST && l <= LARGEST;
    }

    @Builtin("_clear_type_cache()")
    static void clearTypeCache() {
        Warnings.warn(
                ExceptionTypes.DeprecationWarning,
                "sys._clear_type_cache() is deprecated and may be removed in a future version of"
                        + " Python. Use sys._clear_internal_caches() instead.",
                1);
    }

    @Builtin(
            value = "_clear_type_descriptors(type, /)",
            doc = "Removes __dict__ and __weakref__ from a class, for dataclasses with slots.")
    static void clearTypeDescriptors(PyType type) {
        if (!type.isHeapType()) {
            throw Errors.typeError("argument is immutable");
        }
        for (String name : new String[] {"__dict__", "__weakref__"}) {
            if (type.namespace().get(Str.name(name)) instanceof PyGetSetDescriptor) {
                type.setAttribute(Str.name(name), null);
            }
        }
    }

    @Builtin("_clear_internal_caches()")
    static void clearInternalCaches() {}

    @Builtin("_debugmallocstats()")
    static void debugMallocStats() {}

    // ---- threads ----

    @Builtin("getswitchinterval()")
    static double switchInterval() {
        return PythonContext.get().gil.interval / 1e9;
    }

    @Builtin("setswitchinterval(interval, /)")
    static void setSwitchInterval(double interval) {
        if (!(interval > 0)) {
            throw Errors.valueError("switch interval must be strictly positive");
        }
        PythonContext.get().gil.setInterval(interval);
    }

    @Builtin("_is_gil_enabled()")
    static boolean isGilEnabled() {
        return true;
    }

    @Builtin("_get_cpu_count_config()")
    static long cpuCountConfig() {
        return PythonContext.get().configuration.cpuCount;
    }

    // ---- tracing ----

    @Builtin("settrace(function, /)")
    static void setTrace(Object function) {
        SysHooks.audit("sys.settrace");
        Tracing.setTrace(thread(), function == Singleton.NONE ? null : function);
    }

    private static ThreadState thread() {
        return PythonContext.get().threadState();
    }

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin("_settraceallthreads(function, /)")
    static void setTraceAllThreads(Object function) {
        setTrace(function);
    }

    @Builtin("gettrace()")
    static Object getTrace() {
        return orNone(thread().traceFunction);
    }

    @Builtin("setprofile(function, /)")
    static void setProfile(Object function) {
        SysHooks.audit("sys.setprofile");
        Tracing.setProfile(thread(), function == Singleton.NONE ? null : function);
    }

    @Builtin("_setprofileallthreads(function, /)")
    static void setProfileAllThreads(Object function) {
        setProfile(function);
    }

    @Builtin("getprofile()")
    static Object getProfile() {
        return orNone(thread().profileFunction);
    }

    @Builtin("call_tracing(func, args, /)")
    static Object callTracing(Object func, PyTuple args) {
        ThreadState thread = thread();
        boolean before = thread.inTrace;
        thread.inTrace = false;
        try {
            return Call.call(func, args.items);
        } finally {
            thread.inTrace = before;
        }
    }

    @Builtin("is_stack_trampoline_active()")
    static boolean isStackTrampolineActive() {
        return false;
    }

    @Builtin("activate_stack_trampoline(backend, /)")
    static void activateStackTrampoline(TruffleString backend) {
        throw Errors.valueError("perf trampoline not available");
    }

    @Builtin("deactivate_stack_trampoline()")
    static void deactivateStackTrampoline() {}

    @Builtin("is_remote_debug_enabled()")
    static boolean isRemoteDebugEnabled() {
        return RemoteScripts.areEnabled();
    }

    @Builtin("remote_exec(pid, script)")
    static void remoteExec(int pid, Object script) {
        byte[] path = PathArgument.encoded(script);
        SysHooks.audit("sys.remote_exec", (long) pid, script);
        RemoteScripts.send(pid, path);
    }

    // ---- coroutines and asynchronous generators ----

    @Builtin("set_coroutine_origin_tracking_depth(depth)")
    static void setOriginDepth(int depth) {
        if (depth < 0) {
            throw Errors.valueError("depth must be >= 0");
        }
        thread().coroutineOriginDepth = depth;
    }

    @Builtin("get_coroutine_origin_tracking_depth()")
    static long originDepth() {
        return thread().coroutineOriginDepth;
    }

    @Builtin("get_asyncgen_hooks()")
    static Object asyncGenHooks() {
        ThreadState s = PythonContext.get().threadState();
        return SysInfo.ASYNCGEN_HOOKS.make(s.asyncGenFirstIter, s.asyncGenFinalizer);
    }

    @Builtin(
            value = "set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)",
            shown = "none")
    static void setAsyncGenHooks(Object firstIter, Object finalizer) {
        ThreadState s = PythonContext.get().threadState();
        checkHook(firstIter, "firstiter");
        checkHook(finalizer, "finalizer");
        if (finalizer != null) {
            SysHooks.audit("sys.set_asyncgen_hook_finalizer");
        }
        if (firstIter != null) {
            SysHooks.audit("sys.set_asyncgen_hook_firstiter");
        }
        s.asyncGenFinalizer = finalizer == null ? s.asyncGenFinalizer : finalizer;
        s.asyncGenFirstIter = firstIter == null ? s.asyncGenFirstIter : firstIter;
    }

    private static void checkHook(Object hook, String name) {
        if (hook != null
                && hook != Singleton.NONE
                && Types.of(hook).special().call == null
                && !(hook instanceof JavaCallable)) {
            throw Errors.typeError("callable %s expected, got %s", name, Types.of(hook).name());
        }
    }

    // ---- extensions ----

    @Builtin("getdlopenflags()")
    static long dlopenFlags() {
        return SysState.get().dlopenFlags;
    }

    @Builtin("setdlopenflags(flags, /)")
    static void setDlopenFlags(int flags) {
        SysState.get().dlopenFlags = flags;
    }
}
