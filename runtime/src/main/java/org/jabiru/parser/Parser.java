package org.jabiru.parser;

import static org.jabiru.parser.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Stmt;
import org.jabiru.parser.PythonSyntaxException.Kind;

/** Parses Python 3.14 (the language reference, "Full Grammar specification"). */
public final class Parser {
    private final TokenCursor t;
    private final Grammar g;

    private Parser(SourceText source, ParserOptions options) {
        t = new TokenCursor(source, options);
        g = new Grammar(t);
    }

    /**
     * The tree of {@code source}.
     *
     * @throws PythonSyntaxException if it is not Python, with CPython's message and place
     */
    public static Mod parse(SourceText source, ParseMode mode, ParserOptions options) {
        return new Parser(source, options).parse(mode);
    }

    /**
     * The statement that is being typed, or null when its next line is needed.
     *
     * @param source its lines so far
     * @param ended whether no more lines come
     * @throws PythonSyntaxException if it is not Python
     */
    public static Mod typed(SourceText source, ParserOptions options, boolean ended) {
        return new Parser(source, options).typed(ended);
    }

    private Mod typed(boolean ended) {
        t.tokenizer.typed = true;
        t.tokenizer.goesOn = !ended;
        try {
            return interactive(true);
        } catch (MoreLines e) {
            return null;
        } catch (PythonSyntaxException e) {
            if (!ended && t.tokenizer.failed && t.tokenizer.sawEnd()) {
                return null;
            }
            t.tokenizer.goesOn = false;
            throw atRest(e);
        } catch (Backtrack failure) {
            t.tokenizer.goesOn = false;
            throw explain(() -> interactive(true));
        } catch (StackOverflowError e) {
            throw t.tooDeep();
        }
    }

    private Mod parse(ParseMode mode) {
        PythonSyntaxException moreThanOne = null;
        t.tokenizer.newlineCounts = mode == ParseMode.EXEC;
        t.tokenizer.endsLine = mode == ParseMode.SINGLE;
        try {
            Mod tree = root(mode);
            if (mode == ParseMode.SINGLE) {
                moreThanOne = findMore();
            }
            if (moreThanOne == null) {
                return tree;
            }
        } catch (PythonSyntaxException e) {
            throw incomplete() ? incompleteError() : atRest(e);
        } catch (Backtrack failure) {
            throw incomplete() ? incompleteError() : explain(() -> root(mode));
        } catch (StackOverflowError e) {
            throw t.tooDeep();
        }
        throw moreThanOne;
    }

    private boolean incomplete() {
        return t.options.allowIncompleteInput() && t.tokenizer.sawEnd();
    }

    private PythonSyntaxException incompleteError() {
        return t.errorAtLast(Kind.INCOMPLETE, "incomplete input");
    }

    private PythonSyntaxException explain(Runnable attempt) {
        int last = t.count - 1;
        t.startSecondPass();
        try {
            attempt.run();
        } catch (PythonSyntaxException e) {
            return atRest(e);
        } catch (Backtrack failure) {
            // No rule knows better.
        } catch (StackOverflowError e) {
            return t.tooDeep();
        }
        int kind = t.kinds[last];
        if (kind == INDENT) {
            return t.errorAtLast(Kind.INDENTATION, "unexpected indent");
        }
        if (kind == DEDENT) {
            return t.errorAtLast(Kind.INDENTATION, "unexpected unindent");
        }
        return atRest(t.errorAtToken(last, "invalid syntax"));
    }

    /** {@code error}, unless the tokenizer finds a worse one in the rest of the source. */
    private PythonSyntaxException atRest(PythonSyntaxException error) {
        if (t.tokenizer.failed || error.kind() == Kind.MEMORY || error.kind() == Kind.RECURSION) {
            return error;
        }
        int line = t.count == 0 ? 1 : t.lines[t.count - 1];
        try {
            while (t.count == 0 || t.kinds[t.count - 1] != ENDMARKER) {
                t.tokenizer.next();
            }
            return error;
        } catch (PythonSyntaxException worse) {
            Tokenizer tokenizer = t.tokenizer;
            if (tokenizer.mode != null) {
                // CPython looks no further than an unfinished f-string.
                return error;
            }
            if (!tokenizer.weakError) {
                return worse;
            }
            return tokenizer.level() > 0 && line > tokenizer.openBracketLine()
                    ? tokenizer.neverClosed()
                    : error;
        }
    }

    private Mod root(ParseMode mode) {
        return switch (mode) {
            case EXEC -> {
                List<Stmt> body = new ArrayList<>();
                g.statements.statements(body);
                t.expect(ENDMARKER);
                yield new Mod.Module(List.copyOf(body), List.copyOf(t.tokenizer.typeIgnores));
            }
            case EVAL -> {
                Expr body = g.expressions.expressions();
                end();
                yield new Mod.Expression(body);
            }
            case SINGLE -> interactive(false);
            case FUNC_TYPE -> functionType();
        };
    }

    private void end() {
        while (t.accept(NEWLINE)) {
            // Blank lines are no tokens; this is the line's own.
        }
        t.expect(ENDMARKER);
    }

    private Mod interactive(boolean typed) {
        List<Stmt> body = new ArrayList<>();
        if (t.at(NEWLINE)) {
            t.pos++;
            body.add(new Stmt.Pass(t.tokenSpan(0)));
        } else {
            Stmt compound = g.compounds.compound();
            if (compound != null && typed) {
                body.add(compound);
                t.expect(NEWLINE);
            } else if (compound != null) {
                body.add(compound);
                // The end of a line that lacks its newline has served as the block's.
                int last = t.pos - 1;
                if (t.kinds[last] == NEWLINE && t.columns[last] < 0) {
                    t.kind();
                    throw Backtrack.FAIL;
                }
                t.expect(ENDMARKER);
            } else {
                g.statements.simpleStatements(body);
            }
        }
        return new Mod.Interactive(List.copyOf(body));
    }

    /** Only blank lines and comments may follow the statement: else the error. */
    private PythonSyntaxException findMore() {
        byte[] bytes = t.source.bytes();
        int i = t.tokenizer.pos;
        while (i < t.source.length()) {
            switch (bytes[i]) {
                case ' ', '\t', '\n', '\f' -> i++;
                case '#' -> i = t.source.lineEnd(i);
                default -> {
                    return t.errorAtLast(
                            Kind.SYNTAX,
                            "multiple statements found while compiling a single statement");
                }
            }
        }
        return null;
    }

    /** {@code '(' [type_expressions] ')' '->' expression}. */
    private Mod functionType() {
        List<Expr> types = new ArrayList<>();
        t.expect(LPAR);
        if (!t.at(RPAR)) {
            int stars = 0;
            do {
                int kind = t.kind();
                int more = kind == STAR ? 1 : kind == DOUBLE_STAR ? 2 : 0;
                if (stars > 0 && more <= stars) {
                    throw Backtrack.FAIL;
                }
                if (more > 0) {
                    stars = more;
                    t.pos++;
                }
                types.add(g.expressions.expression());
            } while (stars < 2 && t.accept(COMMA));
        }
        t.expect(RPAR);
        t.expect(ARROW);
        Expr returns = g.expressions.expression();
        end();
        return new Mod.FunctionType(List.copyOf(types), returns);
    }
}
