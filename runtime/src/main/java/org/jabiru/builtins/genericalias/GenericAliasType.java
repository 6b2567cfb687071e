package org.jabiru.builtins.genericalias;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.builtins.union.UnionType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;

/** The methods of {@code types.GenericAlias}. */
@BuiltinType(value = "GenericAlias", doc = "A parametrized type such as list[int].")
public final class GenericAliasType {
    public static final PyType TYPE =
            PyType.builtin(
                            "types.GenericAlias",
                            GenericAliasTypeTable::new,
                            t -> new PyGenericAlias(t, Singleton.NONE, PyTuple.EMPTY, false))
                    .withWeakReferences();

    /** Attributes of the alias itself; all others are those of the origin. */
    private static final Set<String> OWN =
            Set.of(
                    "__class__",
                    "__origin__",
                    "__args__",
                    "__unpacked__",
                    "__parameters__",
                    "__typing_unpacked_tuple_args__",
                    "__mro_entries__",
                    "__reduce_ex__",
                    "__reduce__");

    /** Attributes that neither has: classes made from the alias must not inherit them. */
    private static final Set<String> BLOCKED = Set.of("__bases__", "__copy__", "__deepcopy__");

    private GenericAliasType() {}

    @Builtin(value = "__new__(cls, origin, args, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object origin, Object args) {
        PyTuple tuple = args instanceof PyTuple t ? t : new PyTuple(args);
        return new PyGenericAlias(cls, origin, tuple, false);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyGenericAlias self) {
        StringBuilder out = new StringBuilder();
        out.append(self.unpacked ? "*" : "").append(GenericRepr.of(self.origin)).append('[');
        for (int i = 0; i < self.args.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(GenericRepr.of(self.args.get(i)));
        }
        return out.append(self.args.size() == 0 ? "()]" : "]").toString();
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyGenericAlias self) {
        return Hashing.hash(self.origin) ^ Hashing.hash(self.args);
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyGenericAlias self, Object value) {
        if (!(value instanceof PyGenericAlias other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return self.unpacked == other.unpacked
                && Comparison.sameOrEqual(self.origin, other.origin)
                && Comparison.sameOrEqual(self.args, other.args);
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(PyGenericAlias self, Object[] args, PyDict keywords) {
        Object made = CallWithDict.call(self.origin, args, keywords);
        try {
            Attributes.set(made, "__orig_class__", self);
        } catch (PyException e) {
            // Objects that take no attributes do without.
            if (!e.is(ExceptionTypes.AttributeError) && !e.is(ExceptionTypes.TypeError)) {
                throw e;
            }
        }
        return made;
    }

    @Builtin(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
    static Object getAttribute(PyGenericAlias self, Object name) {
        TruffleString s = ObjectType.attributeName(name);
        String n = Str.java(s);
        if (!OWN.contains(n) && !BLOCKED.contains(n)) {
            return Attributes.get(self.origin, s);
        }
        Object found = Attributes.genericOrNull(self, s);
        if (found == null) {
            throw Attributes.missing(self, s);
        }
        return found;
    }

    @Builtin(value = "__iter__(self, /)", doc = "Implement iter(self).")
    static Object iter(PyGenericAlias self) {
        return new GenericAliasIterator(self);
    }

    @Builtin(value = "__or__(self, value, /)", doc = "Return self|value.")
    static Object or(Object self, Object value) {
        return UnionType.or(self, value);
    }

    @Builtin(value = "__ror__(self, value, /)", doc = "Return value|self.")
    static Object reflectedOr(Object self, Object value) {
        return UnionType.or(value, self);
    }

    @Builtin(value = "__getitem__(self, key, /)", doc = "Return self[key].")
    static Object getItem(PyGenericAlias self, Object key) {
        PyTuple parameters = parameters(self);
        if (parameters.size() == 0) {
            throw Errors.typeError("%s is not a generic class", Str.java(Repr.repr(self)));
        }
        Object[] args = TypeParameters.substitute(self, self.args, parameters, key);
        return new PyGenericAlias(TYPE, self.origin, PyTuple.of(args), self.unpacked);
    }

    @Builtin("__mro_entries__(self, object, /)")
    static Object mroEntries(PyGenericAlias self, Object bases) {
        return new PyTuple(self.origin);
    }

    @Builtin("__instancecheck__(self, object, /)")
    static Object instanceCheck(PyGenericAlias self, Object o) {
        throw Errors.typeError("isinstance() argument 2 cannot be a parameterized generic");
    }

    @Builtin("__subclasscheck__(self, object, /)")
    static Object subclassCheck(PyGenericAlias self, Object o) {
        throw Errors.typeError("issubclass() argument 2 cannot be a parameterized generic");
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyGenericAlias self) {
        if (self.unpacked) {
            Object plain = new PyGenericAlias(TYPE, self.origin, self.args, false);
            return new PyTuple(
                    Modules.attribute("builtins", "next"), new PyTuple(Iteration.iter(plain)));
        }
        return new PyTuple(TYPE, new PyTuple(self.origin, self.args));
    }

    @Builtin("__dir__(self, /)")
    static Object dir(PyGenericAlias self) {
        Set<Object> names = new LinkedHashSet<>();
        for (Object name : Iteration.toArray(Call.specialOrNull(self.origin, "__dir__"))) {
            names.add(name);
        }
        OWN.stream().sorted().map(Str::name).forEach(names::add);
        names.removeIf(n -> BLOCKED.contains(Str.java((TruffleString) n)));
        return new PyList(names.toArray());
    }

    private static PyTuple parameters(PyGenericAlias self) {
        if (self.parameters == null) {
            self.parameters = TypeParameters.collect(self.args);
        }
        return self.parameters;
    }

    @Builtin(value = "__origin__", kind = BuiltinKind.FIELD)
    static Object origin(PyGenericAlias self) {
        return self.origin;
    }

    @Builtin(value = "__args__", kind = BuiltinKind.FIELD)
    static Object args(PyGenericAlias self) {
        return self.args;
    }

    @Builtin(value = "__unpacked__", kind = BuiltinKind.FIELD)
    static boolean unpacked(PyGenericAlias self) {
        return self.unpacked;
    }

    @Builtin(
            value = "__parameters__",
            kind = BuiltinKind.GETTER,
            doc = "Type variables in the GenericAlias.")
    static Object parametersOf(PyGenericAlias self) {
        return parameters(self);
    }

    @Builtin(value = "__typing_unpacked_tuple_args__", kind = BuiltinKind.GETTER)
    static Object unpackedTupleArgs(PyGenericAlias self) {
        return self.unpacked && self.origin == TupleType.TYPE ? self.args : Singleton.NONE;
    }
}
