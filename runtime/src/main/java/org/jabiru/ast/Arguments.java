package org.jabiru.ast;

import java.util.List;

/**
 * The parameters of a function. {@code kwDefaults} has one entry for each of {@code kwonlyargs},
 * null where there is no default; {@code defaults} belong to the last of posonlyargs and args.
 */
public record Arguments(
        List<Arg> posonlyargs,
        List<Arg> args,
        Arg vararg,
        List<Arg> kwonlyargs,
        List<Expr> kwDefaults,
        Arg kwarg,
        List<Expr> defaults)
        implements Node {
    /** A function without parameters. */
    public static final Arguments NONE =
            new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());
}
