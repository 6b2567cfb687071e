package org.jabiru.builtins.union;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.genericalias.GenericRepr;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.genericalias.TypeParameters;
import org.jabiru.builtins.none.NoneType;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.imports.Imports;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** The methods of {@code types.UnionType} (PEP 604). */
@BuiltinType("typing.Union")
public final class UnionType {
    public static final PyType TYPE =
            PyType.builtin("typing.Union", UnionTypeTable::new, null).sealed().withWeakReferences();

    private UnionType() {}

    /** {@code a | b} where one is a type; NotImplemented when the other is nothing of the kind. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object or(Object a, Object b) {
        if (a instanceof PyUnion || b instanceof PyUnion) {
            // As typing.Union[a, b], which makes a reference of a str and refuses what is no type.
            Object typing = Imports.importModule("typing");
            Object checked = Attributes.get(typing, "_type_check");
            Object message = Str.name("Union[arg, ...]: each arg must be a type.");
            return of(
                    a instanceof PyUnion || isUnionable(a) ? a : Call.call(checked, a, message),
                    b instanceof PyUnion || isUnionable(b) ? b : Call.call(checked, b, message));
        }
        if (!isUnionable(a) || !isUnionable(b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return of(a, b);
    }

    private static boolean isUnionable(Object o) {
        return o == Singleton.NONE
                || o instanceof PyType
                || o instanceof PyGenericAlias
                || o instanceof PyUnion
                || Types.of(o).name().equals("typing.TypeAliasType");
    }

    /** The union of types: the type itself when only one is left. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object of(Object... types) {
        List<Object> flat = new ArrayList<>();
        for (Object t : types) {
            if (t instanceof PyUnion u) {
                for (Object arg : u.args.items) {
                    addNew(flat, arg);
                }
            } else {
                addNew(flat, t == Singleton.NONE ? NoneType.TYPE : t);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new PyUnion(PyTuple.of(flat.toArray()));
    }

    private static void addNew(List<Object> flat, Object type) {
        for (Object known : flat) {
            if (known == type
                    || !(isPlainClass(known) && isPlainClass(type))
                            && Types.of(known) == Types.of(type)
                            && Comparison.equal(known, type)) {
                return;
            }
        }
        flat.add(type);
    }

    private static boolean isPlainClass(Object o) {
        return o instanceof PyType t && t.type() == TypeType.TYPE;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyUnion self) {
        StringBuilder out = new StringBuilder();
        for (Object arg : self.args.items) {
            out.append(out.length() == 0 ? "" : " | ");
            out.append(arg == NoneType.TYPE ? "None" : GenericRepr.of(arg));
        }
        return out.toString();
    }

    @Builtin(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
    static Object getAttribute(PyUnion self, Object name) {
        TruffleString s = ObjectType.attributeName(name);
        if (Str.equal(s, Str.name("__module__"))) {
            return Attributes.get(TYPE, s);
        }
        Object found = Attributes.genericOrNull(self, s);
        if (found == null) {
            throw Attributes.missing(self, s);
        }
        return found;
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyUnion self) {
        long h = 0;
        if (self.unhashable > 0) {
            for (Object arg : self.args.items) {
                Hashing.hash(arg);
            }
            // They have become hashable since; the union stays what it was.
            throw Errors.typeError(
                    "union contains %d unhashable element%s",
                    self.unhashable, self.unhashable == 1 ? "" : "s");
        }
        for (Object arg : self.args.items) {
            h += Hashing.hash(arg) * 0x9E3779B97F4A7C15L;
        }
        return h;
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyUnion self, Object value) {
        if (!(value instanceof PyUnion other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return self.args.size() == other.args.size() && containsAll(self, other);
    }

    private static boolean containsAll(PyUnion a, PyUnion b) {
        for (Object x : a.args.items) {
            boolean found = false;
            for (Object y : b.args.items) {
                found |= Comparison.sameOrEqual(x, y);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    @Builtin(value = "__or__(self, value, /)", doc = "Return self|value.")
    static Object orMethod(Object self, Object value) {
        return or(self, value);
    }

    @Builtin(value = "__ror__(self, value, /)", doc = "Return value|self.")
    static Object reflectedOr(Object self, Object value) {
        return or(value, self);
    }

    @Builtin(value = "__getitem__(self, key, /)", doc = "Return self[key].")
    static Object getItem(PyUnion self, Object key) {
        PyTuple parameters = parameters(self);
        if (parameters.size() == 0) {
            throw Errors.typeError("%s is not a generic class", Str.java(Repr.repr(self)));
        }
        Object[] substituted = TypeParameters.substitute(self, self.args, parameters, key);
        Object result = substituted[0];
        for (int i = 1; i < substituted.length; i++) {
            result = Numbers.binary(BinaryOp.OR, result, substituted[i]);
        }
        return result;
    }

    @Builtin("__mro_entries__(self, object, /)")
    static Object mroEntries(PyUnion self, Object bases) {
        throw Errors.typeError("Cannot subclass %s", Str.java(Repr.repr(self)));
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "See PEP 585")
    static Object classGetItem(Object cls, Object item) {
        Object[] items = item instanceof PyTuple t ? t.items.clone() : new Object[] {item};
        if (items.length == 0) {
            throw Errors.typeError("Cannot take a Union of no types.");
        }
        for (int i = 0; i < items.length; i++) {
            if (!isUnionable(items[i])) {
                items[i] =
                        Call.call(
                                Modules.attribute("typing", "_type_check"),
                                items[i],
                                Str.name("Union[arg, ...]: each arg must be a type."));
            }
        }
        return of(items);
    }

    private static PyTuple parameters(PyUnion self) {
        if (self.parameters == null) {
            self.parameters = TypeParameters.collect(self.args);
        }
        return self.parameters;
    }

    @Builtin(value = "__args__", kind = BuiltinKind.FIELD)
    static Object args(PyUnion self) {
        return self.args;
    }

    @Builtin(
            value = "__parameters__",
            kind = BuiltinKind.GETTER,
            doc = "Type variables in the types.UnionType.")
    static Object parametersOf(PyUnion self) {
        return parameters(self);
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER, doc = "Name of the type")
    static String name(PyUnion self) {
        return "Union";
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER, doc = "Qualified name of the type")
    static String qualifiedName(PyUnion self) {
        return "Union";
    }

    @Builtin(value = "__origin__", kind = BuiltinKind.GETTER, doc = "Always returns the type")
    static Object origin(PyUnion self) {
        return TYPE;
    }
}
