package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import java.util.function.Function;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.Shutdown;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.thread.PythonThreads;

/** One interpreter of the process, as the others know it. */
public final class Interpreter {
    /** Where an interpreter comes from, {@code WHENCE_...}. */
    static final int UNKNOWN = 0, RUNTIME = 1, LEGACY_CAPI = 2, CAPI = 3, XI = 4, STDLIB = 5;

    public final long id;
    final int whence;
    final InterpreterConfig config;

    private final PythonContext main;
    private TruffleContext truffleContext;
    private volatile PythonContext context;

    /** Whether it may be used: its start is over, and its end has not begun. */
    private volatile boolean ready;

    /** Whether a thread runs code in its {@code __main__}. */
    private boolean running;

    /** {@code Interpreter} objects, and whether the last one's end is this interpreter's. */
    private int references;

    private boolean endsWithReferences;

    /** The main interpreter. */
    Interpreter(PythonContext main) {
        this.id = 0;
        this.whence = RUNTIME;
        this.config = InterpreterConfig.MAIN;
        this.main = main;
        this.context = main;
        this.truffleContext = main.env().getContext();
        this.ready = true;
    }

    /** A subinterpreter that {@link #start} is to make. */
    Interpreter(PythonContext main, long id, int whence, InterpreterConfig config) {
        this.id = id;
        this.whence = whence;
        this.config = config.decided();
        this.main = main;
    }

    /** Makes the context of this interpreter, out of the main one. */
    public PythonContext create(Function<PythonContext, PythonContext> maker) {
        PythonContext made = maker.apply(main);
        made.configuration.allowExec = config.allowExec();
        made.configuration.allowThreads = config.allowThreads();
        made.configuration.allowDaemonThreads = config.allowDaemonThreads();
        made.state(Interpreter.class, () -> this);
        context = made;
        return made;
    }

    /** Starts it, in an inner context of the main interpreter's; InterpreterError if that fails. */
    void start() {
        try {
            // All are the main interpreter's: one that made another may end before it.
            truffleContext =
                    Session.away(() ->
                            main.env()
                                    .newInnerContextBuilder(PythonLanguage.ID)
                                    .initializeCreatorContext(true)
                                    .inheritAllAccess(true)
                                    .config(PythonLanguage.SUBINTERPRETER, this)
                                    .build());
        } catch (AbstractTruffleException e) {
            throw InterpreterErrors.error("interpreter creation failed");
        }
        ready = true;
    }

    boolean isMain() {
        return context == main;
    }

    /** Whether it runs under the main interpreter's lock, and can load extension modules. */
    public boolean sharesGil() {
        return config.gil().equals("shared");
    }

    /** Whether only extension modules that support several interpreters are let in. */
    public boolean checksExtensions() {
        long override = ImpModule.multiInterpreterOverride(context);
        return !isMain() && (override == 0 ? config.checkMultiInterpExtensions() : override > 0);
    }

    boolean hasBegun() {
        return context != null;
    }

    boolean isReady() {
        return ready;
    }

    public PythonContext context() {
        return context;
    }

    public TruffleContext truffleContext() {
        return truffleContext;
    }

    /** {@code (id, whence)}. */
    PyTuple summary() {
        return new PyTuple(id, (long) whence);
    }

    /** Whether its {@code __main__} is in use; that of the main interpreter always is. */
    synchronized boolean isRunning() {
        return running || isMain();
    }

    /** Takes {@code __main__} for the current thread; false when it is in use. */
    synchronized boolean beginRunning() {
        if (isRunning() || !ready) {
            return false;
        }
        running = true;
        return true;
    }

    synchronized void endRunning() {
        running = false;
    }

    synchronized void requireReferences(boolean required) {
        endsWithReferences = required;
    }

    synchronized boolean endsWithReferences() {
        return endsWithReferences;
    }

    synchronized long references() {
        return references;
    }

    synchronized void addReference() {
        references++;
    }

    /** Whether the interpreter is to end now. */
    synchronized boolean dropReference() {
        references = Math.max(references - 1, 0);
        return references == 0 && endsWithReferences;
    }

    /** Takes it for its end; false when it is in use, or ends already. */
    synchronized boolean beginEnd() {
        if (running || !ready) {
            return false;
        }
        ready = false;
        return true;
    }

    /** Ends it, once {@link #beginEnd} said so, from another interpreter. */
    void end() {
        if (context == null) {
            return;
        }
        Session.in(
                this,
                () -> {
                    finish();
                    return null;
                });
        close();
    }

    /** Its own end, which the current thread has entered it for. */
    void finish() {
        Shutdown.run(context);
        ExtensionLoader extensions = extensionsOrNull();
        if (extensions != null) {
            extensions.interpreterEnds(id);
        }
    }

    /** What the C-API has of this interpreter, or null when it can have nothing. */
    ExtensionLoader extensionsOrNull() {
        return ImpModule.loaderOrNull(context);
    }

    /** What follows in another interpreter, when it is over. */
    void close() {
        InterpreterQueues queues = main.stateOrNull(InterpreterQueues.class);
        if (queues != null) {
            queues.forget(id);
        }
        Channels channels = main.stateOrNull(Channels.class);
        if (channels != null) {
            channels.forget(id);
        }
        Session.away(() -> {
            if (PythonThreads.awaitEnd(context)) {
                truffleContext.close();
            } else {
                truffleContext.closeCancelled(null, "the interpreter was closed");
            }
            return null;
        });
        ExtensionLoader extensions = extensionsOrNull();
        if (extensions != null) {
            extensions.interpreterEnded(id);
        }
    }
}
