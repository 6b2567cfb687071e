package org.jabiru.modules.faulthandler;

import org.jabiru.PythonContext;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.signal.Signals;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/**
 * The functions of {@code faulthandler}. The JVM itself reports what C code does wrong, with its
 * own dump; signals that the process sends itself are reported as CPython does it.
 */
@BuiltinModule("faulthandler")
public final class FaultHandlerModule {
    private static final int LAST_SIGNAL = 64;

    /** SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV. */
    private static final long FATAL = 1L << 4 | 1L << 6 | 1L << 7 | 1L << 8 | 1L << 11;

    /** What one interpreter was asked for. */
    static final class State {
        boolean enabled;
        int fd = 2;
        boolean allThreads = true;
        boolean cStack = true;
        long registered;
        Watchdog watchdog;

        State(PythonContext context) {
            enabled = context.configuration.faultHandler;
        }
    }

    private FaultHandlerModule() {}

    static State state(PythonContext context) {
        return context.state(State.class, () -> new State(context));
    }

    private static State state() {
        return state(PythonContext.get());
    }

    @Builtin("enable(file=<unrepresentable>, all_threads=True, c_stack=True)")
    static void enable(Object file, boolean allThreads, boolean cStack) {
        State state = state();
        state.fd = descriptor(file);
        state.allThreads = allThreads;
        state.cStack = cStack;
        state.enabled = true;
    }

    @Builtin("disable()")
    static boolean disable() {
        boolean was = state().enabled;
        state().enabled = false;
        return was;
    }

    @Builtin("is_enabled()")
    static boolean isEnabled() {
        return state().enabled;
    }

    /** The descriptor of a {@code file} argument. */
    private static int descriptor(Object file) {
        if (file == null || file == Singleton.NONE) {
            Object stderr = PythonContext.get().sys.dict.get("stderr");
            if (stderr == null) {
                throw Errors.runtimeError("unable to get sys.stderr");
            }
            if (stderr == Singleton.NONE) {
                throw Errors.runtimeError("sys.stderr is None");
            }
            file = stderr;
        } else if (Numbers.isIndex(file)) {
            int fd = Args.toInt(file);
            if (fd < 0) {
                throw Errors.valueError("file is not a valid file descriptor");
            }
            return fd;
        }
        Object fd = Call.method(file, "fileno");
        if (!(fd instanceof Long n) || n < 0 || n > Integer.MAX_VALUE) {
            throw Errors.runtimeError("file.fileno() is not a valid file descriptor");
        }
        Call.method(file, "flush");
        return n.intValue();
    }

    @Builtin("dump_traceback(file=<unrepresentable>, all_threads=True)")
    static void dumpTraceback(Object file, boolean allThreads) {
        int fd = descriptor(file);
        String text =
                allThreads
                        ? StackDump.ofAllThreads(PythonContext.get(), Thread.currentThread())
                        : StackDump.HEADING + StackDump.ofThisThread();
        StackDump.write(fd, text);
    }

    /** As CPython where it has no way to see the stack of C: the JVM has none to tell of. */
    @Builtin("dump_c_stack(file=<unrepresentable>)")
    static void dumpCStack(Object file) {
        StackDump.write(descriptor(file), StackDump.NO_C_STACK);
    }

    @Builtin("dump_traceback_later(timeout, repeat=False, file=<unrepresentable>, exit=False)")
    static void dumpTracebackLater(Object timeout, boolean repeat, Object file, boolean exit) {
        double seconds = Args.toDouble(timeout);
        if (!(seconds > 0)) {
            throw Errors.valueError("timeout must be greater than 0");
        }
        int fd = descriptor(file);
        cancelDumpTracebackLater();
        state().watchdog = new Watchdog(PythonContext.get(), seconds, repeat, fd, exit);
    }

    @Builtin("cancel_dump_traceback_later()")
    static void cancelDumpTracebackLater() {
        State state = state();
        if (state.watchdog != null) {
            state.watchdog.cancel();
            state.watchdog = null;
        }
    }

    private static void checkSignal(int signal) {
        if (signal < 1 || signal > LAST_SIGNAL) {
            throw Errors.valueError("signal number out of range");
        }
        if ((FATAL & 1L << signal) != 0) {
            throw Errors.runtimeError(
                    "signal %d cannot be registered, use enable() instead", signal);
        }
    }

    @Builtin("register(signum, file=<unrepresentable>, all_threads=True, chain=False)")
    static void register(int signal, Object file, boolean allThreads, boolean chain) {
        checkSignal(signal);
        int fd = descriptor(file);
        PythonContext context = PythonContext.get();
        Runnable dump =
                () ->
                        StackDump.write(
                                fd,
                                allThreads
                                        ? StackDump.ofAllThreads(context, context.mainThread)
                                        : StackDump.HEADING + StackDump.ofMainThread(context));
        if (!Signals.intercept(context, signal, dump, chain)) {
            throw OsErrors.of(OsErrors.EINVAL);
        }
        state().registered |= 1L << signal;
    }

    @Builtin("unregister(signum, /)")
    static boolean unregister(int signal) {
        checkSignal(signal);
        State state = state();
        boolean was = (state.registered & 1L << signal) != 0;
        if (was) {
            Signals.reinstall(PythonContext.get(), signal);
            state.registered &= ~(1L << signal);
        }
        return was;
    }

    /** Raises SIGSEGV. */
    @Builtin("_sigsegv(release_gil=False, /)")
    static void sigsegv(boolean releaseGil) {
        FatalSignals.end(PythonContext.get(), FatalSignals.SIGSEGV);
    }

    /** As CPython, where the system raises SIGSEGV: nothing is read. */
    @Builtin("_read_null()")
    static void readNull() {
        FatalSignals.end(PythonContext.get(), FatalSignals.SIGSEGV);
    }

    /** Raises SIGABRT. */
    @Builtin("_sigabrt()")
    static void sigabrt() {
        FatalSignals.end(PythonContext.get(), FatalSignals.SIGABRT);
    }

    /** Raises SIGFPE. */
    @Builtin("_sigfpe()")
    static void sigfpe() {
        FatalSignals.end(PythonContext.get(), FatalSignals.SIGFPE);
    }

    /** Ends the process for an error in a thread that is not Python's. */
    @Builtin("_fatal_error_c_thread()")
    static void fatalErrorInThread() {
        FatalSignals.endByError(
                PythonContext.get(), "faulthandler_fatal_error_thread: in new thread");
    }
}
