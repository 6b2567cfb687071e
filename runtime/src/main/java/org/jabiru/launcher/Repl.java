package org.jabiru.launcher;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.imports.Compilation;
import org.jabiru.imports.Imports;
import org.jabiru.imports.ModuleCode;
import org.jabiru.libc.Libc;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** The program on standard input: a file, or a person at a terminal. */
final class Repl {
    private Repl() {}

    static void runStandardInput(PythonContext context, PyDict main) {
        if (Libc.callInt("isatty", 0) == 1 || context.configuration.interactive > 0) {
            run(context, main);
            return;
        }
        byte[] source;
        try {
            source = new java.io.FileInputStream(java.io.FileDescriptor.in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ModuleCode.run(Compilation.compile(source, "<stdin>"), main);
    }

    /** The interactive mode: the standard library's own, in {@code code.InteractiveConsole}. */
    static void run(PythonContext context, PyDict main) {
        if (context.configuration.quiet == 0) {
            SysHooks.writeError(
                    "Python "
                            + Str.java((TruffleString) context.sys.dict.get("version"))
                            + " on linux\n"
                            + "Type \"help\", \"copyright\", \"credits\" or \"license\" for more"
                            + " information.\n");
        }
        context.sys.dict.put("ps1", Str.name(">>> "));
        context.sys.dict.put("ps2", Str.name("... "));
        Object console =
                Call.call(Attributes.get(Imports.importModule("code"), "InteractiveConsole"), main);
        Call.call(
                Attributes.get(console, "interact"),
                new Object[] {Str.EMPTY, Str.EMPTY},
                new TruffleString[] {Str.name("banner"), Str.name("exitmsg")});
    }
}
