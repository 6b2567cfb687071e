package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLocal;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.ast.Expr;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.compiler.Scope.Kind;
import org.jabiru.compiler.Scope.Meaning;

/** Reads, writes and deletes variables. */
final class NameCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    NameCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    /** What the (mangled) name means, looking through inlined comprehensions. */
    private Meaning meaning(String name) {
        Scope s = unit.scope;
        Meaning m = s.meaning(name);
        while (m == Meaning.INHERITED || s.inlined && !s.meanings.containsKey(name)) {
            s = s.parent;
            m = s.meaning(name);
        }
        if (!s.isFunctionLike() && m == Meaning.CELL) {
            return Meaning.LOCAL;
        }
        return m;
    }

    /** The scope of the frame: names of a module or class are in its namespace. */
    private Scope owner(String name) {
        Scope s = unit.scope;
        while (s.inlined
                && (!s.meanings.containsKey(name) || s.meaning(name) == Meaning.INHERITED)) {
            s = s.parent;
        }
        return s;
    }

    void load(String identifier) {
        String name = unit.scope.mangle(identifier);
        TruffleString str = Unit.str(name);
        Scope owner = owner(name);
        Meaning m = meaning(name);
        if (owner.seesClass && m != Meaning.LOCAL && m != Meaning.CELL) {
            loadThroughClass(str, name, m);
            return;
        }
        switch (m) {
            case LOCAL -> {
                if (owner.isFunctionLike()) {
                    b.beginCheckLocal(str);
                    b.emitLoadLocal(unit.cell(name));
                    b.endCheckLocal();
                } else {
                    b.emitLoadName(str);
                }
            }
            case CELL -> loadCell(name, str, false);
            case FREE -> {
                if (owner.kind == Kind.CLASS) {
                    b.beginLoadFromNamespaceOrCell(str);
                    b.emitLoadNamespace();
                    b.emitLoadLocal(unit.cell(name));
                    b.endLoadFromNamespaceOrCell();
                } else {
                    loadCell(name, str, true);
                }
            }
            case GLOBAL_EXPLICIT -> b.emitLoadGlobal(str);
            case GLOBAL_IMPLICIT, INHERITED -> {
                if (owner.isFunctionLike()) {
                    b.emitLoadGlobal(str);
                } else {
                    b.emitLoadName(str);
                }
            }
        }
    }

    private void loadCell(String name, TruffleString str, boolean free) {
        if (free) {
            b.beginLoadFree(str);
            b.emitLoadLocal(unit.cell(name));
            b.endLoadFree();
        } else {
            b.beginLoadCell(str);
            b.emitLoadLocal(unit.cell(name));
            b.endLoadCell();
        }
    }

    /** In annotations and type expressions inside a class, its namespace comes first. */
    private void loadThroughClass(TruffleString str, String name, Meaning m) {
        if (name.equals("__classdict__") || name.equals("__class__")) {
            loadCell(name, str, true);
        } else if (m == Meaning.GLOBAL_EXPLICIT) {
            b.emitLoadGlobal(str);
        } else if (m == Meaning.FREE) {
            b.beginLoadFromNamespaceOrCell(str);
            loadClassDict();
            b.emitLoadLocal(unit.cell(name));
            b.endLoadFromNamespaceOrCell();
        } else {
            b.beginLoadFromNamespaceOrGlobals(str);
            loadClassDict();
            b.endLoadFromNamespaceOrGlobals();
        }
    }

    private void loadClassDict() {
        loadCell("__classdict__", Unit.str("__classdict__"), true);
    }

    /** Stores what {@code value} pushes. */
    void store(String identifier, Runnable value) {
        String name = unit.scope.mangle(identifier);
        TruffleString str = Unit.str(name);
        Scope owner = owner(name);
        switch (meaning(name)) {
            case LOCAL -> {
                if (owner.isFunctionLike()) {
                    b.beginStoreLocal(unit.cell(name));
                    value.run();
                    b.endStoreLocal();
                } else {
                    b.beginStoreName(str);
                    value.run();
                    b.endStoreName();
                }
            }
            case CELL, FREE -> {
                b.beginStoreCell();
                b.emitLoadLocal(unit.cell(name));
                value.run();
                b.endStoreCell();
            }
            case GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, INHERITED -> {
                b.beginStoreGlobal(str);
                value.run();
                b.endStoreGlobal();
            }
        }
    }

    void store(String identifier, BytecodeLocal value) {
        store(identifier, () -> b.emitLoadLocal(value));
    }

    /** The local of a variable that is nothing more than one, or null. */
    BytecodeLocal localOrNull(Expr target) {
        if (!(target instanceof Expr.Name n)) {
            return null;
        }
        String name = unit.scope.mangle(n.id());
        boolean plain = meaning(name) == Meaning.LOCAL && owner(name).isFunctionLike();
        return plain ? unit.cell(name) : null;
    }

    void delete(String identifier) {
        String name = unit.scope.mangle(identifier);
        TruffleString str = Unit.str(name);
        Scope owner = owner(name);
        switch (meaning(name)) {
            case LOCAL -> {
                if (owner.isFunctionLike()) {
                    load(identifier);
                    b.beginStoreLocal(unit.cell(name));
                    b.emitLoadNull();
                    b.endStoreLocal();
                } else {
                    b.emitDeleteName(str);
                }
            }
            case CELL -> {
                b.beginDeleteCell(str);
                b.emitLoadLocal(unit.cell(name));
                b.endDeleteCell();
            }
            case FREE -> {
                b.beginDeleteFree(str);
                b.emitLoadLocal(unit.cell(name));
                b.endDeleteFree();
            }
            default -> b.emitDeleteGlobal(str);
        }
    }

    /** Ends the life of a variable that may be unbound already (the name of an except clause). */
    void clear(String identifier) {
        String name = unit.scope.mangle(identifier);
        store(identifier, unit::none);
        delete(name);
    }

    /** The cell of a variable, for a closure. */
    void loadCellItself(String mangled) {
        b.emitLoadLocal(unit.locals.get(mangled));
    }
}
