package org.jabiru.modules.ast;

import java.util.List;
import java.util.Map;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.str.StrType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.modules.ast.AstGrammar.Count;
import org.jabiru.modules.ast.AstGrammar.Field;
import org.jabiru.modules.ast.AstGrammar.NodeClass;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** The module {@code _ast}. */
public final class AstModule {
    private static final PyTuple PLACE =
            PyTuple.of(
                    Str.name("lineno"),
                    Str.name("col_offset"),
                    Str.name("end_lineno"),
                    Str.name("end_col_offset"));

    private AstModule() {}

    /** Adds flags and classes. */
    public static void initialize(PyModule module) {
        PyDict dict = module.dict;
        dict.put("PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000L);
        dict.put("PyCF_ONLY_AST", (long) AstFlags.ONLY_AST);
        dict.put("PyCF_OPTIMIZED_AST", (long) AstFlags.OPTIMIZED_AST);
        dict.put("PyCF_TYPE_COMMENTS", (long) AstFlags.TYPE_COMMENTS);
        Object base = baseClass();
        dict.put("AST", base);
        for (Map.Entry<String, List<NodeClass>> sum : AstGrammar.sums().entrySet()) {
            String name = sum.getKey();
            PyDict attributes = attributes(AstGrammar.sumText(name), List.of());
            place(attributes, name);
            dict.put(name, make(name, base, attributes));
        }
        for (NodeClass c : AstGrammar.classes().values()) {
            PyDict attributes = attributes(c.toString(), c.fields());
            if (c.base() == null) {
                place(attributes, c.name());
            }
            for (Field f : c.fields()) {
                if (f.count() == Count.OPTIONAL) {
                    attributes.put(f.name(), Singleton.NONE);
                }
            }
            dict.put(
                    c.name(),
                    make(c.name(), c.base() == null ? base : dict.get(c.base()), attributes));
        }
        for (NodeClass c : AstGrammar.classes().values()) {
            PyType type = (PyType) dict.get(c.name());
            PyDict types = new PyDict();
            for (Field f : c.fields()) {
                types.put(f.name(), typeOf(f, dict));
            }
            type.setAttribute(Str.name("_field_types"), types);
            type.setAttribute(Str.name("__annotations_cache__"), types);
        }
    }

    /** {@code ast.AST}; a class of its own in each interpreter, since Python may add to it. */
    private static Object baseClass() {
        PyDict attributes = attributes(null, List.of());
        attributes.put("_attributes", PyTuple.EMPTY);
        return make("AST", NodeType.TYPE, attributes);
    }

    private static PyDict attributes(String doc, List<Field> fields) {
        PyDict out = new PyDict();
        PyTuple names = PyTuple.of(fields.stream().map(f -> (Object) Str.name(f.name())).toArray());
        out.put("_fields", names);
        out.put("__match_args__", names);
        out.put("__module__", Str.name("ast"));
        out.put("__doc__", doc == null ? Singleton.NONE : Str.of(doc));
        return out;
    }

    private static void place(PyDict attributes, String name) {
        boolean placed = AstGrammar.isPlaced(name);
        attributes.put("_attributes", placed ? PLACE : PyTuple.EMPTY);
        if (AstGrammar.hasOptionalEnd(name)) {
            attributes.put("end_lineno", Singleton.NONE);
            attributes.put("end_col_offset", Singleton.NONE);
        }
    }

    private static Object make(String name, Object base, PyDict attributes) {
        return Call.call(TypeType.TYPE, Str.name(name), PyTuple.of(base), attributes);
    }

    private static Object typeOf(Field f, PyDict classes) {
        Object one =
                switch (f.type()) {
                    case "identifier", "string" -> StrType.TYPE;
                    case "int" -> IntType.TYPE;
                    case "constant" -> ObjectType.TYPE;
                    default -> classes.get(f.type());
                };
        return switch (f.count()) {
            case ONE -> one;
            case OPTIONAL -> Numbers.binary(BinaryOp.OR, one, Singleton.NONE);
            case MANY, MANY_OPTIONAL -> Sequences.getItem(ListType.TYPE, one);
        };
    }
}
