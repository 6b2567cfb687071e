package org.jabiru;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.ContextThreadLocal;
import com.oracle.truffle.api.TruffleLanguage;

/** Python for the polyglot API. */
@TruffleLanguage.Registration(
        id = "python",
        name = "Python",
        version = "3.14",
        characterMimeTypes = "text/x-python",
        defaultMimeType = "text/x-python")
public final class PythonLanguage extends TruffleLanguage<PythonContext> {
    private static final LanguageReference<PythonLanguage> REFERENCE =
            LanguageReference.create(PythonLanguage.class);

    final ContextThreadLocal<ThreadState> threadState =
            locals.createContextThreadLocal(ThreadState::new);

    /** The language of the current context. */
    public static PythonLanguage get() {
        return REFERENCE.get(null);
    }

    @Override
    protected PythonContext createContext(Env env) {
        return new PythonContext(this, env);
    }

    @Override
    protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
        return true;
    }

    @Override
    protected CallTarget parse(ParsingRequest request) {
        throw new UnsupportedOperationException("parsing is not connected yet");
    }
}
