package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLocal;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jabiru.ast.Arguments;
import org.jabiru.ast.Expr;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Span;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.TypeParam;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.bytecode.TypingIntrinsics;
import org.jabiru.compiler.ScopeTree.Part;
import org.jabiru.object.Singleton;

/** Functions, lambdas, classes, type parameters and type aliases. */
final class DefinitionCompiler {
    private final Unit unit;
    private final PyBytecodeRootGen.Builder b;

    DefinitionCompiler(Unit unit) {
        this.unit = unit;
        this.b = unit.b;
    }

    /** A function without defaults that runs the given code in its own scope. */
    void closure(Object key, Scope s, Consumer<Unit> body) {
        makeFunction(unit.code.nested(key, s, body), s, null, null, b::emitLoadNull);
    }

    private void makeFunction(
            PyCode code, Scope s, Runnable defaults, Runnable keywordDefaults, Runnable annotate) {
        b.beginMakeFunction(code);
        orNull(defaults);
        orNull(keywordDefaults);
        if (s.free.isEmpty()) {
            b.emitLoadNull();
        } else {
            b.beginMakeClosure();
            s.free.forEach(unit.names::loadCellItself);
            b.endMakeClosure();
        }
        annotate.run();
        b.endMakeFunction();
    }

    private void orNull(Runnable value) {
        if (value == null) {
            b.emitLoadNull();
        } else {
            value.run();
        }
    }

    private Runnable defaults(Arguments args) {
        return args.defaults().isEmpty() ? null : () -> unit.expressions.tuple(args.defaults());
    }

    private Runnable keywordDefaults(Arguments args) {
        if (args.kwDefaults().stream().allMatch(e -> e == null)) {
            return null;
        }
        return () -> {
            b.beginBuildDict();
            for (int i = 0; i < args.kwonlyargs().size(); i++) {
                if (args.kwDefaults().get(i) != null) {
                    unit.constant(Unit.str(unit.scope.mangle(args.kwonlyargs().get(i).arg())));
                    unit.expressions.visit(args.kwDefaults().get(i));
                }
            }
            b.endBuildDict();
        };
    }

    void lambda(Expr.Lambda l) {
        Scope s = unit.tree.get(l);
        makeFunction(
                unit.code.nested(
                        l,
                        s,
                        u -> {
                            u.line(l.body().span());
                            u.begin(l.body().span());
                            u.beginReturn();
                            u.expressions.visit(l.body());
                            u.endReturn();
                            u.end();
                        }),
                s,
                defaults(l.args()),
                keywordDefaults(l.args()),
                b::emitLoadNull);
    }

    // ---- def ----

    /** The parts that {@code def} and {@code async def} have in common. */
    private record Definition(
            Stmt node,
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decorators,
            Expr returns,
            List<TypeParam> typeParams) {}

    void function(Stmt.FunctionDef f) {
        define(
                new Definition(
                        f,
                        f.name(),
                        f.args(),
                        f.body(),
                        f.decoratorList(),
                        f.returns(),
                        f.typeParams()));
    }

    void function(Stmt.AsyncFunctionDef f) {
        define(
                new Definition(
                        f,
                        f.name(),
                        f.args(),
                        f.body(),
                        f.decoratorList(),
                        f.returns(),
                        f.typeParams()));
    }

    private void define(Definition d) {
        decorated(
                d.node(),
                d.name(),
                d.decorators(),
                () -> {
                    unit.inner.expectLast(d.args(), d.node().span().line());
                    if (d.typeParams().isEmpty()) {
                        functionObject(d, defaults(d.args()), keywordDefaults(d.args()));
                    } else {
                        genericFunction(d);
                    }
                });
    }

    /** Decorators are evaluated first, applied last to first, and the name bound at the end. */
    private void decorated(Stmt s, String name, List<Expr> decorators, Runnable object) {
        List<BytecodeLocal> locals = new ArrayList<>();
        for (Expr e : decorators) {
            BytecodeLocal local = unit.temporary();
            locals.add(local);
            b.beginStoreLocal(local);
            unit.inner.within(true, () -> unit.expressions.visit(e));
            b.endStoreLocal();
        }
        unit.names.store(
                name,
                () -> {
                    if (!locals.isEmpty()) {
                        b.beginTraceOperator(s.span().line());
                    }
                    for (int i = 0; i < locals.size(); i++) {
                        unit.begin(decorators.get(i).span());
                        b.beginCall();
                        b.emitLoadLocal(locals.get(i));
                        b.beginTraceOperator(decorators.get(i).span().line());
                    }
                    if (!locals.isEmpty()) {
                        b.beginTraceOperator(s.span().line());
                        b.beginBlock();
                        unit.inner.at(s.span());
                    }
                    unit.inner.within(true, object);
                    if (!locals.isEmpty()) {
                        b.endBlock();
                        b.endTraceOperator();
                    }
                    for (int i = 0; i < locals.size(); i++) {
                        b.endTraceOperator();
                        b.endCall();
                        unit.end();
                    }
                    if (!locals.isEmpty()) {
                        b.endTraceOperator();
                    }
                });
        locals.forEach(unit::release);
    }

    private void functionObject(Definition d, Runnable defaults, Runnable keywordDefaults) {
        Scope s = unit.tree.get(d.node());
        makeFunction(
                unit.code.nested(d.node(), s, u -> u.definitions.functionBody(d)),
                s,
                defaults,
                keywordDefaults,
                () -> unit.annotations.ofFunction(d.node(), d.args(), d.returns()));
    }

    private void functionBody(Definition d) {
        List<Stmt> body = d.body();
        if (StatementCompiler.areSilent(body, true)) {
            unit.line(startOf(d.node()));
        }
        boolean docstring = CompilerFlags.isDocstring(body.get(0));
        unit.statements.visit(docstring ? body.subList(1, body.size()) : body);
        unit.statements.returnNone();
    }

    /** Type parameters live in a function around the generic one, which gets its defaults. */
    private void genericFunction(Definition d) {
        Scope s = unit.tree.get(d.node(), Part.TYPE_PARAMETERS);
        b.beginCall();
        closure(d.typeParams(), s, u -> u.definitions.genericFunctionBody(d));
        orNull(defaults(d.args()));
        orNull(keywordDefaults(d.args()));
        b.endCall();
    }

    private void genericFunctionBody(Definition d) {
        BytecodeLocal params = unit.temporary();
        typeParameters(d.typeParams(), params);
        unit.beginReturn();
        b.beginSetTypeParameters();
        functionObject(
                d,
                () -> b.emitLoadLocal(unit.locals.get(".defaults")),
                () -> b.emitLoadLocal(unit.locals.get(".kwdefaults")));
        b.emitLoadLocal(params);
        b.endSetTypeParameters();
        unit.endReturn();
    }

    // ---- type parameters ----

    /** Makes and binds the type parameters, and stores the tuple of them. */
    private void typeParameters(List<TypeParam> params, BytecodeLocal into) {
        List<BytecodeLocal> made = new ArrayList<>();
        for (TypeParam p : params) {
            BytecodeLocal local = unit.temporary();
            made.add(local);
            b.beginStoreLocal(local);
            typeParameter(p);
            b.endStoreLocal();
            unit.names.store(p.name(), local);
        }
        b.beginStoreLocal(into);
        b.beginBuildTuple();
        made.forEach(b::emitLoadLocal);
        b.endBuildTuple();
        b.endStoreLocal();
        made.forEach(unit::release);
    }

    private void typeParameter(TypeParam p) {
        if (p.defaultValue() != null) {
            b.beginTypingIntrinsic(TypingIntrinsics.SET_TYPEPARAM_DEFAULT);
        }
        Object name = Unit.str(p.name());
        switch (p) {
            case TypeParam.TypeVar t when t.bound() != null -> {
                b.beginTypingIntrinsic(
                        t.bound() instanceof Expr.Tuple
                                ? TypingIntrinsics.TYPEVAR_WITH_CONSTRAINTS
                                : TypingIntrinsics.TYPEVAR_WITH_BOUND);
                unit.constant(name);
                lazily(p, Part.BOUND, t.bound());
            }
            case TypeParam.TypeVar t -> {
                b.beginTypingIntrinsic(TypingIntrinsics.TYPEVAR);
                unit.constant(name);
            }
            case TypeParam.ParamSpec t -> {
                b.beginTypingIntrinsic(TypingIntrinsics.PARAMSPEC);
                unit.constant(name);
            }
            case TypeParam.TypeVarTuple t -> {
                b.beginTypingIntrinsic(TypingIntrinsics.TYPEVARTUPLE);
                unit.constant(name);
            }
        }
        b.endTypingIntrinsic();
        if (p.defaultValue() != null) {
            lazily(p, Part.DEFAULT, p.defaultValue());
            b.endTypingIntrinsic();
        }
    }

    private void lazily(Object node, Part part, Expr e) {
        Scope s = unit.tree.get(node, part);
        closure(s, s, u -> u.definitions.typeExpression(e));
    }

    private void typeExpression(Expr e) {
        unit.annotations.checkFormat();
        unit.beginReturn();
        if (e instanceof Expr.Starred s) {
            // The value has just one item.
            BytecodeLocal[] item = unit.temporaryRange(1);
            b.beginBlock();
            b.beginUnpackSequence(item);
            unit.expressions.visit(s.value());
            b.endUnpackSequence();
            b.emitLoadLocal(item[0]);
            b.endBlock();
            unit.releaseRange(item);
        } else {
            unit.expressions.visit(e);
        }
        unit.endReturn();
    }

    void typeAlias(Stmt.TypeAlias a) {
        String name = ((Expr.Name) a.name()).id();
        unit.names.store(
                name,
                () -> {
                    if (a.typeParams().isEmpty()) {
                        alias(a, name, null);
                        return;
                    }
                    Scope s = unit.tree.get(a, Part.TYPE_PARAMETERS);
                    b.beginCall();
                    closure(
                            a.typeParams(),
                            s,
                            u -> {
                                BytecodeLocal params = u.temporary();
                                u.definitions.typeParameters(a.typeParams(), params);
                                u.beginReturn();
                                u.definitions.alias(a, name, params);
                                u.endReturn();
                            });
                    b.endCall();
                });
    }

    private void alias(Stmt.TypeAlias a, String name, BytecodeLocal params) {
        b.beginTypingIntrinsic(TypingIntrinsics.TYPEALIAS);
        unit.constant(Unit.str(name));
        if (params == null) {
            unit.none();
        } else {
            b.emitLoadLocal(params);
        }
        Scope s = unit.tree.get(a);
        closure(s, s, u -> u.definitions.typeExpression(a.value()));
        b.endTypingIntrinsic();
    }

    // ---- class ----

    void classDef(Stmt.ClassDef c) {
        decorated(
                c,
                c.name(),
                c.decoratorList(),
                () -> {
                    if (c.typeParams().isEmpty()) {
                        classObject(c, null);
                        return;
                    }
                    Scope s = unit.tree.get(c, Part.TYPE_PARAMETERS);
                    b.beginCall();
                    closure(c.typeParams(), s, u -> u.definitions.genericClassBody(c));
                    b.endCall();
                });
    }

    private void genericClassBody(Stmt.ClassDef c) {
        BytecodeLocal params = unit.temporary();
        typeParameters(c.typeParams(), params);
        unit.names.store(".type_params", params);
        BytecodeLocal generic = unit.temporary();
        b.beginStoreLocal(generic);
        unit.begin(c.span());
        b.beginTypingIntrinsic(TypingIntrinsics.SUBSCRIPT_GENERIC);
        b.emitLoadLocal(params);
        b.endTypingIntrinsic();
        unit.end();
        b.endStoreLocal();
        unit.names.store(".generic_base", generic);
        unit.beginReturn();
        classObject(c, new Expr.Name(".generic_base", ExprContext.LOAD, c.span()));
        unit.endReturn();
    }

    private void classObject(Stmt.ClassDef c, Expr genericBase) {
        List<Expr> bases = new ArrayList<>(c.bases());
        if (genericBase != null) {
            bases.add(genericBase);
        }
        b.beginBlock();
        BytecodeLocal build = unit.temporary();
        BytecodeLocal function = unit.temporary();
        b.beginStoreLocal(build);
        b.emitLoadBuildClass();
        b.endStoreLocal();
        b.beginStoreLocal(function);
        Scope s = unit.tree.get(c);
        closure(c, s, u -> u.definitions.classBody(c));
        b.endStoreLocal();
        unit.inner.expectLast(bases, c.keywords(), c.span().line());
        unit.calls.callWith(build, function, Unit.str(c.name()), bases, c.keywords());
        b.endBlock();
        unit.release(build, function);
    }

    /** The place before the first line of a definition's body. */
    private Span startOf(Stmt s) {
        int line = unit.code.firstLineOf(s);
        return new Span(line, 0, line, 0);
    }

    private void classBody(Stmt.ClassDef c) {
        Scope s = unit.scope;
        Span start = startOf(c);
        unit.line(start);
        unit.begin(start);
        storeName("__module__", () -> b.emitLoadName(Unit.str("__name__")));
        storeName("__qualname__", () -> unit.constant(unit.code.qualifiedNameOf(s)));
        storeName("__firstlineno__", () -> unit.constant((long) unit.code.firstLineOf(c)));
        if (!c.typeParams().isEmpty()) {
            storeName("__type_params__", () -> unit.names.load(".type_params"));
        }
        if (s.needsClassDict) {
            BytecodeLocal cell = unit.declare("__classdict__");
            b.beginStoreLocal(cell);
            b.beginMakeCell();
            b.emitLoadNamespace();
            b.endMakeCell();
            b.endStoreLocal();
        }
        if (s.needsClassCell) {
            unit.declareCell("__class__");
        }
        unit.end();
        List<Stmt> body = c.body();
        TruffleString doc = unit.flags.optimize() < 2 ? Docstrings.ofOrNull(body) : null;
        if (doc != null) {
            unit.statements.docstring(
                    body.get(0).span(), () -> storeName("__doc__", () -> unit.constant(doc)));
            body = body.subList(1, body.size());
        }
        unit.annotations.setup();
        unit.statements.visit(body);
        unit.annotations.finish();
        Object attributes = unit.code.staticAttributesOf(c);
        storeName("__static_attributes__", () -> unit.constant(attributes));
        if (s.needsClassDict) {
            storeName("__classdictcell__", () -> b.emitLoadLocal(unit.locals.get("__classdict__")));
        }
        if (s.needsClassCell) {
            storeName("__classcell__", () -> b.emitLoadLocal(unit.locals.get("__class__")));
        }
        unit.beginReturn();
        if (s.needsClassCell) {
            b.emitLoadLocal(unit.locals.get("__class__"));
        } else {
            unit.constant(Singleton.NONE);
        }
        unit.endReturn();
    }

    private void storeName(String name, Runnable value) {
        Scope.Symbol symbol = unit.scope.symbols.get(name);
        if (symbol != null && (symbol.nonlocal || symbol.global)) {
            unit.names.store(name, value);
            return;
        }
        b.beginStoreName(Unit.str(name));
        value.run();
        b.endStoreName();
    }
}
