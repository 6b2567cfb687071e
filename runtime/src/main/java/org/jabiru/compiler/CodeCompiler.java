package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeParser;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.builtins.code.CodeBody;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.Scope.Meaning;
import org.jabiru.object.Str;

/** Makes the code objects of one module: its own, and one for each scope that is a function. */
final class CodeCompiler {
    final ScopeTree tree;
    final CompilerFlags flags;

    /** Whether expression statements are printed ({@code single} mode). */
    final boolean interactive;

    /** Where an empty module is. */
    private static final Span NOWHERE = new Span(0, 0, 1, 0);

    private final Mod mod;
    private final TruffleString fileName;
    private final Map<Object, PyCode> codes = new IdentityHashMap<>();
    private final List<PyCode> pending = new ArrayList<>();

    CodeCompiler(Mod mod, TruffleString fileName, CompilerFlags flags, CompilerWarnings warnings) {
        this.mod = mod;
        this.fileName = fileName;
        this.flags = flags;
        this.interactive = mod instanceof Mod.Interactive;
        try {
            this.tree = ScopeTree.of(mod, flags.futureAnnotations(), warnings);
        } catch (CompileError e) {
            throw e.asEarly();
        }
        tree.placement.check();
    }

    /** The code of the whole module; all that is inside is compiled too, to find its errors. */
    PyCode module() {
        PyCode.Builder c = new PyCode.Builder();
        c.name = Str.name("<module>");
        c.fileName = fileName;
        c.flags = flags.futures();
        c.positions = new PositionTable();
        if (flags.topLevelAwait() && tree.module.awaits != null) {
            c.flags |= PyCode.CO_COROUTINE;
        }
        PyCode code = build(c, tree.module, this::moduleBody);
        pending.clear();
        compile(code);
        if (!flags.topLevelAwait() && tree.module.awaits != null) {
            throw tree.module.awaits; // In an assertion that is left out.
        }
        return code;
    }

    /**
     * Compiles a code and all that is inside. CPython compiles what is inside where it stands, so
     * its errors come before those of the code itself, which stand behind it.
     */
    private void compile(PyCode code) {
        CompileError own = null;
        try {
            code.root();
        } catch (CompileError e) {
            own = e;
        }
        List<PyCode> inside = List.copyOf(pending);
        pending.clear();
        inside.forEach(this::compile);
        if (own != null) {
            throw own;
        }
    }

    private void moduleBody(Unit u) {
        if (mod instanceof Mod.Expression e) {
            u.line(e.body().span());
            u.beginReturn();
            u.expressions.visit(e.body());
            u.endReturn();
            return;
        }
        List<Stmt> body = mod.statements();
        u.annotations.setup();
        boolean documented = mod instanceof Mod.Module && flags.optimize() < 2;
        TruffleString doc = documented ? Docstrings.ofOrNull(body) : null;
        if (doc != null) {
            u.statements.docstring(
                    body.get(0).span(),
                    () -> {
                        u.b.beginStoreName(Str.name("__doc__"));
                        u.constant(doc);
                        u.b.endStoreName();
                    });
            body = body.subList(1, body.size());
        } else if (StatementCompiler.areSilent(body, false)) {
            u.line(NOWHERE);
        }
        u.statements.visit(body);
        u.annotations.finish();
        u.statements.returnNone();
    }

    private PyCode build(PyCode.Builder c, Scope scope, Consumer<Unit> body) {
        PositionTable positions = c.positions;
        String file = Str.java(fileName);
        BytecodeParser<PyBytecodeRootGen.Builder> parser =
                b -> {
                    b.beginSource(PositionTable.source(file));
                    b.beginRoot();
                    Unit u = new Unit(b, this, scope, positions);
                    u.declareVariables();
                    b.emitTraceStart();
                    body.accept(u);
                    b.endRoot();
                    b.endSource();
                };
        c.body = CodeBody.of(parser);
        PyCode code = c.build();
        pending.add(code);
        return code;
    }

    /** The code of a scope inside; the same object each time that the key is the same. */
    PyCode nested(Object key, Scope s, Consumer<Unit> body) {
        PyCode known = codes.get(key);
        if (known != null) {
            return known;
        }
        PyCode.Builder c = new PyCode.Builder();
        c.name = Str.name(codeName(s));
        c.qualifiedName = Str.name(qualifiedName(s));
        c.fileName = fileName;
        c.firstLine = key instanceof Stmt st ? firstLineOf(st) : s.span.line();
        c.positions = new PositionTable();
        Arguments args = argumentsOf(key);
        if (args == null) {
            c.argumentCount = s.parameters.size();
            // The iterator of a comprehension has a name that no keyword can be, and no other mark.
            c.positionalOnlyCount = s.kind == Scope.Kind.COMPREHENSION ? 0 : s.parameters.size();
        } else {
            c.positionalOnlyCount = args.posonlyargs().size();
            c.argumentCount = c.positionalOnlyCount + args.args().size();
            c.keywordOnlyCount = args.kwonlyargs().size();
        }
        c.flags = codeFlags(s);
        if (flags.optimize() < 2 && bodyOfNode(key) != null && s.kind == Kind.FUNCTION) {
            c.docstring = Docstrings.ofOrNull(bodyOfNode(key));
            c.flags |= c.docstring == null ? 0 : PyCode.CO_HAS_DOCSTRING;
        }
        c.variableNames = variables(s);
        c.freeNames = strings(s.free);
        List<String> cells = new ArrayList<>();
        s.meanings.forEach((name, m) -> {
            if (m == Meaning.CELL) {
                cells.add(name);
            }
        });
        addOfComprehensions(s, Meaning.CELL, cells);
        if (s.needsClassCell) {
            cells.add("__class__");
        }
        if (s.needsClassDict) {
            cells.add("__classdict__");
        }
        cells.sort(null);
        c.cellNames = strings(cells);
        PyCode code = build(c, s, body);
        codes.put(key, code);
        return code;
    }

    private static TruffleString[] strings(Iterable<String> names) {
        List<TruffleString> out = new ArrayList<>();
        names.forEach(n -> out.add(Str.name(n)));
        return out.toArray(TruffleString[]::new);
    }

    /** The variables of comprehensions that run in the scope's own frame. */
    private static void addOfComprehensions(Scope s, Meaning wanted, List<String> names) {
        for (Scope child : s.children) {
            if (child.inlined) {
                child.meanings.forEach((name, m) -> {
                    if (m == wanted && !names.contains(name)) {
                        names.add(name);
                    }
                });
                addOfComprehensions(child, wanted, names);
            }
        }
    }

    private static TruffleString[] variables(Scope s) {
        if (!s.isFunctionLike()) {
            return new TruffleString[0];
        }
        List<String> names = new ArrayList<>();
        for (String p : s.parameters) {
            names.add(s.kind == Kind.ANNOTATION && p.equals(".format") ? "format" : p);
        }
        s.meanings.forEach((name, m) -> {
            if (m == Meaning.LOCAL && !s.parameters.contains(name)) {
                names.add(name);
            }
        });
        addOfComprehensions(s, Meaning.LOCAL, names);
        return strings(names);
    }

    private int codeFlags(Scope s) {
        int f = flags.futures();
        if (s.isFunctionLike()) {
            f |= PyCode.CO_OPTIMIZED | PyCode.CO_NEWLOCALS;
            Scope around = s.parent.codeScope();
            if (around.isFunctionLike() || around.kind == Kind.CLASS && isInFunction(around)) {
                f |= PyCode.CO_NESTED;
            }
        }
        if (s.hasVarArgs) {
            f |= PyCode.CO_VARARGS;
        }
        if (s.hasVarKeywords) {
            f |= PyCode.CO_VARKEYWORDS;
        }
        if (s.isAsyncGenerator) {
            f |= PyCode.CO_ASYNC_GENERATOR;
        } else if (s.isCoroutine) {
            f |= PyCode.CO_COROUTINE;
        } else if (s.isGenerator) {
            f |= PyCode.CO_GENERATOR;
        }
        if (s.kind == Kind.FUNCTION && !s.isLambda && s.parent.kind == Kind.CLASS) {
            f |= PyCode.CO_METHOD;
        }
        return f;
    }

    private static boolean isInFunction(Scope s) {
        for (Scope p = s.parent; p != null; p = p.parent) {
            if (p.isFunctionLike()) {
                return true;
            }
        }
        return false;
    }

    private static String codeName(Scope s) {
        return s.kind == Kind.TYPE_PARAMETERS ? "<generic parameters of " + s.name + ">" : s.name;
    }

    TruffleString qualifiedNameOf(Scope s) {
        return Str.name(qualifiedName(s));
    }

    /** PEP 3155: names of the scopes around, with {@code <locals>} after a function's. */
    private static String qualifiedName(Scope s) {
        Scope p = s.parent == null ? null : s.parent.codeScope();
        while (p != null && p.kind == Kind.TYPE_PARAMETERS) {
            p = p.parent.codeScope();
        }
        String name = codeName(s);
        if (p == null || p.kind == Kind.MODULE) {
            return name;
        }
        boolean declared = s.kind == Kind.FUNCTION && !s.isLambda || s.kind == Kind.CLASS;
        if (declared && p.meanings.get(p.mangle(s.name)) == Meaning.GLOBAL_EXPLICIT) {
            return name;
        }
        return qualifiedName(p) + (p.isFunctionLike() ? ".<locals>." : ".") + name;
    }

    /** The line of the first decorator, or of the definition. */
    int firstLineOf(Stmt s) {
        return firstSpanOf(s).line();
    }

    /** The place of the first decorator, or of the definition. */
    Span firstSpanOf(Stmt s) {
        List<Expr> decorators =
                switch (s) {
                    case Stmt.FunctionDef f -> f.decoratorList();
                    case Stmt.AsyncFunctionDef f -> f.decoratorList();
                    case Stmt.ClassDef c -> c.decoratorList();
                    default -> List.of();
                };
        return decorators.isEmpty() ? s.span() : decorators.get(0).span();
    }

    private static Arguments argumentsOf(Object node) {
        return switch (node) {
            case Stmt.FunctionDef f -> f.args();
            case Stmt.AsyncFunctionDef f -> f.args();
            case Expr.Lambda l -> l.args();
            default -> null;
        };
    }

    private static List<Stmt> bodyOfNode(Object node) {
        return switch (node) {
            case Stmt.FunctionDef f -> f.body();
            case Stmt.AsyncFunctionDef f -> f.body();
            case Stmt.ClassDef c -> c.body();
            default -> null;
        };
    }

    /** The statements of a module's or class's scope. */
    List<Stmt> bodyOf(Scope s) {
        if (s == tree.module) {
            return mod.statements();
        }
        return bodyOfNode(tree.nodeOf(s));
    }

    /** {@code __static_attributes__}: what methods assign to attributes of {@code self}. */
    PyTuple staticAttributesOf(Stmt.ClassDef c) {
        return PyTuple.of((Object[]) strings(new SelfAttributes(c).names()));
    }
}
