package org.jabiru;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.ContextThreadLocal;
import com.oracle.truffle.api.TruffleLanguage;
import java.util.List;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.jabiru.bytecode.RootRegistry;
import org.jabiru.interop.MainScope;
import org.jabiru.launcher.CommandLine;
import org.jabiru.launcher.ProgramRoot;
import org.jabiru.modules.interpreters.Interpreter;

/** Python for the polyglot API. */
@TruffleLanguage.Registration(
        id = PythonLanguage.ID,
        name = "Python",
        version = "3.14",
        characterMimeTypes = {PythonLanguage.MIME_TYPE, PythonLanguage.PROGRAM_MIME_TYPE},
        defaultMimeType = PythonLanguage.MIME_TYPE,
        contextPolicy = TruffleLanguage.ContextPolicy.EXCLUSIVE)
public final class PythonLanguage extends TruffleLanguage<PythonContext> {
    public static final String ID = "python";
    public static final String MIME_TYPE = "text/x-python";

    /** A source of this type, whatever its text, stands for the program of the command line. */
    public static final String PROGRAM_MIME_TYPE = "application/x-jabiru-program";

    /** What the creator of an inner context says that it is to be. */
    public static final String SUBINTERPRETER = "org.jabiru.subinterpreter";

    private static final LanguageReference<PythonLanguage> REFERENCE =
            LanguageReference.create(PythonLanguage.class);

    final ContextThreadLocal<ThreadState> threadState =
            locals.createContextThreadLocal(ThreadState::new);

    /** All code that was made ready to run. */
    public final RootRegistry roots = new RootRegistry();

    /** The language of the current context. */
    public static PythonLanguage get() {
        return REFERENCE.get(null);
    }

    @Override
    protected OptionDescriptors getOptionDescriptors() {
        return new PythonOptionsOptionDescriptors();
    }

    @Override
    protected PythonContext createContext(Env env) {
        Object subinterpreter = env.getConfig().get(SUBINTERPRETER);
        if (subinterpreter instanceof Interpreter i) {
            return i.create(main -> begin(new PythonContext(this, env, main, i.sharesGil())));
        }
        PythonContext context = new PythonContext(this, env, null, false);
        String[] arguments = env.getApplicationArguments();
        if (env.getOptions().get(PythonOptions.CommandLine)) {
            context.configuration.ownsProcess = true;
            CommandLine.parse(arguments, context.configuration);
        } else {
            context.configuration.arguments.add("");
            context.configuration.arguments.addAll(List.of(arguments));
            context.configuration.pythonPath = given(env, PythonOptions.PythonPath);
            context.configuration.executable = given(env, PythonOptions.Executable);
        }
        return begin(context);
    }

    private static PythonContext begin(PythonContext context) {
        context.begin();
        return context;
    }

    private static String given(Env env, OptionKey<String> option) {
        return env.getOptions().hasBeenSet(option) ? env.getOptions().get(option) : null;
    }

    @Override
    protected void initializeContext(PythonContext context) {
        NativeAccess.require();
        context.gil.acquire();
        try {
            Startup.run(context);
        } finally {
            context.gil.release();
        }
    }

    @Override
    protected void finalizeContext(PythonContext context) {
        Shutdown.run(context);
        IdleCollection.end(context);
    }

    @Override
    protected Object getScope(PythonContext context) {
        return new MainScope(context);
    }

    @Override
    protected void disposeContext(PythonContext context) {
        context.end();
    }

    @Override
    protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
        return true;
    }

    @Override
    protected CallTarget parse(ParsingRequest request) {
        return new ProgramRoot(this, request.getSource()).getCallTarget();
    }
}
