package org.jabiru.modules.sys;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.ast.Mod;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PySyntaxError;
import org.jabiru.compiler.Compile;
import org.jabiru.imports.Compilation;
import org.jabiru.imports.Imports;
import org.jabiru.imports.ModuleCode;
import org.jabiru.libc.Libc;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.parser.SourceText;
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

    private final PyDict main;
    private final PyDict sys = PythonContext.get().sys.dict;
    private final boolean onTerminal =
            Libc.callInt("isatty", 0) == 1 && Libc.callInt("isatty", 1) == 1;

    /** The {@code __future__} features so far. */
    private int features;

    /** How many statements there were. */
    private int count;

    private boolean ended;

    /** Whether the last line had no end: nothing comes after it. */
    private boolean cutShort;

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
        if (source == null) {
            ended = true;
            return;
        }
        Mod tree = treeOrNull(source, false);
        while (tree == null) {
            String next = cutShort ? null : line("ps2");
            if (next == null && !cutShort) {
                SysHooks.writeError("\n");
            }
            source += next == null ? "" : next;
            tree = treeOrNull(source, next == null);
        }
        PyCode code = compile(tree, source);
        Call.call(member("linecache", "_register_code"), code, Str.of(source), FILE);
        ModuleCode.run(code, main);
    }

    private Mod treeOrNull(String source, boolean whole) {
        return Compile.typed(SourceText.ofString(source, "<stdin>"), features, whole);
    }

    private PyCode compile(Mod tree, String source) {
        String file = "<stdin-" + count++ + ">";
        try {
            PyCode code = Compile.tree(tree, file, features, Compilation.optimization());
            features |= code.flags & Compile.FUTURES;
            return code;
        } catch (PyException e) {
            if (e.exception() instanceof PySyntaxError s && s.lineno instanceof Long n) {
                s.text = Str.of(source.split("(?<=\n)")[(int) (n - 1)]);
            }
            throw e;
        }
    }

    /** A line with its end, or null at the end of the input. */
    private String line(String prompt) {
        try {
            return onTerminal ? fromTerminal(prompt) : fromStream(prompt);
        } catch (PyException e) {
            // What can no longer be read, a closed standard input too, has ended.
            if (e.is(ExceptionTypes.EOFError) || e.is(ExceptionTypes.OSError)) {
                return null;
            }
            if (e.is(ExceptionTypes.KeyboardInterrupt)) {
                SysHooks.writeError("\n");
            }
            throw e;
        }
    }

    private String fromTerminal(String prompt) {
        return text(Call.call(Builtins.get("input"), shown(prompt))) + "\n";
    }

    private String fromStream(String prompt) {
        SysHooks.flush("stdout");
        SysHooks.writeError(Str.java(shown(prompt)));
        SysHooks.flush("stderr");
        Object in = sys.get("__stdin__");
        String line = in == null || in == Singleton.NONE ? "" : text(Call.method(in, "readline"));
        if (line.isEmpty()) {
            return null;
        }
        cutShort = !line.endsWith("\n");
        if (cutShort) {
            // CPython asks for the rest of the line.
            SysHooks.writeError(Str.java(shown("ps2")) + "\n");
            line += "\n";
        }
        return line;
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
