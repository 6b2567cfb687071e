package org.jabiru.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.ast.Mod;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.Scope.Symbol;

/**
 * The compiler's scopes as the module {@code symtable} shows them: comprehensions that run in the
 * frame around them have no table of their own.
 *
 * @param symbols names, with flags and scope in one number ({@link #SCOPE_OFFSET})
 * @param parameters parameters in the order of {@code co_varnames}
 */
public record SymbolTable(
        String name,
        Type type,
        int line,
        boolean nested,
        Map<String, Integer> symbols,
        List<String> parameters,
        List<SymbolTable> children) {
    /** What a table belongs to, in the order of the constants of {@code _symtable}. */
    public enum Type {
        FUNCTION,
        CLASS,
        MODULE,
        ANNOTATION,
        TYPE_ALIAS,
        TYPE_PARAMETERS,
        TYPE_VARIABLE
    }

    public static final int GLOBAL = 1;
    public static final int LOCAL = 2;
    public static final int PARAMETER = 4;
    public static final int NONLOCAL = 8;
    public static final int USE = 16;
    public static final int FREE_CLASS = 64;
    public static final int IMPORT = 128;
    public static final int ANNOTATED = 256;
    public static final int ITERATION_VARIABLE = 512;
    public static final int TYPE_PARAMETER = 1024;
    public static final int COMPREHENSION_CELL = 2048;

    /** Where the scope of a symbol begins: one of the numbers below. */
    public static final int SCOPE_OFFSET = 12;

    public static final int SCOPE_MASK = 15;

    public static final int SCOPE_LOCAL = 1;
    public static final int SCOPE_GLOBAL_EXPLICIT = 2;
    public static final int SCOPE_GLOBAL_IMPLICIT = 3;
    public static final int SCOPE_FREE = 4;
    public static final int SCOPE_CELL = 5;

    /**
     * The tables of a syntax tree.
     *
     * @throws CompileError for contradicting declarations
     */
    static SymbolTable of(Mod mod, boolean futureAnnotations, CompilerWarnings warnings) {
        ScopeTree tree = ScopeTree.of(mod, futureAnnotations, warnings);
        return of(tree, tree.module, false);
    }

    private static SymbolTable of(ScopeTree tree, Scope s, boolean nested) {
        Map<String, Integer> symbols = new LinkedHashMap<>();
        s.symbols.forEach((name, symbol) -> {
            if (!symbol.implicit) {
                symbols.put(name, flags(s, name, symbol));
            }
        });
        addPassedOn(s, symbols);
        List<SymbolTable> children = new ArrayList<>();
        boolean inside = nested || s.isFunctionLike();
        addChildren(tree, s, inside, symbols, children);
        return new SymbolTable(
                nameOf(s),
                typeOf(tree, s),
                s.span == null ? 0 : s.span.line(),
                nested,
                symbols,
                List.copyOf(s.parameters),
                children);
    }

    private static void addChildren(
            ScopeTree tree,
            Scope s,
            boolean nested,
            Map<String, Integer> symbols,
            List<SymbolTable> children) {
        for (Scope child : s.children) {
            if (!child.inlined) {
                children.add(of(tree, child, nested));
                continue;
            }
            child.symbols.forEach((name, symbol) -> {
                if (!name.equals(".0")) {
                    int flags = flags(child, name, symbol);
                    boolean cell = flags >> SCOPE_OFFSET == SCOPE_CELL;
                    symbols.putIfAbsent(name, flags | (cell ? COMPREHENSION_CELL : 0));
                }
            });
            addChildren(tree, child, nested, symbols, children);
        }
    }

    /** Variables of scopes around that only scopes inside use. */
    private static void addPassedOn(Scope s, Map<String, Integer> symbols) {
        for (String name : s.free) {
            symbols.putIfAbsent(name, SCOPE_FREE << SCOPE_OFFSET);
        }
    }

    private static String nameOf(Scope s) {
        return s.name.startsWith("<") ? s.name.substring(1, s.name.length() - 1) : s.name;
    }

    private static Type typeOf(ScopeTree tree, Scope s) {
        return switch (s.kind) {
            case MODULE -> Type.MODULE;
            case CLASS -> Type.CLASS;
            case FUNCTION, COMPREHENSION -> Type.FUNCTION;
            case ANNOTATION -> Type.ANNOTATION;
            case TYPE_PARAMETERS -> Type.TYPE_PARAMETERS;
            case TYPE_EXPRESSION -> tree.isBody(s) ? Type.TYPE_ALIAS : Type.TYPE_VARIABLE;
        };
    }

    private static int flags(Scope s, String name, Symbol symbol) {
        int flags = 0;
        flags |= symbol.global ? GLOBAL : 0;
        flags |= symbol.assigned || symbol.annotated ? LOCAL : 0;
        flags |= symbol.parameter ? PARAMETER : 0;
        flags |= symbol.nonlocal ? NONLOCAL : 0;
        flags |= symbol.used || symbol.usedInside ? USE : 0;
        flags |= symbol.imported ? IMPORT : 0;
        flags |= symbol.annotated ? ANNOTATED : 0;
        flags |= symbol.iterationVariable ? ITERATION_VARIABLE : 0;
        flags |= symbol.typeParameter ? TYPE_PARAMETER : 0;
        boolean passes = s.kind == Kind.CLASS && s.free.contains(name);
        flags |= passes && s.meaning(name) != Scope.Meaning.FREE ? FREE_CLASS : 0;
        return flags | scope(s, name, symbol) << SCOPE_OFFSET;
    }

    private static int scope(Scope s, String name, Symbol symbol) {
        return switch (s.meaning(name)) {
            case LOCAL -> SCOPE_LOCAL;
            case CELL -> SCOPE_CELL;
            case FREE -> SCOPE_FREE;
            case GLOBAL_EXPLICIT -> symbol.global ? SCOPE_GLOBAL_EXPLICIT : SCOPE_GLOBAL_IMPLICIT;
            case GLOBAL_IMPLICIT -> SCOPE_GLOBAL_IMPLICIT;
            case INHERITED -> scope(s.parent, name, symbol);
        };
    }
}
