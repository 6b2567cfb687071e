package org.jabiru.modules.thread;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.modules.signal.Signals;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** The functions of {@code _thread}. */
@BuiltinModule("_thread")
public final class ThreadModule {
    private static final int NAME_MAXLEN = 15;
    private static final int PR_SET_NAME = 15;
    private static final int PR_GET_NAME = 16;
    private static final TruffleString UTF_8 = Str.name("utf-8");

    private static final StructSequenceType EXCEPT_HOOK_ARGS =
            StructSequenceType.of(
                    "_thread._ExceptHookArgs",
                    4,
                    "exc_type",
                    "exc_value",
                    "exc_traceback",
                    "thread");

    private ThreadModule() {}

    /** Adds types and constants. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        d.put("_NAME_MAXLEN", (long) NAME_MAXLEN);
        d.put("error", ExceptionTypes.RuntimeError);
        d.put("lock", LockType.TYPE);
        d.put("LockType", LockType.TYPE);
        d.put("RLock", RLockType.TYPE);
        d.put("_local", LocalType.TYPE);
        d.put("_ThreadHandle", ThreadHandleType.TYPE);
        d.put("_ExceptHookArgs", EXCEPT_HOOK_ARGS.type);
        d.put("TIMEOUT_MAX", Timeout.MAX);
    }

    @Builtin("allocate_lock()")
    static Object allocateLock() {
        return new PyLock(LockType.TYPE);
    }

    @Builtin("allocate()")
    static Object allocate() {
        return allocateLock();
    }

    @Builtin("get_ident()")
    static long getIdent() {
        return Thread.currentThread().threadId();
    }

    @Builtin("get_native_id()")
    static long getNativeId() {
        return Libc.callInt("gettid");
    }

    @Builtin("_get_main_thread_ident()")
    static long mainThreadIdent() {
        return PythonContext.get().mainThread.threadId();
    }

    @Builtin("_is_main_interpreter()")
    static boolean isMainInterpreter() {
        return PythonContext.get().isMainInterpreter();
    }

    @Builtin("daemon_threads_allowed()")
    static boolean daemonThreadsAllowed() {
        return PythonContext.get().configuration.allowDaemonThreads;
    }

    @Builtin("_count()")
    static long count() {
        return PythonThreads.get().count.get();
    }

    @Builtin("stack_size(size=0, /)")
    static long stackSize(long size) {
        if (size < 0) {
            throw Errors.valueError("size must be 0 or a positive value");
        }
        if (size > 0 && size < 32768) {
            throw Errors.valueError("size not valid: %d bytes", size);
        }
        PythonThreads threads = PythonThreads.get();
        long old = threads.stackSize;
        threads.stackSize = size;
        return old;
    }

    @Builtin("exit()")
    static void exit() {
        throw Errors.of(ExceptionTypes.SystemExit);
    }

    @Builtin("exit_thread()")
    static void exitThread() {
        exit();
    }

    @Builtin(value = "interrupt_main(signum=2, /)", shown = "($module, signum=signal.SIGINT, /)")
    static void interruptMain(int signal) {
        Signals.trip(signal);
    }

    @Builtin("set_name(name)")
    static void setName(TruffleString name) {
        Thread.currentThread().setName(Str.java(name));
        // With the bytes that Python wants, of which Linux takes fifteen.
        byte[] encoded = ((PyBytes) Call.method(name, "encode", UTF_8, Str.name("replace"))).value;
        try (NativeMemory memory = new NativeMemory()) {
            int size = Math.min(encoded.length, NAME_MAXLEN);
            Libc.call("prctl", PR_SET_NAME, memory.string(Arrays.copyOf(encoded, size)));
        }
    }

    @Builtin("_get_name()")
    static Object getName() {
        try (NativeMemory memory = new NativeMemory()) {
            long name = memory.allocate(NAME_MAXLEN + 1).address();
            Libc.call("prctl", PR_GET_NAME, name);
            return FsEncoding.decode(NativeMemory.stringAt(name));
        }
    }

    private static boolean isCallable(Object o) {
        return o instanceof JavaCallable || Types.of(o).special().call != null;
    }

    @Builtin(
            value = "start_new_thread(function, args, kwargs=<unrepresentable>, /)",
            shown = "($module, function, args, kwargs={}, /)")
    static long startNewThread(Object function, Object args, Object keywords) {
        if (!isCallable(function)) {
            throw Errors.typeError("first arg must be callable");
        }
        if (!(args instanceof PyTuple positional)) {
            throw Errors.typeError("2nd arg must be a tuple");
        }
        if (keywords != null && !(keywords instanceof PyDict)) {
            throw Errors.typeError("optional 3rd arg must be a dictionary");
        }
        Audit.event(
                "_thread.start_new_thread",
                function,
                args,
                keywords == null ? Singleton.NONE : keywords);
        PyDict named = keywords == null ? new PyDict() : (PyDict) keywords;
        PyThreadHandle handle = new PyThreadHandle();
        PythonThreads.get()
                .start(handle, true, function, () -> call(function, positional.items, named));
        return handle.ident;
    }

    @Builtin(
            value = "start_new(function, args, kwargs=<unrepresentable>, /)",
            shown = "($module, function, args, kwargs={}, /)")
    static long startNew(Object function, Object args, Object keywords) {
        return startNewThread(function, args, keywords);
    }

    private static void call(Object function, Object[] args, PyDict keywords) {
        Object[] all = new Object[args.length + keywords.size()];
        System.arraycopy(args, 0, all, 0, args.length);
        TruffleString[] names = new TruffleString[keywords.size()];
        int n = 0;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            names[n] = (TruffleString) keywords.keyAt(i);
            all[args.length + n++] = keywords.valueAt(i);
        }
        Call.call(function, all, n == 0 ? null : names);
    }

    @Builtin("start_joinable_thread(function, handle=None, daemon=True)")
    static Object startJoinableThread(Object function, Object given, boolean daemon) {
        if (!isCallable(function)) {
            throw Errors.typeError("thread function must be callable");
        }
        Audit.event("_thread.start_joinable_thread", function, daemon ? 1L : 0L, given);
        PyThreadHandle handle;
        if (given == Singleton.NONE) {
            handle = new PyThreadHandle();
        } else if (given instanceof PyThreadHandle h) {
            handle = h;
        } else {
            throw Errors.typeError("'handle' must be a _ThreadHandle");
        }
        if (daemon && !daemonThreadsAllowed()) {
            throw Errors.runtimeError("daemon threads are disabled in this interpreter");
        }
        if (handle.started) {
            throw Errors.runtimeError("thread already started");
        }
        PythonThreads.get().start(handle, daemon, function, () -> Call.call(function));
        return handle;
    }

    @Builtin("_make_thread_handle(ident, /)")
    static Object makeThreadHandle(long ident) {
        PyThreadHandle handle = new PyThreadHandle();
        handle.ident = ident;
        handle.started = true;
        return handle;
    }

    @Builtin("_shutdown()")
    static void shutdown() {
        PythonThreads.get().joinAll();
    }

    @Builtin("_excepthook(args, /)")
    static void excepthook(Object arguments) {
        if (!(arguments instanceof PyStructSequence a) || a.type() != EXCEPT_HOOK_ARGS.type) {
            throw Errors.typeError("_thread._excepthook argument type must be ExceptHookArgs");
        }
        if (a.get(0) == ExceptionTypes.SystemExit) {
            return;
        }
        Object thread = a.get(3);
        Object name =
                thread == Singleton.NONE ? (Object) getIdent() : Attributes.get(thread, "_name");
        SysHooks.writeError("Exception in thread " + Str.java(Repr.str(name)) + ":\n");
        if (a.get(1) instanceof PyBaseException e) {
            SysHooks.print(e);
        }
    }
}
