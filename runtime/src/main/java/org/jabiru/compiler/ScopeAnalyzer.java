package org.jabiru.compiler;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.Scope.Meaning;
import org.jabiru.compiler.Scope.Symbol;

/** Decides what each name means (Execution model, Resolution of names). */
final class ScopeAnalyzer {
    /** Analyzes a whole module. */
    void analyze(Scope module) {
        resolve(module, Set.of(), Set.of());
    }

    /**
     * Resolves a scope and all inside it.
     *
     * @param visible variables of the functions around
     * @param globals names that a scope around declared global
     * @return the names that the scope needs from the functions around
     */
    private Set<String> resolve(Scope s, Set<String> visible, Set<String> globals) {
        Set<String> explicitGlobals = new HashSet<>(globals);
        Set<String> own = new HashSet<>();
        for (Map.Entry<String, Symbol> e : s.symbols.entrySet()) {
            String name = e.getKey();
            Symbol symbol = e.getValue();
            if (symbol.global) {
                s.meanings.put(name, Meaning.GLOBAL_EXPLICIT);
                explicitGlobals.add(name);
            } else if (symbol.nonlocal) {
                if (s.kind == Kind.MODULE) {
                    throw new CompileError(
                            "nonlocal declaration not allowed at module level", symbol.declaration);
                }
                if (!visible.contains(name)) {
                    throw new CompileError(
                            "no binding for nonlocal '" + name + "' found", symbol.declaration);
                }
                if (isTypeParameter(s.parent, name)) {
                    throw new CompileError(
                            "nonlocal binding not allowed for type parameter '" + name + "'",
                            symbol.declaration);
                }
                s.meanings.put(name, Meaning.FREE);
                s.free.add(name);
            } else if (symbol.isBound()) {
                s.meanings.put(name, Meaning.LOCAL);
                own.add(name);
                explicitGlobals.remove(name);
            }
        }
        for (Map.Entry<String, Symbol> e : s.symbols.entrySet()) {
            if (!s.meanings.containsKey(e.getKey())) {
                resolveUse(s, e.getKey(), visible, explicitGlobals);
            }
        }
        Set<String> inside = new HashSet<>(visible);
        Set<String> insideGlobals = explicitGlobals;
        if (s.isFunctionLike()) {
            inside.addAll(own);
        } else if (s.kind == Kind.CLASS) {
            inside.add("__class__");
            inside.add("__classdict__");
            insideGlobals = new HashSet<>(globals);
        }
        inside.removeIf(n -> s.meanings.get(n) == Meaning.GLOBAL_EXPLICIT && s.kind != Kind.CLASS);
        for (Scope child : s.children) {
            for (String name : resolve(child, inside, insideGlobals)) {
                need(s, child, name);
            }
        }
        return new HashSet<>(s.free);
    }

    /** Whether the variable of a function around that a name means is a type parameter. */
    private static boolean isTypeParameter(Scope from, String name) {
        for (Scope s = from; s != null; s = s.parent) {
            Symbol symbol = s.symbols.get(name);
            if (s.isFunctionLike() && symbol != null && symbol.isBound() && !symbol.nonlocal) {
                return symbol.typeParameter;
            }
        }
        return false;
    }

    private static Symbol symbolOfClassAround(Scope from, String name) {
        Scope s = from;
        while (s.kind != Kind.CLASS) {
            s = s.parent;
        }
        return s.symbols.get(name);
    }

    private void resolveUse(
            Scope s, String name, Set<String> visible, Set<String> explicitGlobals) {
        Symbol inClass = s.seesClass ? symbolOfClassAround(s, name) : null;
        if (s.inlined && !s.isInlinedInClass()) {
            s.meanings.put(name, Meaning.INHERITED);
        } else if (s.inlined && (name.equals("__class__") || name.equals("__classdict__"))) {
            s.meanings.put(name, Meaning.GLOBAL_IMPLICIT);
        } else if (inClass != null && inClass.global) {
            s.meanings.put(name, Meaning.GLOBAL_EXPLICIT);
        } else if (inClass != null && inClass.isBound() && !inClass.nonlocal) {
            s.meanings.put(name, Meaning.GLOBAL_IMPLICIT);
        } else if (visible.contains(name)) {
            s.meanings.put(name, Meaning.FREE);
            s.free.add(name);
        } else if (explicitGlobals.contains(name)) {
            s.meanings.put(name, Meaning.GLOBAL_EXPLICIT);
        } else {
            s.meanings.put(name, Meaning.GLOBAL_IMPLICIT);
        }
    }

    /** A scope inside needs a variable: it is a cell here, or comes from further out. */
    private void need(Scope s, Scope child, String name) {
        if (s.kind == Kind.CLASS
                && name.equals("__class__")
                && s.meanings.get(name) != Meaning.FREE) {
            s.needsClassCell = true;
            return;
        }
        if (s.kind == Kind.CLASS && name.equals("__classdict__")) {
            s.needsClassDict = true;
            return;
        }
        Meaning m = s.meanings.get(name);
        if (s.isFunctionLike() && (m == Meaning.LOCAL || m == Meaning.CELL)) {
            s.meanings.put(name, Meaning.CELL);
            return;
        }
        if (s.inlined && !s.isInlinedInClass()) {
            // The variable is the enclosing scope's: that one has it, or passes it on.
            s.meanings.put(name, Meaning.INHERITED);
            s.free.add(name);
            return;
        }
        s.free.add(name);
        if (m == null || s.kind != Kind.CLASS) {
            s.meanings.put(name, Meaning.FREE);
        }
    }
}
