package org.jabiru.compiler;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.ast.Arg;
import org.jabiru.ast.Arguments;

/** The parameters of a function in the orders that the compiler needs. */
final class FunctionParameters {
    private FunctionParameters() {}

    /** As in {@code co_varnames}: positional, keyword-only, {@code *args}, {@code **kwargs}. */
    static List<Arg> ordered(Arguments args) {
        List<Arg> out = new ArrayList<>(args.posonlyargs());
        out.addAll(args.args());
        out.addAll(args.kwonlyargs());
        if (args.vararg() != null) {
            out.add(args.vararg());
        }
        if (args.kwarg() != null) {
            out.add(args.kwarg());
        }
        return out;
    }

    /** In the order in which {@code __annotations__} has them. */
    static List<Arg> all(Arguments args) {
        List<Arg> out = new ArrayList<>(args.posonlyargs());
        out.addAll(args.args());
        if (args.vararg() != null) {
            out.add(args.vararg());
        }
        out.addAll(args.kwonlyargs());
        if (args.kwarg() != null) {
            out.add(args.kwarg());
        }
        return out;
    }
}
