package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The methods of {@code typing.TypeVar}. */
@BuiltinType("typing.TypeVar")
final class TypeVarType {
    static final PyType TYPE =
            PyType.builtin("typing.TypeVar", TypeVarTypeTable::new, null)
                    .sealed()
                    .withInstanceDict()
                    .withWeakReferences()
                    .madeAtRunTime();

    private TypeVarType() {}

    @Builtin(
            value =
                    "__new__(cls, name, *constraints, bound=None,"
                            + " default=<unrepresentable>, covariant=False, contravariant=False,"
                            + " infer_variance=False)",
            kind = BuiltinKind.NEW,
            doc = "Type variable.")
    static Object newInstance(
            PyType cls,
            TruffleString name,
            Object[] constraints,
            Object bound,
            Object ifMissing,
            boolean covariant,
            boolean contravariant,
            boolean inferVariance) {
        TypingFunctions.checkVariance(covariant, contravariant, inferVariance);
        PyTypeVar made = new PyTypeVar(name);
        made.covariant = covariant;
        made.contravariant = contravariant;
        made.inferVariance = inferVariance;
        if (bound != Singleton.NONE) {
            made.bound = LazyValue.of(TypingFunctions.checkedType(bound, "Bound must be a type."));
        }
        if (constraints.length == 1) {
            throw Errors.typeError("A single constraint is not allowed");
        }
        if (constraints.length > 0) {
            if (made.bound.isPresent()) {
                throw Errors.typeError("Constraints cannot be used with bound=...");
            }
            made.constraints = LazyValue.of(PyTuple.of(constraints));
        }
        made.ifMissing = LazyValue.of(ifMissing == null ? NoDefaultType.NO_DEFAULT : ifMissing);
        TypingFunctions.setModule(made);
        return made;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyTypeVar self) {
        return TypingFunctions.sign(self.inferVariance, self.covariant, self.contravariant)
                + Str.java(self.name);
    }

    @Builtin(value = "__or__(self, value, /)", doc = "Return self|value.")
    static Object or(Object self, Object value) {
        return TypingFunctions.union(self, value);
    }

    @Builtin(value = "__ror__(self, value, /)", doc = "Return value|self.")
    static Object reflectedOr(Object self, Object value) {
        return TypingFunctions.union(value, self);
    }

    @Builtin("__typing_subst__(self, arg, /)")
    static Object substitute(PyTypeVar self, Object arg) {
        return TypingFunctions.call("_typevar_subst", self, arg);
    }

    @Builtin("__typing_prepare_subst__(self, alias, args, /)")
    static Object prepare(PyTypeVar self, Object alias, Object args) {
        return TypingFunctions.prepareWithDefault(self, self.ifMissing, alias, args);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyTypeVar self) {
        return self.name;
    }

    @Builtin("has_default(self, /)")
    static boolean hasDefault(PyTypeVar self) {
        return TypingFunctions.hasDefault(self.ifMissing);
    }

    @Builtin("__mro_entries__(self, object, /)")
    static Object mroEntries(PyTypeVar self, Object bases) {
        throw TypingFunctions.cannotSubclass("TypeVar");
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(PyTypeVar self) {
        return self.name;
    }

    @Builtin(value = "__covariant__", kind = BuiltinKind.FIELD)
    static boolean covariant(PyTypeVar self) {
        return self.covariant;
    }

    @Builtin(value = "__contravariant__", kind = BuiltinKind.FIELD)
    static boolean contravariant(PyTypeVar self) {
        return self.contravariant;
    }

    @Builtin(value = "__infer_variance__", kind = BuiltinKind.FIELD)
    static boolean inferVariance(PyTypeVar self) {
        return self.inferVariance;
    }

    @Builtin(value = "__bound__", kind = BuiltinKind.GETTER)
    static Object bound(PyTypeVar self) {
        return self.bound.get(Singleton.NONE);
    }

    @Builtin(value = "__constraints__", kind = BuiltinKind.GETTER)
    static Object constraints(PyTypeVar self) {
        return self.constraints.get(PyTuple.EMPTY);
    }

    @Builtin(value = "__default__", kind = BuiltinKind.GETTER)
    static Object ifMissing(PyTypeVar self) {
        return self.ifMissing.get(NoDefaultType.NO_DEFAULT);
    }

    @Builtin(value = "evaluate_bound", kind = BuiltinKind.GETTER)
    static Object evaluateBound(PyTypeVar self) {
        return self.bound.evaluator();
    }

    @Builtin(value = "evaluate_constraints", kind = BuiltinKind.GETTER)
    static Object evaluateConstraints(PyTypeVar self) {
        return self.constraints.evaluator();
    }

    @Builtin(value = "evaluate_default", kind = BuiltinKind.GETTER)
    static Object evaluateDefault(PyTypeVar self) {
        return self.ifMissing.evaluator();
    }
}
