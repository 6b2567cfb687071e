package org.jabiru.modules.ast;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.union.PyUnion;
import org.jabiru.modules.warnings.WarningsModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** What all classes of nodes can do; {@code ast.AST} derives from it. */
@BuiltinType("_ast._Node")
final class NodeType {
    static final PyType TYPE =
            PyType.builtin("_ast._Node", NodeTypeTable::new, null)
                    .withInstances()
                    .withInstanceDict()
                    .withWeakReferences();

    private NodeType() {}

    private static Object[] names(Object node, String attribute) {
        Object found = Attributes.getOrNull(Types.of(node), attribute);
        if (found == null) {
            return new Object[0];
        }
        Object[] out = new Object[(int) Sequences.length(found)];
        for (int i = 0; i < out.length; i++) {
            out[i] = Sequences.getItem(found, (long) i);
        }
        return out;
    }

    /** A name; of what is no str its representation. */
    private static String string(Object o) {
        TruffleString s = Str.valueOrNull(o);
        return Str.java(s == null ? Repr.repr(o) : s);
    }

    @Builtin(
            value = "__init__(self, *args, **kwargs)",
            doc = "Initialize self.  See help(type(self)) for accurate signature.")
    static void init(PyObject self, Object[] args, PyDict keywords) {
        String type = Types.of(self).shortName();
        if (Attributes.getOrNull(Types.of(self), "_fields") == null) {
            throw Errors.attributeError(
                    "type object '%s.%s' has no attribute '_fields'",
                    Str.java(Repr.str(Attributes.get(Types.of(self), "__module__"))),
                    Types.of(self).shortName());
        }
        Object[] fields = names(self, "_fields");
        Set<String> missing = new LinkedHashSet<>();
        for (Object f : fields) {
            missing.add(string(f));
        }
        if (args.length > fields.length) {
            throw Errors.typeError(
                    "%s constructor takes at most %d positional argument%s",
                    type, fields.length, fields.length == 1 ? "" : "s");
        }
        Set<String> known = Set.copyOf(missing);
        for (int i = 0; i < args.length; i++) {
            Attributes.set(self, Str.valueOrNull(fields[i]), args[i]);
            missing.remove(string(fields[i]));
        }
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            TruffleString key = Str.valueOrNull(keywords.keyAt(i));
            String name = Str.java(key);
            if (known.contains(name)) {
                if (!missing.remove(name)) {
                    throw Errors.typeError("%s got multiple values for argument '%s'", type, name);
                }
            } else if (!contains(names(self, "_attributes"), name)) {
                deprecated(
                        type
                                + ".__init__ got an unexpected keyword argument '"
                                + name
                                + "'. Support for arbitrary keyword arguments is deprecated and"
                                + " will be removed in Python 3.15.");
            }
            Attributes.set(self, key, keywords.valueAt(i));
        }
        if (!missing.isEmpty()) {
            fillIn(self, type, missing);
        }
    }

    private static boolean contains(Object[] names, String name) {
        for (Object n : names) {
            if (string(n).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void deprecated(String message) {
        WarningsModule.warn(ExceptionTypes.DeprecationWarning, message, 1);
    }

    /** Lists are empty, contexts Load, what is optional is None by way of the class. */
    private static void fillIn(PyObject self, String type, Set<String> missing) {
        if (!(Attributes.getOrNull(Types.of(self), "_field_types") instanceof PyDict types)) {
            return;
        }
        for (String name : missing) {
            Object expected = types.get(name);
            if (expected == null) {
                deprecated(
                        "Field "
                                + (name.startsWith("b'") ? name : "'" + name + "'")
                                + " is missing from "
                                + type
                                + "._field_types. This will become an error in Python 3.15.");
            } else if (expected instanceof PyGenericAlias) {
                Attributes.set(self, name, new PyList());
            } else if (expected instanceof PyType t && t.shortName().equals("expr_context")) {
                Attributes.set(self, name, NodeClasses.current().singleton("Load"));
            } else if (!(expected instanceof PyUnion)) {
                deprecated(
                        type
                                + ".__init__ missing 1 required positional argument: '"
                                + name
                                + "'. This will become an error in Python 3.15.");
            }
        }
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(Object self) {
        return NodeRepr.of(self);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyObject self) {
        PyDict dict = Attributes.instanceDict(self);
        List<Object> positional = new ArrayList<>();
        for (Object f : names(self, "_fields")) {
            if (dict.get(f) == null) {
                break;
            }
            positional.add(Singleton.NONE);
        }
        PyDict state = new PyDict();
        state.copyFrom(dict);
        return PyTuple.of(Types.of(self), PyTuple.of(positional.toArray()), state);
    }

    @Builtin(
            value = "__replace__(self, /, **fields)",
            doc = "Return a copy of the AST node with new values for the specified fields.")
    static Object replace(PyObject self, PyDict fields) {
        String type = Types.of(self).shortName();
        Set<String> expected = new LinkedHashSet<>();
        for (Object f : names(self, "_fields")) {
            expected.add(string(f));
        }
        Object[] attributes = names(self, "_attributes");
        PyDict own = Attributes.instanceDict(self);
        PyDict all = new PyDict();
        for (String f : expected) {
            copy(own, f, all);
        }
        for (Object a : attributes) {
            copy(own, string(a), all);
        }
        for (int i = fields.first(); i >= 0; i = fields.next(i)) {
            String name = string(fields.keyAt(i));
            if (!expected.contains(name) && !contains(attributes, name)) {
                throw Errors.typeError(
                        "%s.__replace__ got an unexpected keyword argument '%s'.", type, name);
            }
            all.put(fields.keyAt(i), fields.valueAt(i));
        }
        List<String> missing = new ArrayList<>();
        for (String f : expected) {
            if (all.get(f) == null && Attributes.getOrNull(Types.of(self), f) == null) {
                missing.add("'" + f + "'");
            }
        }
        if (!missing.isEmpty()) {
            missing.sort(null);
            throw Errors.typeError(
                    "%s.__replace__ missing %d keyword argument%s: %s.",
                    type,
                    missing.size(),
                    missing.size() == 1 ? "" : "s",
                    String.join(", ", missing));
        }
        return CallWithDict.call(Types.of(self), new Object[0], all);
    }

    private static void copy(PyDict from, String name, PyDict to) {
        Object value = from.get(name);
        if (value != null) {
            to.put(name, value);
        }
    }
}
