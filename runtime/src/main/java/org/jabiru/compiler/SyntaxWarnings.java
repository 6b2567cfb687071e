package org.jabiru.compiler;

import org.jabiru.ast.Span;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.parser.PythonSyntaxException;
import org.jabiru.parser.WarningSink;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** SyntaxWarnings of one source: a filter may turn them into errors. */
final class SyntaxWarnings implements WarningSink, CompilerWarnings {
    private final String fileName;

    SyntaxWarnings(String fileName) {
        this.fileName = fileName;
    }

    @Override
    public void warn(String message, int line) {
        if (isError(message, line)) {
            throw new PythonSyntaxException(
                    PythonSyntaxException.Kind.SYNTAX, message, fileName, line, 0, line, 0, null);
        }
    }

    @Override
    public void warn(String message, Span span) {
        if (isError(message, span.line())) {
            throw new CompileError(message, span);
        }
    }

    @Override
    public boolean refuses(String message, int line) {
        return isError(message, line);
    }

    private boolean isError(String message, int line) {
        try {
            Call.call(
                    Modules.attribute("_warnings", "warn_explicit"),
                    Str.of(message),
                    ExceptionTypes.SyntaxWarning,
                    Str.of(fileName),
                    (long) line);
            return false;
        } catch (PyException e) {
            if (e.is(ExceptionTypes.SyntaxWarning)) {
                return true;
            }
            throw e;
        }
    }
}
