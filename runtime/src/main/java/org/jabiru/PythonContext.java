package org.jabiru;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLanguage.ContextReference;

/** The state of one Python interpreter. */
public final class PythonContext {
    private static final ContextReference<PythonContext> REFERENCE =
            ContextReference.create(PythonLanguage.class);

    private final PythonLanguage language;
    private final TruffleLanguage.Env env;

    PythonContext(PythonLanguage language, TruffleLanguage.Env env) {
        this.language = language;
        this.env = env;
    }

    /** The current interpreter. */
    public static PythonContext get() {
        return REFERENCE.get(null);
    }

    /** What the interpreter knows of the current thread. */
    public ThreadState threadState() {
        return language.threadState.get();
    }

    public PythonLanguage language() {
        return language;
    }

    public TruffleLanguage.Env env() {
        return env;
    }
}
