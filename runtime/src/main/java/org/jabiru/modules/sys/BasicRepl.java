package org.jabiru.modules.sys;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.imports.Imports;
import org.jabiru.imports.ModuleCode;
import org.jabiru.libc.Libc;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Builtins;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/**
 * The plain interactive loop: of a terminal without {@code _pyrepl}, and of {@code -i} when
 * standard input is no terminal.
 */
public final class BasicRepl {
    private static final TruffleString FILE = Str.name("<stdin>");
    private static final TruffleString SINGLE = Str.name("single");

    private final PyDict main;
    private final PyDict sys = PythonContext.get().sys.dict;
    private final boolean onTerminal =
            Libc.callInt("isatty", 0) == 1 && Libc.callInt("isatty", 1) == 1;

    /** Knows the {@code __future__} statements so far. */
    private final Object compiler = Call.call(member("codeop", "CommandCompiler"));

    private boolean ended;

    private BasicRepl(PyDict main) {
        this.main = main;
    }

    /** Reads, runs and prints until the input ends. */
    public static void run(PyDict main) {
        BasicRepl loop = new BasicRepl(main);
        loop.setPrompt("ps1", ">>> ");
        loop.setPrompt("ps2", "... ");
        while (!loop.ended) {
            try {
                loop.statement();
            } catch (PyException e) {
                SysHooks.showUncaught(e);
            }
            SysHooks.flush("stderr");
            SysHooks.flush("stdout");
        }
        SysHooks.writeError("\n");
    }

    private static Object member(String module, String name) {
        return Attributes.get(Imports.importModule(module), name);
    }

    private void setPrompt(String name, String prompt) {
        if (sys.get(name) == null) {
            sys.put(name, Str.name(prompt));
        }
    }

    private void statement() {
        String source = line("ps1");
        PyCode code = null;
        while (source != null && (code = codeOrNull(source)) == null) {
            String next = line("ps2");
            if (next == null) {
                // What there is so far, or what is wrong with its end.
                code = code(source + "\n");
                break;
            }
            source += "\n" + next;
        }
        if (code != null) {
            Call.call(member("linecache", "_register_code"), code, Str.of(source), FILE);
            ModuleCode.run(code, main);
        }
    }

    /** The statement's code, or null when there must be more of it. */
    private PyCode codeOrNull(String source) {
        try {
            return compile(compiler, source);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.SyntaxError)) {
                throw e;
            }
            // With its end the line is longer: a mark may be behind it.
            return code(source + "\n");
        }
    }

    private static PyCode code(String source) {
        try {
            return compile(Builtins.get("compile"), source);
        } catch (PyException e) {
            // The way through the compiler is nobody's business.
            e.exception().traceback = null;
            throw e;
        }
    }

    private static PyCode compile(Object compiler, String source) {
        return Call.call(compiler, Str.of(source), FILE, SINGLE) instanceof PyCode c ? c : null;
    }

    /** A line without its end, or null at the end of the input. */
    private String line(String prompt) {
        try {
            return onTerminal ? fromTerminal(prompt) : fromStream(prompt);
        } catch (PyException e) {
            // What can no longer be read, a closed standard input too, has ended.
            if (e.is(ExceptionTypes.EOFError) || e.is(ExceptionTypes.OSError)) {
                ended = true;
                return null;
            }
            if (e.is(ExceptionTypes.KeyboardInterrupt)) {
                SysHooks.writeError("\n");
            }
            throw e;
        }
    }

    private String fromTerminal(String prompt) {
        return text(Call.call(Builtins.get("input"), shown(prompt)));
    }

    private String fromStream(String prompt) {
        SysHooks.flush("stdout");
        SysHooks.writeError(Str.java(shown(prompt)));
        SysHooks.flush("stderr");
        Object in = sys.get("__stdin__");
        String line = in == null || in == Singleton.NONE ? "" : text(Call.method(in, "readline"));
        if (line.isEmpty()) {
            ended = true;
            return null;
        }
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private TruffleString shown(String prompt) {
        Object value = sys.get(prompt);
        try {
            return value == null ? Str.EMPTY : Repr.str(value);
        } catch (PyException e) {
            // CPython: the prompt is empty then.
            return Str.EMPTY;
        }
    }

    private static String text(Object line) {
        return Str.java((TruffleString) line);
    }
}
