package org.jabiru.ast;

import java.util.List;

/** The root of a tree, by the mode it was parsed in. */
public sealed interface Mod extends Node {
    /** A file ({@code exec}). */
    record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {}

    /** One statement typed at a prompt ({@code single}). */
    record Interactive(List<Stmt> body) implements Mod {}

    /** The operand of {@code eval}. */
    record Expression(Expr body) implements Mod {}

    /** A signature type comment ({@code func_type}). */
    record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {}
}
