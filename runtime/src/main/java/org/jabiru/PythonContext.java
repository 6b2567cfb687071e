package org.jabiru;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLanguage.ContextReference;
import com.oracle.truffle.api.nodes.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.ImportTimes;
import org.jabiru.object.Allocations;
import org.jabiru.object.Watch;

/** The state of one Python interpreter. */
public final class PythonContext {
    private static final ContextReference<PythonContext> REFERENCE =
            ContextReference.create(PythonLanguage.class);

    private static final Set<PythonContext> LIVING =
            Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * The only interpreter of this process, or null. Truffle's own ways to the context and to what
     * belongs to a thread are calls of native code wherever Graal has not compiled the caller.
     */
    private static PythonContext only;

    private final PythonLanguage language;
    private final TruffleLanguage.Env env;

    /** The thread that was asked for last. */
    private ThreadState recent;

    /** {@code sys.modules}. */
    public final PyDict modules = new PyDict();

    /** The module {@code sys}, from the beginning of start-up. */
    public PyModule sys;

    /** The module {@code builtins}, from the beginning of start-up. */
    public PyModule builtins;

    /** {@code importlib._bootstrap}, once it runs. */
    public PyModule importlib;

    /** {@code importlib._bootstrap_external}, once it runs. */
    public PyModule importlibExternal;

    /** Of {@code -X importtime}; null without it. */
    public ImportTimes importTimes;

    /** Whether there are extensions: memory that views show is to be where C sees it, too. */
    public boolean hasExtensions;

    /** Whether the start is over: site has run. */
    public boolean started;

    /** {@code sys.getrecursionlimit()}. */
    public int recursionLimit = 1000;

    /**
     * What the launcher put first on {@code sys.path}, or null; empty for the working directory.
     */
    public String programPath;

    /** How this interpreter was asked to run. */
    public final Configuration configuration;

    /** The main interpreter of the process: this one, unless it is a subinterpreter. */
    public final PythonContext mainInterpreter;

    /** The thread that started the main interpreter: it runs signal handlers there. */
    public final Thread mainThread;

    /** Whether this interpreter has made subinterpreters. */
    public volatile boolean hasSubinterpreters;

    /** Whether the main thread runs code of a subinterpreter: signals wait until it is back. */
    public volatile boolean mainThreadIsAway;

    /** What is told of the objects that are made; null when nothing wants that. */
    public volatile Allocations.Watcher allocations;

    /** The lock that Python code runs under; that of the main interpreter's, perhaps. */
    public final Gil gil;

    /** State that builtin modules keep for this interpreter, by the class of the state. */
    private final ConcurrentHashMap<Class<?>, Object> moduleStates = new ConcurrentHashMap<>();

    /**
     * @param main the main interpreter that asks for a subinterpreter, or null
     * @param sharesGil whether a subinterpreter runs under the main one's lock
     */
    PythonContext(
            PythonLanguage language,
            TruffleLanguage.Env env,
            PythonContext main,
            boolean sharesGil) {
        this.language = language;
        this.env = env;
        this.mainInterpreter = main == null ? this : main;
        this.mainThread = main == null ? Thread.currentThread() : main.mainThread;
        this.gil = sharesGil ? main.gil : new Gil(this);
        this.configuration = main == null ? new Configuration() : main.configuration.copy();
    }

    /** Whether it is no subinterpreter. */
    public boolean isMainInterpreter() {
        return mainInterpreter == this;
    }

    /** Whether it can load extension modules: the C library is used under the main lock alone. */
    public boolean hasMainGil() {
        return gil == mainInterpreter.gil;
    }

    void begin() {
        synchronized (LIVING) {
            LIVING.add(this);
            only = LIVING.size() == 1 ? this : null;
        }
    }

    void end() {
        synchronized (LIVING) {
            LIVING.remove(this);
            only = LIVING.size() == 1 ? LIVING.iterator().next() : null;
        }
    }

    /** The current interpreter. */
    public static PythonContext get() {
        return get(null);
    }

    /** The current interpreter, for code that is compiled with the node. */
    public static PythonContext get(Node node) {
        if (CompilerDirectives.inInterpreter()) {
            PythonContext context = only;
            if (context != null) {
                return context;
            }
        }
        return REFERENCE.get(node);
    }

    /** The current interpreter, or null when this thread is in none. */
    public static PythonContext getOrNull() {
        return REFERENCE.get(null);
    }

    /** What is told of all functions, code objects and contexts; null when nothing wants that. */
    public Watch watch;

    /** Tells {@link #watch}, if there is one. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void announce(Object watched, int event, Object value) {
        PythonContext context = getOrNull();
        if (context != null && context.watch != null) {
            context.watch.changes(watched, event, null, value);
        }
    }

    /** What the interpreter knows of the current thread. */
    public ThreadState threadState() {
        if (CompilerDirectives.inInterpreter()) {
            ThreadState state = recent;
            if (state == null || state.thread != Thread.currentThread()) {
                state = language.threadState.get();
                recent = state;
            }
            return state;
        }
        return language.threadState.get();
    }

    public PythonLanguage language() {
        return language;
    }

    public TruffleLanguage.Env env() {
        return env;
    }

    /** What a builtin module keeps for this interpreter, or null when nobody asked for it. */
    public <T> T stateOrNull(Class<T> type) {
        return type.cast(moduleStates.get(type));
    }

    /** What a builtin module keeps for this interpreter; made when first asked for. */
    @TruffleBoundary
    public <T> T state(Class<T> type, Supplier<T> maker) {
        Object known = moduleStates.get(type);
        if (known == null) {
            T made = maker.get();
            known = moduleStates.putIfAbsent(type, made);
            known = known == null ? made : known;
        }
        return type.cast(known);
    }
}
