package org.jabiru.compiler;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.StrValue;
import org.jabiru.object.Str;

/** Docstrings, without the indentation of their lines (since 3.13 the compiler removes it). */
public final class Docstrings {
    private Docstrings() {}

    /** The cleaned docstring at the start of a body, or null. */
    static TruffleString ofOrNull(List<Stmt> body) {
        if (body.isEmpty() || !CompilerFlags.isDocstring(body.get(0))) {
            return null;
        }
        Expr.Constant c = (Expr.Constant) ((Stmt.ExprStmt) body.get(0)).value();
        return clean((StrValue) c.value());
    }

    private static TruffleString clean(StrValue doc) {
        if (!doc.isExactString()) {
            return ConstantValues.str(doc);
        }
        return Str.of(clean(doc.toString()));
    }

    /** A text without the indentation that its lines after the first have in common. */
    public static String clean(String doc) {
        String text = expandTabs(doc);
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        String[] lines = text.substring(start).split("\n", -1);
        int margin = Integer.MAX_VALUE;
        for (int i = 1; i < lines.length; i++) {
            int indent = indentation(lines[i]);
            if (indent < lines[i].length()) {
                margin = Math.min(margin, indent);
            }
        }
        margin = margin == Integer.MAX_VALUE ? 0 : margin;
        StringBuilder out = new StringBuilder(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            int indent = Math.min(indentation(lines[i]), margin);
            out.append('\n')
                    .append(lines[i], Math.min(indent, lines[i].length()), lines[i].length());
        }
        return out.toString();
    }

    private static int indentation(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static String expandTabs(String s) {
        if (s.indexOf('\t') < 0) {
            return s;
        }
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\t') {
                do {
                    out.append(' ');
                    column++;
                } while (column % 8 != 0);
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toString();
    }
}
