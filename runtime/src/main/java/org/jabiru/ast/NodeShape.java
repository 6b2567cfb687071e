package org.jabiru.ast;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A node's class and fields as the manual's {@code ast} chapter spells them. */
public final class NodeShape {
    private static final ClassValue<NodeShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected NodeShape computeValue(Class<?> type) {
                    return new NodeShape(type);
                }
            };

    private final String name;
    private final List<String> fields;
    private final RecordComponent[] components;

    private NodeShape(Class<?> type) {
        name = nameOf(type);
        List<String> names = new ArrayList<>();
        List<RecordComponent> found = new ArrayList<>();
        for (RecordComponent c : type.getRecordComponents()) {
            if (c.getType() != Span.class) {
                names.add(snakeCase(c.getName()));
                found.add(c);
            }
        }
        fields = List.copyOf(names);
        components = found.toArray(new RecordComponent[0]);
    }

    /** The shape of a node's class. */
    public static NodeShape of(Node node) {
        return SHAPES.get(node.getClass());
    }

    /** The class name that the manual has for a class of nodes. */
    public static String nameOf(Class<?> type) {
        return type == Stmt.ExprStmt.class ? "Expr" : manualName(type);
    }

    private static String manualName(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Arguments" -> "arguments";
            case "Arg" -> "arg";
            case "Keyword" -> "keyword";
            case "Alias" -> "alias";
            case "WithItem" -> "withitem";
            case "MatchCase" -> "match_case";
            case "Comprehension" -> "comprehension";
            default -> type.getSimpleName();
        };
    }

    private static String snakeCase(String camel) {
        StringBuilder out = new StringBuilder();
        for (char c : camel.toCharArray()) {
            if (Character.isUpperCase(c)) {
                out.append('_');
            }
            out.append(c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** The class name, such as {@code FunctionDef} or {@code arguments}. */
    public String name() {
        return name;
    }

    /** The {@code _fields}, without the attributes of place. */
    public List<String> fields() {
        return fields;
    }

    /**
     * The value of field {@code index} of {@code node}, which has this shape; flags are the
     * manual's 0 and 1.
     */
    public Object get(Node node, int index) {
        try {
            Object value = components[index].getAccessor().invoke(node);
            if (components[index].getType() == boolean.class) {
                return (Boolean) value ? 1 : 0;
            }
            return value;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("field of " + name, e);
        }
    }
}
