package org.jabiru.modules.ast;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.ast.BoolOp;
import org.jabiru.ast.BytesValue;
import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Complex;
import org.jabiru.ast.ExprContext;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Node;
import org.jabiru.ast.NodeShape;
import org.jabiru.ast.Operator;
import org.jabiru.ast.Span;
import org.jabiru.ast.StrValue;
import org.jabiru.ast.UnaryOp;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.ast.AstGrammar.Count;
import org.jabiru.modules.ast.AstGrammar.Field;
import org.jabiru.modules.ast.AstGrammar.NodeClass;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** Python objects as syntax trees. */
public final class TreeFromPython {
    private static final int MAX_DEPTH = 60_000;

    private static final Map<String, Class<?>> RECORDS = new HashMap<>();

    static {
        collect(Node.class);
    }

    private final NodeClasses classes = NodeClasses.current();
    private int depth;

    private TreeFromPython() {}

    private static void collect(Class<?> type) {
        if (type.isRecord()) {
            RECORDS.put(NodeShape.nameOf(type), type);
        } else {
            for (Class<?> sub : type.getPermittedSubclasses()) {
                collect(sub);
            }
        }
    }

    /** Whether the object is a node. */
    public static boolean isNode(Object o) {
        return Types.of(o).isSubtype(NodeType.TYPE);
    }

    /**
     * The tree of a node.
     *
     * @param expected the class that the root must be of, such as {@code Module}
     * @throws org.jabiru.object.PyException TypeError or ValueError if it is not well-formed
     */
    public static Mod convert(Object root, String expected) {
        checkRoot(root, expected);
        try {
            Mod mod = (Mod) new TreeFromPython().node(root, "mod");
            TreeValidator.validate(mod);
            return mod;
        } catch (StackOverflowError e) {
            throw tooDeep("mod");
        }
    }

    private static PyException tooDeep(String sum) {
        return Errors.of(
                ExceptionTypes.RecursionError,
                Str.of("maximum recursion depth exceeded while traversing '" + sum + "' node"));
    }

    /** TypeError unless a node is of the class that is expected at the root. */
    public static void checkRoot(Object root, String expected) {
        if (!Types.isInstance(root, NodeClasses.current().get(expected))) {
            throw Errors.typeError(
                    "expected %s node, got %s", expected, Types.of(root).shortName());
        }
    }

    private Object node(Object object, String sum) {
        // A tree may contain itself.
        if (++depth > MAX_DEPTH) {
            throw tooDeep(sum);
        }
        Object tree = nodeOfDepth(object, sum);
        depth--;
        return tree;
    }

    private Object nodeOfDepth(Object object, String sum) {
        NodeClass c = classOf(object, sum);
        if (!RECORDS.containsKey(c.name())) {
            return operator(c, sum);
        }
        Class<?> record = RECORDS.get(c.name());
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            if (types[i] == Span.class) {
                values[i] = span(object, sum);
            }
        }
        int field = 0;
        for (int i = 0; i < components.length; i++) {
            if (types[i] != Span.class) {
                values[i] = field(object, c, c.fields().get(field++), types[i]);
            }
        }
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new LinkageError("node " + c.name(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("node " + c.name(), e);
        }
    }

    private NodeClass classOf(Object object, String sum) {
        List<NodeClass> alternatives = AstGrammar.sums().get(sum);
        if (alternatives == null) {
            if (Types.isInstance(object, classes.get(sum))) {
                return AstGrammar.classes().get(sum);
            }
        } else {
            // The usual case first: an instance of the class itself.
            NodeClass exact = AstGrammar.classes().get(Types.of(object).shortName());
            if (exact != null
                    && sum.equals(exact.base())
                    && Types.of(object) == classes.get(exact.name())) {
                return exact;
            }
            for (NodeClass c : alternatives) {
                if (Types.isInstance(object, classes.get(c.name()))) {
                    return c;
                }
            }
        }
        if (AstGrammar.isPlaced(sum)) {
            place(object, sum, "lineno", 0, true);
        }
        throw Errors.typeError(
                "expected some sort of %s, but got %s", sum, Str.java(Repr.repr(object)));
    }

    private static Object operator(NodeClass c, String sum) {
        Enum<?>[] all =
                switch (sum) {
                    case "boolop" -> BoolOp.values();
                    case "operator" -> Operator.values();
                    case "unaryop" -> UnaryOp.values();
                    case "cmpop" -> CmpOp.values();
                    default -> ExprContext.values();
                };
        for (Enum<?> e : all) {
            String name =
                    switch (e) {
                        case BoolOp o -> o.astName();
                        case Operator o -> o.astName();
                        case UnaryOp o -> o.astName();
                        case CmpOp o -> o.astName();
                        case ExprContext o -> o.astName();
                        default -> "";
                    };
            if (name.equals(c.name())) {
                return e;
            }
        }
        throw new IllegalArgumentException(c.name());
    }

    private Span span(Object object, String sum) {
        int line = place(object, sum, "lineno", -1, true);
        int column = place(object, sum, "col_offset", -1, true);
        boolean endNeeded = !AstGrammar.hasOptionalEnd(sum);
        int endLine = place(object, sum, "end_lineno", line, endNeeded);
        int endColumn = place(object, sum, "end_col_offset", column, endNeeded);
        if (line > endLine) {
            throw Errors.valueError("AST node line range (%d, %d) is not valid", line, endLine);
        }
        if (line < 0 && endLine != line || column < 0 && column != endColumn) {
            throw Errors.valueError(
                    "AST node column range (%d, %d) for line range (%d, %d) is not valid",
                    column, endColumn, line, endLine);
        }
        if (line == endLine && column > endColumn) {
            throw Errors.valueError(
                    "line %d, column %d-%d is not a valid range", line, column, endColumn);
        }
        return new Span(line, column, endLine, endColumn);
    }

    private int place(Object object, String sum, String name, int missing, boolean needed) {
        Object value = Attributes.getOrNull(object, name);
        if (value == null || value == Singleton.NONE && !needed) {
            if (needed) {
                throw Errors.typeError("required field \"%s\" missing from %s", name, sum);
            }
            return missing;
        }
        return integer(value);
    }

    private static int integer(Object value) {
        Object n = Numbers.intOrNull(value);
        if (n == null) {
            throw Errors.valueError("invalid integer value: %s", Str.java(Repr.repr(value)));
        }
        return ((Number) n).intValue();
    }

    private Object field(Object object, NodeClass c, Field f, Class<?> type) {
        Object value = Attributes.getOrNull(object, f.name());
        if (f.count().isList()) {
            return items(value, c, f);
        }
        if (value == null || value == Singleton.NONE && !f.type().equals("constant")) {
            if (f.count() == Count.OPTIONAL) {
                return type == int.class ? (Object) 0 : null;
            }
            if (value == null && f.type().equals("expr_context")) {
                return ExprContext.LOAD;
            }
            if (value == null) {
                throw Errors.typeError("required field \"%s\" missing from %s", f.name(), c.name());
            }
            if (f.type().equals("int")) {
                return integer(value);
            }
            throw Errors.valueError("field '%s' is required for %s", f.name(), c.name());
        }
        Object out = one(value, f.type());
        return type == boolean.class ? (Object) ((Integer) out != 0) : out;
    }

    private List<Object> items(Object value, NodeClass c, Field f) {
        List<Object> out = new ArrayList<>();
        if (value == null) {
            return out;
        }
        if (!(value instanceof PyList list)) {
            throw Errors.typeError(
                    "%s field \"%s\" must be a list, not a %s",
                    c.name(), f.name(), Types.of(value).shortName());
        }
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (item == Singleton.NONE && !f.type().equals("constant")) {
                if (f.count() == Count.MANY) {
                    throw Errors.valueError("None disallowed in %s list", listOf(f.type()));
                }
                out.add(null);
            } else {
                out.add(one(item, f.type()));
            }
        }
        return out;
    }

    private static String listOf(String type) {
        return type.equals("expr") ? "expression" : type.equals("stmt") ? "statement" : type;
    }

    private Object one(Object value, String type) {
        return switch (type) {
            case "identifier" -> string(value, "AST identifier must be of type str");
            case "string" -> string(value, "AST string must be of type str");
            case "int" -> integer(value);
            case "constant" -> constant(value);
            default -> node(value, type);
        };
    }

    /** A constant with items, once these were found to be constants too. */
    private static Object checkedItems(Object constant, Object[] items) {
        for (Object item : items) {
            constant(item);
        }
        return constant;
    }

    private static String string(Object value, String message) {
        if (!(value instanceof TruffleString s)) {
            throw Errors.typeError(message);
        }
        return Str.java(s);
    }

    /** A str is not UTF-16: two surrogates in it stay two characters. */
    private static int[] codePoints(TruffleString s) {
        int[] out = new int[Str.length(s)];
        for (int i = 0; i < out.length; i++) {
            out[i] = Str.codePointAt(s, i);
        }
        return out;
    }

    private static Object constant(Object value) {
        return switch (value) {
            case Long n -> n;
            case BigInteger n -> n;
            case Double d -> d;
            case Boolean b -> b;
            case TruffleString s -> StrValue.of(codePoints(s));
            case PyBytes b -> BytesValue.of(ByteArguments.read(b));
            case PyComplex c -> new Complex(c.real, c.imag);
            case Singleton s when s == Singleton.NONE -> org.jabiru.ast.Singleton.NONE;
            case Singleton s when s == Singleton.ELLIPSIS -> org.jabiru.ast.Singleton.ELLIPSIS;
            case PyTuple t -> checkedItems(t, t.items);
            case PySet s when Types.of(s) == FrozenSetType.TYPE ->
                    checkedItems(s, Iteration.toArray(s));
            default ->
                    throw Errors.typeError(
                            "got an invalid type in Constant: %s", Types.of(value).shortName());
        };
    }
}
