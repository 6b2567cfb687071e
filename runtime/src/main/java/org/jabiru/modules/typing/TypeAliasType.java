package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.genericalias.GenericAliasType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.union.UnionType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** The methods of {@code typing.TypeAliasType}. */
@BuiltinType(value = "typing.TypeAliasType", signature = "none")
final class TypeAliasType {
    static final PyType TYPE =
            PyType.builtin("typing.TypeAliasType", TypeAliasTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private TypeAliasType() {}

    @Builtin(
            value = "__new__(cls, name, value, *, type_params=())",
            kind = BuiltinKind.NEW,
            doc = "Type alias.")
    static Object newInstance(PyType cls, TruffleString name, Object value, Object parameters) {
        if (!(parameters instanceof PyTuple t)) {
            throw Errors.typeError("type_params must be a tuple");
        }
        boolean defaults = false;
        for (Object p : t.items) {
            boolean hasDefault =
                    switch (p) {
                        case PyTypeVar v -> TypeVarType.hasDefault(v);
                        case PyParamSpec v -> ParamSpecType.hasDefault(v);
                        case PyTypeVarTuple v -> TypeVarTupleType.hasDefault(v);
                        default ->
                                throw Errors.typeError(
                                        "Expected a type param, got %s", Str.java(Repr.repr(p)));
                    };
            if (defaults && !hasDefault) {
                throw Errors.typeError(
                        "non-default type parameter '%s' follows default type parameter",
                        Str.java(Repr.repr(p)));
            }
            defaults |= hasDefault;
        }
        return new PyTypeAlias(name, t, LazyValue.of(value), TypingFunctions.callerModule());
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static Object repr(PyTypeAlias self) {
        return self.name;
    }

    @Builtin(value = "__iter__(self, /)", doc = "Implement iter(self).")
    static Object iter(PyTypeAlias self) {
        return Iteration.iter(PyTuple.of(TypingFunctions.unpack(self)));
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
    static Object getItem(PyTypeAlias self, Object key) {
        if (self.typeParameters.size() == 0) {
            throw Errors.typeError("Only generic type aliases are subscriptable");
        }
        return Call.call(GenericAliasType.TYPE, self, key);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyTypeAlias self) {
        return self.name;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(PyTypeAlias self) {
        return self.name;
    }

    @Builtin(value = "__parameters__", kind = BuiltinKind.GETTER)
    static Object parameters(PyTypeAlias self) {
        return TypingFunctions.unpackTuples(self.typeParameters);
    }

    @Builtin(value = "__type_params__", kind = BuiltinKind.GETTER)
    static Object typeParameters(PyTypeAlias self) {
        return self.typeParameters;
    }

    @Builtin(value = "__value__", kind = BuiltinKind.GETTER)
    static Object value(PyTypeAlias self) {
        return self.value.get(Singleton.NONE);
    }

    @Builtin(value = "evaluate_value", kind = BuiltinKind.GETTER)
    static Object evaluateValue(PyTypeAlias self) {
        return self.value.evaluator();
    }

    @Builtin(value = "__module__", kind = BuiltinKind.GETTER)
    static Object module(PyTypeAlias self) {
        return self.module != null
                ? self.module
                : Attributes.get(self.value.evaluator(), "__module__");
    }
}
