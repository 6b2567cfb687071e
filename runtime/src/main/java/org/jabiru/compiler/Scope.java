package org.jabiru.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jabiru.ast.Span;

/** A block of code with names of its own (Execution model, Naming and binding). */
final class Scope {
    /** What the scope is for. */
    enum Kind {
        MODULE,
        CLASS,
        FUNCTION,
        /** A list, set or dict comprehension, or a generator expression. */
        COMPREHENSION,
        /** Deferred annotations of a function, class or module (PEP 649). */
        ANNOTATION,
        /** The type parameters of a generic function, class or alias (PEP 695). */
        TYPE_PARAMETERS,
        /** A bound, a default or an alias's value, evaluated when asked for (PEP 695). */
        TYPE_EXPRESSION;

        /** Whether variables of it are fast locals, and are seen by the scopes inside. */
        boolean isFunctionLike() {
            return this != MODULE && this != CLASS;
        }
    }

    /** What a name means in a scope. */
    enum Meaning {
        /** A fast local, or a name of the module's or class's namespace. */
        LOCAL,
        /** A local that scopes inside use too. */
        CELL,
        /** A variable of a scope around. */
        FREE,
        /** Declared global, or global because no scope around binds it. */
        GLOBAL_EXPLICIT,
        GLOBAL_IMPLICIT,
        /** In an inlined comprehension: what the enclosing scope says. */
        INHERITED
    }

    /** How a name occurs. */
    static final class Symbol {
        boolean assigned;

        /** In a comprehension: an assignment expression binds it in the scope around. */
        boolean assignedOutside;

        boolean used;

        /** An inlined comprehension uses it. */
        boolean usedInside;

        boolean parameter;
        boolean global;
        boolean nonlocal;
        boolean imported;
        boolean annotated;
        boolean typeParameter;
        boolean iterationVariable;

        /** Made by the compiler, and not named by the program (yet). */
        boolean implicit;

        Span declaration;

        boolean isBound() {
            return assigned || parameter || imported || typeParameter;
        }
    }

    final Kind kind;
    final String name;
    final Scope parent;

    /** The class whose private names are mangled here, or null. */
    final String privateName;

    final Span span;

    /** The only names that are mangled; null for all. */
    Set<String> mangledNames;

    /** How messages call a scope for a type. */
    String description;

    final List<Scope> children = new ArrayList<>();
    final Map<String, Symbol> symbols = new LinkedHashMap<>();
    final Map<String, Meaning> meanings = new LinkedHashMap<>();

    /** Names of the cells that a closure passes in, in alphabetical order. */
    final Set<String> free = new TreeSet<>();

    /** Parameters first, then the other locals, in order of appearance. */
    final List<String> parameters = new ArrayList<>();

    boolean isGenerator;
    boolean isCoroutine;
    boolean isAsyncGenerator;

    /** For a module that awaits: the error where that is not allowed. */
    CompileError awaits;

    boolean isLambda;
    boolean isGeneratorExpression;
    boolean hasVarArgs;
    boolean hasVarKeywords;

    /** A comprehension that runs in the frame of the scope around. */
    boolean inlined;

    /** A comprehension with asynchronous parts. */
    boolean isAsyncComprehension;

    /** For a class: whether a method needs the cell {@code __class__}, or {@code __classdict__}. */
    boolean needsClassCell;

    boolean needsClassDict;

    /** Whether names are first looked up in the namespace of the class around. */
    boolean seesClass;

    Scope(Kind kind, String name, Scope parent, String privateName, Span span) {
        this.kind = kind;
        this.name = name;
        this.parent = parent;
        this.privateName = privateName;
        this.span = span;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    Symbol symbol(String mangled) {
        return symbols.computeIfAbsent(mangled, n -> new Symbol());
    }

    String mangle(String identifier) {
        if (mangledNames != null && !mangledNames.contains(identifier)) {
            return identifier;
        }
        return Mangling.mangle(privateName, identifier);
    }

    /** Whether it runs in the frame of a class body, whose variables it does not see. */
    boolean isInlinedInClass() {
        return inlined && parent.kind == Kind.CLASS;
    }

    /** What a (mangled) name means here. */
    Meaning meaning(String mangled) {
        return meanings.getOrDefault(mangled, Meaning.GLOBAL_IMPLICIT);
    }

    /** Whether code here runs in a function's frame, with fast locals. */
    boolean isFunctionLike() {
        return kind.isFunctionLike();
    }

    /** The nearest scope, this one included, that has a code object of its own. */
    Scope codeScope() {
        Scope s = this;
        while (s.inlined) {
            s = s.parent;
        }
        return s;
    }
}
