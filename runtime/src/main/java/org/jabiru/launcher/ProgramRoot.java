package org.jabiru.launcher;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.Compilation;
import org.jabiru.imports.ModuleCode;
import org.jabiru.interop.Conversions;
import org.jabiru.interop.Entry;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** What a polyglot source is run by: the program of the command line, or the source's own code. */
public final class ProgramRoot extends RootNode {
    private final Source source;
    private Compilation.Program program;

    public ProgramRoot(PythonLanguage language, Source source) {
        super(language);
        this.source = source;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return Entry.run(this::run);
    }

    private Object run() {
        PythonContext context = PythonContext.get();
        return PythonLanguage.PROGRAM_MIME_TYPE.equals(source.getMimeType())
                ? new Program(context).run()
                : runSource(context);
    }

    private Object runSource(PythonContext context) {
        if (program == null) {
            String name = source.getPath() == null ? source.getName() : source.getPath();
            program = Compilation.program(source.getCharacters().toString(), name);
        }
        PyModule main = (PyModule) context.modules.get(Str.name("__main__"));
        if (program.statements() != null) {
            ModuleCode.run(program.statements(), main.dict);
        }
        return program.result() == null
                ? Singleton.NONE
                : Conversions.toForeign(ModuleCode.run(program.result(), main.dict));
    }

    @Override
    public String getName() {
        return source.getName();
    }
}
