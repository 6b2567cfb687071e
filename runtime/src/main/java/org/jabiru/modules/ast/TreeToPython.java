package org.jabiru.modules.ast;

import java.math.BigInteger;
import java.util.List;
import org.jabiru.ast.BoolOp;
import org.jabiru.ast.BytesValue;
import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Complex;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Node;
import org.jabiru.ast.NodeShape;
import org.jabiru.ast.Operator;
import org.jabiru.ast.Positioned;
import org.jabiru.ast.Span;
import org.jabiru.ast.StrValue;
import org.jabiru.ast.UnaryOp;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.compiler.ConstantValues;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Syntax trees as Python objects. */
public final class TreeToPython {
    private final NodeClasses classes = NodeClasses.current();

    private TreeToPython() {}

    /** The object for a tree. */
    public static Object convert(Node tree) {
        try {
            return new TreeToPython().node(tree);
        } catch (StackOverflowError e) {
            throw Errors.of(
                    ExceptionTypes.RecursionError,
                    Str.of("maximum recursion depth exceeded during ast construction"));
        }
    }

    private PyObject node(Node node) {
        NodeShape shape = NodeShape.of(node);
        PyObject out = classes.make(shape.name());
        List<String> fields = shape.fields();
        for (int i = 0; i < fields.size(); i++) {
            NodeClasses.set(out, fields.get(i), value(shape.get(node, i)));
        }
        if (node instanceof Positioned p) {
            Span s = p.span();
            NodeClasses.set(out, "lineno", (long) s.line());
            NodeClasses.set(out, "col_offset", (long) s.column());
            NodeClasses.set(out, "end_lineno", (long) s.endLine());
            NodeClasses.set(out, "end_col_offset", (long) s.endColumn());
        }
        return out;
    }

    private Object value(Object value) {
        return switch (value) {
            case null -> Singleton.NONE;
            case Node n -> node(n);
            case List<?> l -> {
                PyList out = new PyList();
                l.forEach(item -> out.append(value(item)));
                yield out;
            }
            case String s -> Str.name(s);
            case Integer i -> (long) i;
            case BoolOp o -> classes.singleton(o.astName());
            case Operator o -> classes.singleton(o.astName());
            case UnaryOp o -> classes.singleton(o.astName());
            case CmpOp o -> classes.singleton(o.astName());
            case ExprContext o -> classes.singleton(o.astName());
            case StrValue s -> ConstantValues.of(s);
            case BytesValue b -> ConstantValues.of(b);
            case Complex c -> ConstantValues.of(c);
            case org.jabiru.ast.Singleton s -> ConstantValues.of(s);
            case Long n -> n;
            case BigInteger n -> n;
            case Double d -> d;
            case Boolean b -> b;
            default -> throw new IllegalArgumentException("a field of " + value.getClass());
        };
    }
}
