package org.jabiru.imports;

import org.jabiru.PythonContext;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Stmt;
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

    /**
     * A program of an embedder, whose result is that of an expression it may end with.
     *
     * @param statements what comes before, or null
     * @param result the expression, or null
     */
    public record Program(PyCode statements, PyCode result) {}

    /** Compiles a program of an embedder. */
    public static Program program(String source, String fileName) {
        SourceText text = SourceText.ofString(source, fileName);
        Mod.Module whole = (Mod.Module) Compile.parse(text, ParseMode.EXEC, 0);
        int count = whole.body().size();
        if (count == 0 || !(whole.body().get(count - 1) instanceof Stmt.ExprStmt last)) {
            return new Program(compile(whole, fileName), null);
        }
        PyCode result = compile(new Mod.Expression(last.value()), fileName);
        if (count == 1) {
            return new Program(null, result);
        }
        var before = new Mod.Module(whole.body().subList(0, count - 1), whole.typeIgnores());
        return new Program(compile(before, fileName), result);
    }

    private static PyCode compile(Mod tree, String fileName) {
        return Compile.tree(tree, fileName, 0, optimization());
    }

    /** The level of {@code -O}: 0, 1 or 2. */
    public static int optimization() {
        return Math.min(PythonContext.get().configuration.optimize, 2);
    }

    private static PyCode compile(SourceText source, String fileName, ParseMode mode) {
        return Compile.source(source, fileName, mode, 0, optimization());
    }
}
