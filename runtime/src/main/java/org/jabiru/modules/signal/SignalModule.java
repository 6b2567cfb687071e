package org.jabiru.modules.signal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.modules.thread.PythonThreads;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Builtins;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** The functions of {@code _signal}. */
@BuiltinModule("_signal")
public final class SignalModule {
    private static final String NUMBERS =
            "SIGHUP=1 SIGINT=2 SIGQUIT=3 SIGILL=4 SIGTRAP=5 SIGABRT=6 SIGIOT=6 SIGBUS=7 SIGFPE=8"
                    + " SIGKILL=9 SIGUSR1=10 SIGSEGV=11 SIGUSR2=12 SIGPIPE=13 SIGALRM=14"
                    + " SIGTERM=15 SIGSTKFLT=16 SIGCHLD=17 SIGCLD=17 SIGCONT=18 SIGSTOP=19"
                    + " SIGTSTP=20 SIGTTIN=21 SIGTTOU=22 SIGURG=23 SIGXCPU=24 SIGXFSZ=25"
                    + " SIGVTALRM=26 SIGPROF=27 SIGWINCH=28 SIGIO=29 SIGPOLL=29 SIGPWR=30"
                    + " SIGSYS=31 SIGRTMIN=34 SIGRTMAX=64 NSIG=65 SIG_DFL=0 SIG_IGN=1 SIG_BLOCK=0"
                    + " SIG_UNBLOCK=1 SIG_SETMASK=2 ITIMER_REAL=0 ITIMER_VIRTUAL=1 ITIMER_PROF=2";

    private static final int F_GETFL = 3;
    private static final int SYS_PIDFD_SEND_SIGNAL = 424;
    private static final int O_NONBLOCK = 0x800;

    private static final StructSequenceType SIGINFO =
            StructSequenceType.of(
                    "signal.struct_siginfo",
                    7,
                    "si_signo",
                    "si_code",
                    "si_errno",
                    "si_pid",
                    "si_uid",
                    "si_status",
                    "si_band");

    private SignalModule() {}

    /** Adds the constants and types. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        for (String constant : NUMBERS.split(" ")) {
            int equals = constant.indexOf('=');
            d.put(
                    Str.of(constant.substring(0, equals)),
                    Long.parseLong(constant, equals + 1, constant.length(), 10));
        }
        d.put("ItimerError", itimerErrorType());
        d.put("struct_siginfo", SIGINFO.type);
        PythonContext context = PythonContext.get();
        PythonThreads.get().register();
        Signals.initialize(context, d.get("default_int_handler"));
    }

    @Builtin("default_int_handler(signalnum, frame, /)")
    static Object defaultIntHandler(Object number, Object frame) {
        throw Errors.of(ExceptionTypes.KeyboardInterrupt);
    }

    private static int checked(int number) {
        if (number < 1 || number >= SignalState.COUNT) {
            throw Errors.valueError("signal number out of range");
        }
        return number;
    }

    @Builtin("signal(signalnum, handler, /)")
    static Object signal(int number, Object handler) {
        PythonContext context = PythonContext.get();
        if (!Signals.areHandledHere(context)) {
            throw Errors.valueError("signal only works in main thread of the main interpreter");
        }
        checked(number);
        Object kept = handler;
        Object action = Numbers.isIndex(handler) ? Numbers.index(handler) : null;
        if (action != null && (action.equals(0L) || action.equals(1L))) {
            kept = action;
        } else if (!(handler instanceof JavaCallable) && Types.of(handler).special().call == null) {
            throw Errors.typeError(
                    "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable"
                            + " object");
        }
        SignalState state = SignalState.of(context);
        Signals.install(context, number, kept);
        Object old = state.handlers[number];
        state.handlers[number] = kept;
        return old;
    }

    @Builtin("getsignal(signalnum, /)")
    static Object getSignal(int number) {
        return SignalState.of(PythonContext.get()).handlers[checked(number)];
    }

    @Builtin("strsignal(signalnum, /)")
    static Object strSignal(int number) {
        checked(number);
        long text = Libc.call("strsignal", number);
        return text == 0 ? Singleton.NONE : FsEncoding.decode(NativeMemory.stringAt(text));
    }

    @Builtin("raise_signal(signalnum, /)")
    static void raiseSignal(int number) {
        if (Signals.sendToThisProcess(number, () -> Libc.callInt("raise", number)) != 0) {
            throw OsErrors.last();
        }
        Signals.poll();
    }

    @Builtin("pthread_kill(thread_id, signalnum, /)")
    static void pthreadKill(long thread, int number) {
        SysHooks.audit("signal.pthread_kill", thread, (long) number);
        int error = Libc.callInt("pthread_kill", PythonThreads.get().pthread(thread), number);
        if (error != 0) {
            throw OsErrors.of(error);
        }
        Signals.poll();
    }

    @Builtin("pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)")
    static void pidfdSendSignal(int fd, int number, Object info, int flags) {
        if (info != Singleton.NONE) {
            throw Errors.typeError("siginfo must be None");
        }
        boolean own = Signals.isForSender(number) && isOwnPidfd(fd);
        // Number 0 only asks whether it may be sent.
        if (Libc.call("syscall", SYS_PIDFD_SEND_SIGNAL, fd, own ? 0 : number, 0, flags, 0) != 0
                || own && Signals.raise(number) != 0) {
            throw OsErrors.last();
        }
        Signals.poll();
    }

    /** Whether a descriptor of pidfd_open, or of a folder in /proc, stands for this process. */
    private static boolean isOwnPidfd(int fd) {
        long pid = ProcessHandle.current().pid();
        try {
            Path opened = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd));
            if (opened.equals(Path.of("/proc/" + pid))) {
                return true;
            }
            return Files.readString(Path.of("/proc/self/fdinfo/" + fd))
                    .contains("\nPid:\t" + pid + "\n");
        } catch (IOException e) {
            return false;
        }
    }

    @Builtin("alarm(seconds, /)")
    static long alarm(int seconds) {
        return Libc.callInt("alarm", seconds);
    }

    @Builtin("pause()")
    static void pause() {
        Libc.blocking("pause", 0, 0, 0, 0);
        Signals.poll();
    }

    @Builtin("set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)")
    static long setWakeupFd(int fd, boolean warn) {
        PythonContext context = PythonContext.get();
        if (!Signals.areHandledHere(context)) {
            throw Errors.valueError(
                    "set_wakeup_fd only works in main thread of the main interpreter");
        }
        if (fd != -1) {
            int flags = Libc.callInt("fcntl", fd, F_GETFL, 0);
            if (flags < 0) {
                throw OsErrors.last();
            }
            if ((flags & O_NONBLOCK) == 0) {
                throw Errors.valueError("the fd %d must be in non-blocking mode", fd);
            }
        }
        SignalState state = SignalState.of(context);
        int old = state.wakeupFd;
        state.wakeupFd = fd;
        Libc.call("jabiru_signal_wakeup", fd, warn ? 0 : 1);
        return old;
    }

    @Builtin("siginterrupt(signalnum, flag, /)")
    static void sigInterrupt(int number, boolean flag) {
        checked(number);
        if (Libc.callInt("jabiru_signal_restart", number, flag ? 0 : 1) != 0) {
            throw OsErrors.last();
        }
    }

    @Builtin("setitimer(which, seconds, interval=0.0, /)")
    static Object setITimer(int which, double seconds, double interval) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment wanted = memory.allocate(32);
            MemorySegment old = memory.allocate(32);
            put(wanted, 0, interval);
            put(wanted, 16, seconds);
            if (Libc.callInt("setitimer", which, wanted.address(), old.address()) != 0) {
                throw itimerError();
            }
            return PyTuple.of(seconds(old, 16), seconds(old, 0));
        }
    }

    @Builtin("getitimer(which, /)")
    static Object getITimer(int which) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment old = memory.allocate(32);
            if (Libc.callInt("getitimer", which, old.address()) != 0) {
                throw itimerError();
            }
            return PyTuple.of(seconds(old, 16), seconds(old, 0));
        }
    }

    private record State(PyType itimerError) {}

    /** {@code signal.ItimerError}. */
    private static PyType itimerErrorType() {
        return PythonContext.get()
                .state(
                        State.class,
                        () ->
                                new State(
                                        NewException.of(
                                                "signal", "ItimerError", ExceptionTypes.OSError)))
                .itimerError();
    }

    private static PyException itimerError() {
        int errno = Libc.errno();
        return Errors.of(itimerErrorType(), (long) errno, OsErrors.strerror(errno));
    }

    private static void put(MemorySegment s, long at, double seconds) {
        s.set(ValueLayout.JAVA_LONG, at, (long) Math.floor(seconds));
        s.set(
                ValueLayout.JAVA_LONG,
                at + 8,
                (long) Math.ceil((seconds - Math.floor(seconds)) * 1e6));
    }

    private static double seconds(MemorySegment s, long at) {
        return s.get(ValueLayout.JAVA_LONG, at) + s.get(ValueLayout.JAVA_LONG, at + 8) / 1e6;
    }

    @Builtin("valid_signals()")
    static Object validSignals() {
        PyList all = new PyList();
        for (long i = 1; i < SignalState.COUNT; i++) {
            if (i < 32 || i > 33) {
                all.append(i);
            }
        }
        return Call.call(Builtins.get("set"), all);
    }

    private static MemorySegment set(NativeMemory memory, Object numbers) {
        MemorySegment set = memory.allocate(128);
        for (Object number : Iteration.toArray(numbers)) {
            Object index = Numbers.index(number);
            if (!(index instanceof Long n) || n < 1 || n >= SignalState.COUNT) {
                throw Errors.valueError(
                        "signal number %s out of range [1; %d]", index, SignalState.COUNT - 1);
            }
            Libc.call("sigaddset", set.address(), n);
        }
        return set;
    }

    @Builtin("pthread_sigmask(how, mask, /)")
    static Object pthreadSigMask(int how, Object mask) {
        SysHooks.audit("signal.pthread_sigmask", (long) how, mask);
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment wanted = set(memory, mask);
            MemorySegment old = memory.allocate(128);
            int error = Libc.callInt("pthread_sigmask", how, wanted.address(), old.address());
            if (error != 0) {
                throw OsErrors.of(error);
            }
            Signals.poll();
            return setOf(old);
        }
    }

    @Builtin("sigwait(sigset, /)")
    static long sigWait(Object numbers) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment number = memory.allocate(4);
            long wanted = set(memory, numbers).address();
            int error = (int) Libc.blocking("sigwait", wanted, number.address(), 0, 0);
            if (error != 0) {
                throw OsErrors.of(error);
            }
            return number.get(ValueLayout.JAVA_INT, 0);
        }
    }

    @Builtin("sigwaitinfo(sigset, /)")
    static Object sigWaitInfo(Object numbers) {
        return waitInfo(numbers, -1);
    }

    @Builtin("sigtimedwait(sigset, timeout, /)")
    static Object sigTimedWait(Object numbers, double timeout) {
        if (timeout < 0) {
            throw Errors.valueError("timeout must be non-negative");
        }
        return waitInfo(numbers, (long) Math.ceil(timeout * 1e9));
    }

    /** Waits so many nanoseconds (-1: for ever); None when the time is over. */
    private static Object waitInfo(Object numbers, long nanos) {
        long end = System.nanoTime() + nanos;
        try (NativeMemory memory = new NativeMemory()) {
            long wanted = set(memory, numbers).address();
            MemorySegment info = memory.allocate(128);
            MemorySegment time = memory.allocate(16);
            while (true) {
                long left = Math.max(0, end - System.nanoTime());
                time.set(ValueLayout.JAVA_LONG, 0, left / 1_000_000_000L);
                time.set(ValueLayout.JAVA_LONG, 8, left % 1_000_000_000L);
                int number =
                        (int)
                                Libc.blocking(
                                        "sigtimedwait",
                                        wanted,
                                        info.address(),
                                        nanos < 0 ? 0 : time.address(),
                                        0);
                int error = Libc.errno();
                if (number >= 0) {
                    return details(info);
                }
                if (error == OsErrors.EAGAIN) {
                    return Singleton.NONE;
                }
                if (error != OsErrors.EINTR) {
                    throw OsErrors.of(error);
                }
                Signals.poll();
            }
        }
    }

    private static Object details(MemorySegment info) {
        return SIGINFO.make(
                (long) info.get(ValueLayout.JAVA_INT, 0),
                (long) info.get(ValueLayout.JAVA_INT, 8),
                (long) info.get(ValueLayout.JAVA_INT, 4),
                (long) info.get(ValueLayout.JAVA_INT, 16),
                (long) info.get(ValueLayout.JAVA_INT, 20),
                (long) info.get(ValueLayout.JAVA_INT, 24),
                info.get(ValueLayout.JAVA_LONG, 16));
    }

    @Builtin("sigpending()")
    static Object sigPending() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment set = memory.allocate(128);
            if (Libc.callInt("sigpending", set.address()) != 0) {
                throw OsErrors.last();
            }
            return setOf(set);
        }
    }

    private static Object setOf(MemorySegment set) {
        PyList members = new PyList();
        for (long i = 1; i < SignalState.COUNT; i++) {
            if (Libc.callInt("sigismember", set.address(), i) == 1) {
                members.append(i);
            }
        }
        return Call.call(Builtins.get("set"), members);
    }
}
