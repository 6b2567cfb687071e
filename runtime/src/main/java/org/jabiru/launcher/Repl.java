package org.jabiru.launcher;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jabiru.Configuration;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.imports.Compilation;
import org.jabiru.imports.Imports;
import org.jabiru.imports.ModuleCode;
import org.jabiru.libc.Libc;
import org.jabiru.modules.sys.BasicRepl;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** The program on standard input: a file, or a person at a terminal. */
final class Repl {
    private static final String STDIN = "<stdin>";

    private Repl() {}

    static void runStandardInput(PythonContext context, PyDict main) {
        if (Libc.callInt("isatty", 0) == 1 || context.configuration.interactive > 0) {
            run(context, main);
            return;
        }
        byte[] source;
        try {
            source = new FileInputStream(FileDescriptor.in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        main.put("__file__", Str.name(STDIN));
        main.put("__cached__", Singleton.NONE);
        ModuleCode.run(Compilation.compile(source, STDIN), main);
    }

    /**
     * The interactive mode: {@code _pyrepl} at a terminal, else (or with {@code PYTHON_BASIC_REPL})
     * the plain loop.
     */
    static void run(PythonContext context, PyDict main) {
        Configuration c = context.configuration;
        boolean after = c.command != null || c.module != null || c.script != null;
        if (c.quiet == 0 && (!after || c.verbose > 0)) {
            SysHooks.writeError(
                    "Python "
                            + Str.java((TruffleString) context.sys.dict.get("version"))
                            + " on linux\n"
                            + "Type \"help\", \"copyright\", \"credits\" or \"license\" for more"
                            + " information.\n");
        }
        runStartup(context, main);
        runHook(context);
        String basic = variable(context, "PYTHON_BASIC_REPL");
        if (Libc.callInt("isatty", 0) == 1 && basic == null) {
            Object module = context.modules.get(Str.name("__main__"));
            Call.call(
                    Attributes.get(Imports.importModule("_pyrepl.main"), "interactive_console"),
                    module);
        } else {
            BasicRepl.run(main);
        }
    }

    private static String variable(PythonContext context, String name) {
        String value = context.configuration.ignoreEnvironment ? null : System.getenv(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Runs the file that PYTHONSTARTUP names; what goes wrong there is only shown. */
    private static void runStartup(PythonContext context, PyDict main) {
        String file = variable(context, "PYTHONSTARTUP");
        if (file == null) {
            return;
        }
        try {
            Object opened = Call.method(Imports.importModule("io"), "open_code", Str.of(file));
            PyBytes source = (PyBytes) Call.method(opened, "read");
            Call.method(opened, "close");
            ModuleCode.run(Compilation.compile(source.value, file), main);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.FileNotFoundError)) {
                SysHooks.writeError("Could not open PYTHONSTARTUP\n");
            }
            show(e);
        }
    }

    /** {@code sys.__interactivehook__}: by default, site's, which sets up the history. */
    private static void runHook(PythonContext context) {
        Object hook = context.sys.dict.get("__interactivehook__");
        if (hook == null) {
            return;
        }
        try {
            Call.call(hook);
        } catch (PyException e) {
            SysHooks.writeError("Failed calling sys.__interactivehook__\n");
            show(e);
        }
    }

    private static void show(PyException e) {
        if (e.is(ExceptionTypes.SystemExit)) {
            throw e;
        }
        SysHooks.print(e.exception());
    }
}
