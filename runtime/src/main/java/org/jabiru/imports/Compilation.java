package org.jabiru.imports;

import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.compiler.Compile;
import org.jabiru.parser.ParseMode;
import org.jabiru.parser.SourceText;

/** The compiler as the import system and the launcher use it. */
public final class Compilation {
    private Compilation() {}

    /** Compiles the content of a source file. */
    public static PyCode compile(byte[] source, String fileName) {
        return compile(Compile.decodeFile(source, fileName), fileName, ParseMode.EXEC);
    }

    /** Compiles statements. */
    public static PyCode statements(String source, String fileName) {
        return compile(SourceText.ofString(source, fileName), fileName, ParseMode.EXEC);
    }

    /** Compiles an expression; SyntaxError for anything else. */
    public static PyCode expression(String source, String fileName) {
        return compile(SourceText.ofString(source, fileName), fileName, ParseMode.EVAL);
    }

    private static PyCode compile(SourceText source, String fileName, ParseMode mode) {
        int optimize = Math.min(PythonContext.get().configuration.optimize, 2);
        return Compile.source(source, fileName, mode, 0, optimize);
    }
}
