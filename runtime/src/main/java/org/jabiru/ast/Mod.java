package org.jabiru.ast;

import java.util.List;

/** The root of a tree, by the mode it was parsed in. */
public sealed interface Mod extends Node {
    /** The statements of a file or of a prompt; none where the tree is not made of statements. */
    default List<Stmt> statements() {
        return List.of();
    }

    /** A file ({@code exec}). */
    record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {
        @Override
        public List<Stmt> statements() {
            return body;
        }
    }

    /** One statement typed at a prompt ({@code single}). */
    record Interactive(List<Stmt> body) implements Mod {
        @Override
        public List<Stmt> statements() {
            return body;
        }
    }

    /** The operand of {@code eval}. */
    record Expression(Expr body) implements Mod {}

    /** A signature type comment ({@code func_type}). */
    record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {}
}
