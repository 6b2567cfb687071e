package org.jabiru.ast;

import java.util.List;

/** A statement. */
public sealed interface Stmt extends Positioned {
    /** {@code def}. */
    record FunctionDef(
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decoratorList,
            Expr returns,
            String typeComment,
            List<TypeParam> typeParams,
            Span span)
            implements Stmt {}

    /** {@code async def}. */
    record AsyncFunctionDef(
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decoratorList,
            Expr returns,
            String typeComment,
            List<TypeParam> typeParams,
            Span span)
            implements Stmt {}

    /** {@code class}. */
    record ClassDef(
            String name,
            List<Expr> bases,
            List<Keyword> keywords,
            List<Stmt> body,
            List<Expr> decoratorList,
            List<TypeParam> typeParams,
            Span span)
            implements Stmt {}

    /** {@code return}; value optional. */
    record Return(Expr value, Span span) implements Stmt {}

    /** {@code del}. */
    record Delete(List<Expr> targets, Span span) implements Stmt {}

    /** {@code a = b = value}. */
    record Assign(List<Expr> targets, Expr value, String typeComment, Span span) implements Stmt {}

    /** {@code type X[T] = value}. */
    record TypeAlias(Expr name, List<TypeParam> typeParams, Expr value, Span span)
            implements Stmt {}

    /** {@code target += value}. */
    record AugAssign(Expr target, Operator op, Expr value, Span span) implements Stmt {}

    /** {@code target: annotation = value}; value optional, {@code simple} for a bare name. */
    record AnnAssign(Expr target, Expr annotation, Expr value, boolean simple, Span span)
            implements Stmt {}

    /** {@code for}. */
    record For(
            Expr target,
            Expr iter,
            List<Stmt> body,
            List<Stmt> orelse,
            String typeComment,
            Span span)
            implements Stmt {}

    /** {@code async for}. */
    record AsyncFor(
            Expr target,
            Expr iter,
            List<Stmt> body,
            List<Stmt> orelse,
            String typeComment,
            Span span)
            implements Stmt {}

    /** {@code while}. */
    record While(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    /** {@code if}; an {@code elif} is an {@code If} alone in orelse. */
    record If(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    /** {@code with}. */
    record With(List<WithItem> items, List<Stmt> body, String typeComment, Span span)
            implements Stmt {}

    /** {@code async with}. */
    record AsyncWith(List<WithItem> items, List<Stmt> body, String typeComment, Span span)
            implements Stmt {}

    /** {@code match}. */
    record Match(Expr subject, List<MatchCase> cases, Span span) implements Stmt {}

    /** {@code raise exc from cause}; both optional. */
    record Raise(Expr exc, Expr cause, Span span) implements Stmt {}

    /** {@code try} with {@code except}. */
    record Try(
            List<Stmt> body,
            List<ExceptHandler> handlers,
            List<Stmt> orelse,
            List<Stmt> finalbody,
            Span span)
            implements Stmt {}

    /** {@code try} with {@code except*}. */
    record TryStar(
            List<Stmt> body,
            List<ExceptHandler> handlers,
            List<Stmt> orelse,
            List<Stmt> finalbody,
            Span span)
            implements Stmt {}

    /** {@code assert}; msg optional. */
    record Assert(Expr test, Expr msg, Span span) implements Stmt {}

    /** {@code import}. */
    record Import(List<Alias> names, Span span) implements Stmt {}

    /** {@code from module import names}; module is null in {@code from . import x}. */
    record ImportFrom(String module, List<Alias> names, int level, Span span) implements Stmt {}

    /** {@code global}. */
    record Global(List<String> names, Span span) implements Stmt {}

    /** {@code nonlocal}. */
    record Nonlocal(List<String> names, Span span) implements Stmt {}

    /** An expression as statement: the manual's {@code Expr}. */
    record ExprStmt(Expr value, Span span) implements Stmt {}

    /** {@code pass}. */
    record Pass(Span span) implements Stmt {}

    /** {@code break}. */
    record Break(Span span) implements Stmt {}

    /** {@code continue}. */
    record Continue(Span span) implements Stmt {}
}
