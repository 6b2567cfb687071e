package org.jabiru.compiler;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jabiru.ast.Mod;

/** The scopes of one module, by the node that opens them. */
final class ScopeTree {
    /** What of a node a scope belongs to: the node itself, its annotations, its type parameters. */
    enum Part {
        BODY,
        ANNOTATIONS,
        TYPE_PARAMETERS,
        BOUND,
        DEFAULT
    }

    private final Map<Part, Map<Object, Scope>> scopes = new EnumMap<>(Part.class);
    final Scope module;

    /** What stands where it may not; for when names are known. */
    final Placement placement = new Placement();

    private ScopeTree(Scope module) {
        this.module = module;
    }

    /**
     * Finds and resolves all names.
     *
     * @param futureAnnotations whether {@code from __future__ import annotations} is in force
     * @param warnings told about code that cannot do what it looks like
     * @throws CompileError for contradicting declarations
     */
    static ScopeTree of(Mod mod, boolean futureAnnotations, CompilerWarnings warnings) {
        Scope module = new Scope(Scope.Kind.MODULE, "top", null, null, null);
        ScopeTree tree = new ScopeTree(module);
        new ScopeBuilder(tree, futureAnnotations, warnings).visit(mod);
        new ScopeAnalyzer().analyze(module);
        return tree;
    }

    void put(Object node, Part part, Scope scope) {
        scopes.computeIfAbsent(part, p -> new IdentityHashMap<>()).put(node, scope);
    }

    Scope get(Object node, Part part) {
        Map<Object, Scope> map = scopes.get(part);
        return map == null ? null : map.get(node);
    }

    /** Whether the scope is a node's body. */
    boolean isBody(Scope scope) {
        return scopes.getOrDefault(Part.BODY, Map.of()).containsValue(scope);
    }

    /** The node whose body the scope is. */
    Object nodeOf(Scope scope) {
        for (Map.Entry<Object, Scope> e : scopes.get(Part.BODY).entrySet()) {
            if (e.getValue() == scope) {
                return e.getKey();
            }
        }
        throw new IllegalArgumentException("no node for the scope " + scope.name);
    }

    Scope get(Object node) {
        return get(node, Part.BODY);
    }
}
