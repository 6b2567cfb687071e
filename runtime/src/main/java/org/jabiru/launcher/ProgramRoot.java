package org.jabiru.launcher;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.Compilation;
import org.jabiru.imports.ModuleCode;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/** What a polyglot source is run by: the program of the command line, or the source's own code. */
public final class ProgramRoot extends RootNode {
    private final Source source;
    private PyCode code;
    private boolean expression;

    public ProgramRoot(PythonLanguage language, Source source) {
        super(language);
        this.source = source;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return run();
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private Object run() {
        PythonContext context = PythonContext.get();
        boolean own = !context.gil.isHeld();
        if (own) {
            context.gil.acquire();
        }
        try {
            if (PythonLanguage.PROGRAM_MIME_TYPE.equals(source.getMimeType())) {
                return new Program(context).run();
            }
            return runSource(context);
        } finally {
            if (own) {
                context.gil.release();
            }
        }
    }

    private Object runSource(PythonContext context) {
        String text = source.getCharacters().toString();
        if (code == null) {
            try {
                code = Compilation.expression(text, source.getName());
                expression = true;
            } catch (PyException e) {
                code = Compilation.statements(text, source.getName());
            }
        }
        PyModule main = (PyModule) context.modules.get(Str.name("__main__"));
        Object result = ModuleCode.run(code, main.dict);
        return expression ? result : org.jabiru.object.Singleton.NONE;
    }

    @Override
    public String getName() {
        return source.getName();
    }
}
