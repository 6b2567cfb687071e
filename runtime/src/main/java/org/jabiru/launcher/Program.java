package org.jabiru.launcher;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jabiru.Configuration;
import org.jabiru.PythonContext;
import org.jabiru.Shutdown;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.codecs.Utf8;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.Compilation;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.imports.Imports;
import org.jabiru.imports.ModuleCode;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.modules.signal.Signals;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** Runs what the command line names, and gives the exit status. */
final class Program {
    private final PythonContext context;
    private final Configuration configuration;
    private final PyDict main;
    private String shownSource;
    private PyCode shownCode;
    private boolean interrupted;

    Program(PythonContext context) {
        this.context = context;
        this.configuration = context.configuration;
        this.main = ((PyModule) context.modules.get(Str.name("__main__"))).dict;
    }

    /** The exit status of the process. */
    int run() {
        int status = guarded(this::runProgram);
        if (hasProgram() && mayInspect() && wantsInspection()) {
            status = guarded(() -> Repl.run(context, main));
        }
        if (!Shutdown.run(context)) {
            status = 120;
        }
        if (interrupted) {
            // So that a shell stops its script, too.
            Signals.endByInterrupt();
        }
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        if (extensions != null && extensions.hadThreadsOfC()) {
            // Libraries join their threads while the process ends. A thread that the JVM knows
            // tells it of its own end, and would wait for ever for a JVM that ends itself.
            Libc.call("exit", status);
        }
        return status;
    }

    private boolean hasProgram() {
        return configuration.script != null
                || configuration.command != null
                || configuration.module != null;
    }

    private boolean mayInspect() {
        return configuration.interactive > 0 || Libc.callInt("isatty", 0) == 1;
    }

    /** {@code PYTHONINSPECT}: the program may have set it just now. */
    private boolean wantsInspection() {
        if (configuration.inspect > 0 || configuration.ignoreEnvironment) {
            return configuration.inspect > 0;
        }
        try (NativeMemory memory = new NativeMemory()) {
            long value =
                    Libc.call(
                            "getenv",
                            memory.string("PYTHONINSPECT".getBytes(StandardCharsets.UTF_8)));
            return value != 0 && NativeMemory.byteAt(value) != 0;
        }
    }

    private int guarded(Runnable part) {
        try {
            part.run();
            return 0;
        } catch (PyException e) {
            return status(e);
        }
    }

    private void runProgram() {
        if (configuration.command != null) {
            prependPath("");
            runCommand();
        } else if (configuration.module != null) {
            prependPath(text(Call.method(Imports.importModule("posix"), "getcwd")));
            Call.method(
                    Imports.importModule("runpy"),
                    "_run_module_as_main",
                    Str.of(configuration.module),
                    Boolean.TRUE);
        } else if (configuration.script != null) {
            new ScriptFile(context, main, configuration.script).run();
        } else {
            prependPath("");
            Repl.runStandardInput(context, main);
        }
    }

    private void runCommand() {
        checkDecoded(configuration.command);
        String source = dedent(configuration.command);
        shownSource = source;
        PyCode code = Compilation.statements(source, "<string>");
        shownCode = code;
        ModuleCode.run(code, main);
    }

    /** Bytes that are no text of the locale came as lone surrogates, and are no program. */
    private static void checkDecoded(String command) {
        try {
            Utf8.encode(Str.of(command), "strict");
        } catch (PyException e) {
            SysHooks.writeError("Unable to decode the command from the command line:\n");
            throw e;
        }
    }

    private void prependPath(String entry) {
        if (!configuration.safePath) {
            context.programPath = entry;
            ((PyList) context.sys.dict.get("path")).insert(0, Str.of(entry));
        }
    }

    // ---- exit status ----

    private int status(PyException e) {
        PyBaseException exception = e.exception();
        if (e.is(ExceptionTypes.SystemExit)) {
            return exitStatus(exception);
        }
        if (shownCode != null) {
            registerSource();
        }
        SysHooks.showUncaught(e);
        interrupted = e.is(ExceptionTypes.KeyboardInterrupt);
        return interrupted ? 130 : 1;
    }

    /** Lets tracebacks show the lines of {@code -c}'s program. */
    private void registerSource() {
        try {
            Call.method(
                    Imports.importModule("linecache"),
                    "_register_code",
                    shownCode,
                    Str.of(shownSource),
                    Str.name("<string>"));
        } catch (PyException ignored) {
            // The traceback is shown without lines.
        }
    }

    private static int exitStatus(PyBaseException exit) {
        Object code = Attributes.getOrNull(exit, "code");
        if (code == null || code == Singleton.NONE) {
            return 0;
        }
        Object number = Numbers.intOrNull(code);
        if (number instanceof Long l) {
            return (int) (l & 0xFF);
        }
        if (number instanceof BigInteger) {
            return 255;
        }
        SysHooks.flush("stdout");
        TruffleString shown = Repr.str(code);
        SysHooks.writeError(Str.java(shown) + "\n");
        return 1;
    }

    private static String text(Object o) {
        return Str.java((TruffleString) o);
    }

    /** Takes away the indentation that all lines have (Python 3.14). */
    private static String dedent(String text) {
        String common = null;
        for (String line : text.split("\n", -1)) {
            String indent = indentOf(line);
            if (indent.length() == line.length()) {
                continue;
            }
            common = common == null ? indent : commonPrefix(common, indent);
        }
        if (common == null || common.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            if (!first) {
                out.append('\n');
            }
            first = false;
            if (indentOf(line).length() == line.length()) {
                continue;
            }
            out.append(
                    line.startsWith(common)
                            ? line.substring(common.length())
                            : line.substring(indentOf(line).length()));
        }
        return out.toString();
    }

    private static String indentOf(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return line.substring(0, i);
    }

    private static String commonPrefix(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return a.substring(0, i);
    }
}
