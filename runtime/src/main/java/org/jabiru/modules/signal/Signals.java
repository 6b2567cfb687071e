package org.jabiru.modules.signal;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.ThreadLocalAction;
import java.util.function.IntSupplier;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.imports.Imports;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.faulthandler.FatalSignals;
import org.jabiru.modules.thread.Blocking;
import org.jabiru.modules.thread.PythonThreads;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Unraisable;

/**
 * Signals that have arrived and whose Python handlers are still to be called.
 *
 * <p>A handler in C ({@code signals.c}) notes the signal, wakes a thread of ours through a pipe,
 * and interrupts the main thread's system call. The thread has the main thread call the Python
 * handler at its next safepoint; system calls that were interrupted do it themselves.
 */
public final class Signals {
    private static final int SIGHUP = 1;
    private static final int SIGINT = 2;
    private static final int SIGILL = 4;
    private static final int SIGTRAP = 5;
    private static final int SIGBUS = 7;
    private static final int SIGFPE = 8;
    private static final int SIGSEGV = 11;
    private static final int SIGPIPE = 13;
    private static final int SIGTERM = 15;
    private static final int SIGXFSZ = 25;

    /** Those that a thread gets for what it does itself. */
    private static final int[] FAULTS = {SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV};

    // What jabiru_signal_set takes.
    private static final int DEFAULT = 0;
    private static final int IGNORE = 1;
    private static final int OURS = 2;

    private static final int O_CLOEXEC = 0x80000;

    /** No signal: what is written to the pipe to end the thread that reads it. */
    private static final byte END = 0;

    private static final int F_DUPFD_CLOEXEC = 1030;
    private static final int F_SETFL = 4;
    private static final int O_NONBLOCK = 0x800;

    /** A signal that is blocked does not come at all. */
    private static final long MOST_MILLIS_FOR_INTERCEPTION = 2000;

    private Signals() {}

    /** Makes SIGINT raise KeyboardInterrupt, if nobody had it ignored. */
    @TruffleBoundary
    public static void start(PythonContext context) {
        Imports.importModule("_signal");
    }

    /** Finds out what happens to the process's signals now; SIGINT's default becomes Python's. */
    static void initialize(PythonContext context, Object defaultHandler) {
        SignalState state = SignalState.of(context);
        for (int number = 1; number < SignalState.COUNT; number++) {
            state.handlers[number] =
                    switch (Libc.callInt("jabiru_signal_get", number)) {
                        case 1 -> 1L;
                        // The JVM's handlers of these do nothing, and those of others end it.
                        case 3 -> number == SIGPIPE || number == SIGXFSZ ? 1L : 0L;
                        case 2 -> state.handlers[number];
                        case 0 -> 0L;
                        default -> Singleton.NONE;
                    };
        }
        if (!context.isMainInterpreter()) {
            return;
        }
        for (int number : new int[] {SIGHUP, SIGTERM}) {
            if (Libc.callInt("jabiru_signal_get", number) == 3) {
                // The JVM's handler would end the process with a status instead of the signal.
                Libc.callInt("jabiru_signal_set", number, 0);
            }
        }
        if (context.configuration.remoteDebug && areHandledHere(context)) {
            listen(context);
            state.remoteSignal = RemoteScripts.enable();
        }
        if (state.handlers[SIGINT].equals(0L) && areHandledHere(context)) {
            install(context, SIGINT, defaultHandler);
            state.handlers[SIGINT] = defaultHandler;
        }
    }

    /** Whether this is the main thread of the main interpreter: only there are handlers called. */
    static boolean areHandledHere(PythonContext context) {
        return context.isMainInterpreter() && Thread.currentThread() == context.mainThread;
    }

    /** Ends the process as SIGINT does by default. */
    public static void endByInterrupt() {
        Libc.callInt("jabiru_signal_set", SIGINT, 0);
        Libc.callInt("kill", ProcessHandle.current().pid(), SIGINT);
    }

    private static boolean isForTheJvm(int number) {
        return number != SIGTRAP && contains(FAULTS, number);
    }

    private static boolean contains(int[] numbers, int number) {
        for (int known : numbers) {
            if (known == number) {
                return true;
            }
        }
        return false;
    }

    /** Installs what happens to a signal of the process. */
    static void install(PythonContext context, int number, Object handler) {
        int action = handler.equals(0L) ? DEFAULT : handler.equals(1L) ? IGNORE : OURS;
        if (isForTheJvm(number)) {
            if (action == DEFAULT) {
                return;
            }
            // CPython: can be handled; here: null checks and safepoints of the JVM raise them.
            throw Errors.of(
                    ExceptionTypes.OSError,
                    (long) OsErrors.EINVAL,
                    Str.of("the JVM needs signal " + number + " for itself"));
        }
        if (action == OURS) {
            listen(context);
        }
        if (Libc.callInt("jabiru_signal_set", number, action) != 0) {
            throw OsErrors.last();
        }
        // As sigaction: what was installed before, also by faulthandler, is in force no more.
        SignalState.of(context).interceptors[number] = null;
    }

    /** A class of its own: every start makes one, and a lambda's class would be made each time. */
    private record Listener(PythonContext context, int readEnd) implements Runnable {
        @Override
        public void run() {
            hear(context, readEnd);
        }
    }

    /** Starts the thread that hears of signals, once. */
    private static void listen(PythonContext context) {
        SignalState state = SignalState.of(context);
        if (state.arrived != 0) {
            return;
        }
        int readEnd;
        int writeEnd;
        try (NativeMemory memory = new NativeMemory()) {
            long pair = memory.zeroed(8);
            if (Libc.callInt("pipe2", pair, O_CLOEXEC) != 0) {
                throw OsErrors.last();
            }
            readEnd = aboveStreams(NativeMemory.intAt(pair));
            writeEnd = aboveStreams(NativeMemory.intAt(pair + 4));
        }
        // A handler must never block: what is lost is only that the thread is woken once more.
        Libc.callInt("fcntl", writeEnd, F_SETFL, O_NONBLOCK);
        state.arrived = Libc.call("jabiru_signals_start", writeEnd);
        Thread listener = new Thread(null, new Listener(context, readEnd), "signals", 1 << 18);
        listener.setDaemon(true);
        listener.start();
        state.listener = listener;
        state.notify = writeEnd;
    }

    /**
     * Ends the thread that hears of signals: a JVM that ends waits for threads in native code, 300
     * ms at most, and this one is nearly always there.
     */
    public static void stop(PythonContext context) {
        SignalState state = SignalState.of(context);
        if (state.listener == null) {
            return;
        }
        try (NativeMemory memory = new NativeMemory()) {
            long end = memory.string(new byte[] {END});
            Libc.call("write", state.notify, end, 1);
        }
        try {
            state.listener.join(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The numbers of closed standard streams are Python's to see, and to use. */
    private static int aboveStreams(int end) {
        if (end > 2) {
            return end;
        }
        int moved = Libc.callInt("fcntl", end, F_DUPFD_CLOEXEC, 3);
        Libc.callInt("close", end);
        return moved;
    }

    private static void hear(PythonContext context, int readEnd) {
        try (NativeMemory memory = new NativeMemory()) {
            long blocked = memory.zeroed(128);
            Libc.callInt("sigfillset", blocked);
            for (int number : FAULTS) {
                // The JVM finds null in compiled code by them; blocked, they end the process.
                Libc.callInt("sigdelset", blocked, number);
            }
            Libc.callInt("pthread_sigmask", 0, blocked, 0);
            long buffer = memory.zeroed(64);
            while (true) {
                long count = Libc.call("read", readEnd, buffer, 64);
                if (count == 0 || count < 0 && Libc.errno() != OsErrors.EINTR) {
                    return;
                }
                for (int i = 0; i < count; i++) {
                    byte number = NativeMemory.byteAt(buffer + i);
                    if (number == END) {
                        return;
                    }
                    intercepted(context, number);
                }
                schedule(context);
            }
        }
    }

    /**
     * Runs an action, on a thread that is not Python's, when a signal comes.
     *
     * @param chain whether what the signal did before is done afterwards
     * @return false when the JVM keeps the signal for itself
     */
    public static boolean intercept(
            PythonContext context, int number, Runnable action, boolean chain) {
        if (isForTheJvm(number)) {
            return false;
        }
        listen(context);
        SignalState.of(context).interceptors[number] = new SignalState.Interceptor(action, chain);
        return Libc.callInt("jabiru_signal_set", number, OURS) == 0;
    }

    /**
     * Sends this process a signal. As CPython's handlers run in C before the sender goes on, so
     * does it wait here for what {@link #intercept} has installed.
     *
     * @param send the system call; its result is the result
     */
    public static int sendToThisProcess(int number, IntSupplier send) {
        PythonContext context = PythonContext.get();
        SignalState state = SignalState.of(context);
        if (FatalSignals.isFatal(number) && state.handlers[number].equals(0L)) {
            FatalSignals.end(context, number);
        }
        boolean intercepted =
                number > 0 && number < SignalState.COUNT && state.interceptors[number] != null;
        long before = state.interceptions;
        int result = send.getAsInt();
        if (intercepted && result == 0) {
            Blocking.run(() -> {
                synchronized (state) {
                    if (state.interceptions == before) {
                        state.wait(MOST_MILLIS_FOR_INTERCEPTION);
                    }
                    return true;
                }
            });
        }
        return result;
    }

    /**
     * Whether a signal that this process sends itself is for the sender, were only Python's threads
     * there: the system gives it to a thread that does not block it, before the sender goes on, or
     * has it wait for the only one. The JVM's own threads would take it.
     */
    public static boolean isForSender(int number) {
        return number != 0 && (!isBlocked(number) || PythonThreads.get().isMainAlone());
    }

    private static boolean isBlocked(int number) {
        try (NativeMemory memory = new NativeMemory()) {
            long mask = memory.allocate(128).address();
            Libc.callInt("pthread_sigmask", 0, 0, mask);
            return Libc.callInt("sigismember", mask, number) == 1;
        }
    }

    /** Sends this thread a signal; 0, or -1 for an error. */
    public static int raise(int number) {
        IntSupplier send = () -> Libc.callInt("raise", number);
        return isBlocked(number) ? send.getAsInt() : sendToThisProcess(number, send);
    }

    /** Ends {@link #intercept}: Python's handler is in force again. */
    public static void reinstall(PythonContext context, int number) {
        SignalState state = SignalState.of(context);
        state.interceptors[number] = null;
        install(context, number, state.handlers[number]);
    }

    private static void intercepted(PythonContext context, int number) {
        SignalState state = SignalState.of(context);
        SignalState.Interceptor interceptor = state.interceptors[number];
        if (interceptor != null) {
            interceptor.action().run();
            synchronized (state) {
                state.interceptions++;
                state.notifyAll();
            }
            if (interceptor.chain() && state.handlers[number].equals(0L)) {
                Libc.callInt("jabiru_signal_set", number, DEFAULT);
                Libc.callInt("kill", ProcessHandle.current().pid(), number);
            }
        }
    }

    /** Lets the main thread call handlers at its next safepoint. */
    private static void schedule(PythonContext context) {
        context.env()
                .submitThreadLocal(
                        new Thread[] {context.mainThread},
                        new ThreadLocalAction(true, false) {
                            @Override
                            protected void perform(Access access) {
                                if (context.mainThreadIsAway) {
                                    return;
                                }
                                boolean own = !context.gil.isHeld();
                                if (own) {
                                    context.gil.acquire();
                                }
                                try {
                                    handle(context);
                                } finally {
                                    if (own) {
                                        context.gil.release();
                                    }
                                }
                            }
                        });
    }

    private static void handle(PythonContext context) {
        SignalState state = SignalState.of(context);
        long arrived = state.arrived;
        if (arrived == 0 || NativeMemory.getAndSetInt(arrived, 0) == 0) {
            return;
        }
        reportWakeup();
        for (int number = 1; number < SignalState.COUNT; number++) {
            long flag = arrived + 4L * number;
            if (NativeMemory.intAt(flag) == 0 || NativeMemory.getAndSetInt(flag, 0) == 0) {
                continue;
            }
            Object handler = state.handlers[number];
            if (number == state.remoteSignal && handler.equals(0L)) {
                RemoteScripts.run();
                continue;
            }
            SignalState.Interceptor interceptor = state.interceptors[number];
            if (handler instanceof Long
                    || handler == Singleton.NONE
                    || interceptor != null && !interceptor.chain()) {
                continue;
            }
            PyFrame frame = Frames.current(0);
            Call.call(handler, (long) number, frame == null ? Singleton.NONE : frame);
        }
    }

    private static void reportWakeup() {
        int error = Libc.callInt("jabiru_signal_wakeup_error");
        if (error != 0) {
            Unraisable.report(
                    OsErrors.of(error),
                    "Exception ignored while trying to write to the signal wakeup fd",
                    null);
        }
    }

    /**
     * The main thread has waited and goes on: it calls the handlers of signals that have arrived at
     * its next safepoint, even when the thread that hears of them has not had its turn.
     */
    public static void mainThreadGoesOn(PythonContext context) {
        long arrived = SignalState.of(context).arrived;
        if (arrived != 0 && NativeMemory.intAt(arrived) != 0) {
            schedule(context);
        }
    }

    /** Calls the handlers of signals that have arrived, in the main thread; nothing elsewhere. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void poll() {
        PythonContext context = PythonContext.get();
        if (areHandledHere(context)) {
            handle(context);
        }
    }

    /**
     * Makes a signal arrive, as far as Python is concerned ({@code _thread.interrupt_main}); one
     * that Python does not handle is ignored.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void trip(int number) {
        if (number < 1 || number >= SignalState.COUNT) {
            throw Errors.valueError("signal number out of range");
        }
        PythonContext context = PythonContext.get();
        SignalState state = SignalState.of(context);
        Object handler = state.handlers[number];
        if (handler instanceof Long || handler == Singleton.NONE || state.arrived == 0) {
            return;
        }
        NativeMemory.getAndSetInt(state.arrived + 4L * number, 1);
        NativeMemory.getAndSetInt(state.arrived, 1);
        schedule(context);
    }
}
