package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Alias;
import org.jabiru.ast.Stmt;

/** {@code import} and {@code from … import}. */
final class ImportParser {
    private final Grammar g;
    private final TokenCursor t;

    ImportParser(Grammar g) {
        this.g = g;
        this.t = g.tokens;
    }

    Stmt importNames() {
        int start = t.pos;
        if (t.diagnosing) {
            g.statementErrors.importNames();
            t.pos = start;
        }
        t.expect(IMPORT);
        List<Alias> names = new ArrayList<>(1);
        do {
            int from = t.pos;
            String name = dottedName();
            names.add(alias(from, name));
        } while (t.accept(COMMA));
        return new Stmt.Import(List.copyOf(names), t.spanFrom(start));
    }

    private Alias alias(int start, String name) {
        String asname = null;
        if (t.at(AS)) {
            if (t.diagnosing) {
                int mark = t.pos;
                g.statementErrors.importTarget();
                t.pos = mark;
            }
            t.pos++;
            asname = t.expectName();
        }
        return new Alias(name, asname, t.spanFrom(start));
    }

    /** {@code a.b.c}. */
    String dottedName() {
        String name = t.expectName();
        if (!t.at(DOT)) {
            return name;
        }
        StringBuilder dotted = new StringBuilder(name);
        while (t.accept(DOT)) {
            dotted.append('.').append(t.expectName());
        }
        return dotted.toString();
    }

    Stmt importFrom() {
        int start = t.expect(FROM);
        int level = 0;
        while (true) {
            if (t.accept(DOT)) {
                level++;
            } else if (t.accept(ELLIPSIS)) {
                level += 3;
            } else {
                break;
            }
        }
        String module = level == 0 || t.at(NAME) ? dottedName() : null;
        t.expect(IMPORT);
        List<Alias> names = targets();
        if (level == 0 && "__future__".equals(module)) {
            for (Alias name : names) {
                if (name.name().equals("barry_as_FLUFL")) {
                    t.barryAsFlufl = true;
                }
            }
        }
        return new Stmt.ImportFrom(module, names, level, t.spanFrom(start));
    }

    private List<Alias> targets() {
        if (t.at(STAR)) {
            int star = t.pos++;
            return List.of(new Alias("*", null, t.tokenSpan(star)));
        }
        int start = t.pos;
        boolean parenthesized = t.accept(LPAR);
        try {
            List<Alias> names = new ArrayList<>(4);
            boolean comma;
            do {
                int from = t.pos;
                names.add(alias(from, t.expectName()));
                comma = t.accept(COMMA);
            } while (comma && !(parenthesized && t.at(RPAR)) && !t.at(NEWLINE));
            if (parenthesized) {
                t.expect(RPAR);
            } else if (comma) {
                throw Backtrack.FAIL;
            }
            return List.copyOf(names);
        } catch (Backtrack failure) {
            if (t.diagnosing) {
                t.pos = start;
                g.statementErrors.importFromTargets();
            }
            throw failure;
        }
    }
}
