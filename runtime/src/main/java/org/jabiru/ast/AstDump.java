package org.jabiru.ast;

import java.util.List;

/** Prints trees as {@code ast.dump(tree, include_attributes=True)} does. */
public final class AstDump {
    private final StringBuilder out = new StringBuilder();

    private AstDump() {}

    /** The tree on one line. */
    public static String dump(Node tree) {
        AstDump dump = new AstDump();
        dump.node(tree);
        return dump.out.toString();
    }

    private void node(Node node) {
        NodeShape shape = NodeShape.of(node);
        out.append(shape.name()).append('(');
        boolean any = false;
        for (int i = 0; i < shape.fields().size(); i++) {
            Object value = shape.get(node, i);
            if (value == null || value instanceof List<?> l && l.isEmpty()) {
                continue;
            }
            comma(any);
            any = true;
            out.append(shape.fields().get(i)).append('=');
            value(value);
        }
        if (node instanceof Positioned p) {
            Span s = p.span();
            comma(any);
            out.append("lineno=").append(s.line());
            out.append(", col_offset=").append(s.column());
            out.append(", end_lineno=").append(s.endLine());
            out.append(", end_col_offset=").append(s.endColumn());
        }
        out.append(')');
    }

    private void comma(boolean any) {
        if (any) {
            out.append(", ");
        }
    }

    private void value(Object value) {
        switch (value) {
            case null -> out.append("None");
            case Node n -> node(n);
            case List<?> l -> list(l);
            case ExprContext c -> out.append(c.astName()).append("()");
            case BoolOp o -> out.append(o.astName()).append("()");
            case Operator o -> out.append(o.astName()).append("()");
            case UnaryOp o -> out.append(o.astName()).append("()");
            case CmpOp o -> out.append(o.astName()).append("()");
            case Singleton s -> out.append(s == Singleton.NONE ? "None" : "Ellipsis");
            default -> ConstantRepr.append(out, value);
        }
    }

    private void list(List<?> values) {
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            comma(i > 0);
            value(values.get(i));
        }
        out.append(']');
    }
}
