package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The methods of {@code typing.ParamSpec}. */
@BuiltinType(
        value = "typing.ParamSpec",
        doc =
                "The parameters of a callable, to be those of another one (PEP 612).\n"
                        + "\n"
                        + "    >>> P = ParamSpec('P', default=[int])\n"
                        + "    >>> P.__name__, P.__default__\n"
                        + "    ('P', [<class 'int'>])")
final class ParamSpecType {
    static final PyType TYPE =
            PyType.builtin("typing.ParamSpec", ParamSpecTypeTable::new, null)
                    .sealed()
                    .withInstanceDict()
                    .withWeakReferences()
                    .madeAtRunTime();

    private ParamSpecType() {}

    @Builtin(
            value =
                    "__new__(cls, name, *, bound=None,"
                            + " default=<unrepresentable>, covariant=False, contravariant=False,"
                            + " infer_variance=False)",
            kind = BuiltinKind.NEW,
            doc = "Parameter specification variable.")
    static Object newInstance(
            PyType cls,
            TruffleString name,
            Object bound,
            Object ifMissing,
            boolean covariant,
            boolean contravariant,
            boolean inferVariance) {
        TypingFunctions.checkVariance(covariant, contravariant, inferVariance);
        PyParamSpec made = new PyParamSpec(name);
        made.covariant = covariant;
        made.contravariant = contravariant;
        made.inferVariance = inferVariance;
        // CPython: a bound that is left out is the type of None, too.
        made.bound = TypingFunctions.checkedType(bound, "Bound must be a type.");
        made.ifMissing = LazyValue.of(ifMissing == null ? NoDefaultType.NO_DEFAULT : ifMissing);
        TypingFunctions.setModule(made);
        return made;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyParamSpec self) {
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
    static Object substitute(PyParamSpec self, Object arg) {
        return TypingFunctions.call("_paramspec_subst", self, arg);
    }

    @Builtin("__typing_prepare_subst__(self, alias, args, /)")
    static Object prepare(PyParamSpec self, Object alias, Object args) {
        return TypingFunctions.call("_paramspec_prepare_subst", self, alias, args);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyParamSpec self) {
        return self.name;
    }

    @Builtin("has_default(self, /)")
    static boolean hasDefault(PyParamSpec self) {
        return TypingFunctions.hasDefault(self.ifMissing);
    }

    @Builtin("__mro_entries__(self, object, /)")
    static Object mroEntries(PyParamSpec self, Object bases) {
        throw TypingFunctions.cannotSubclass("ParamSpec");
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(PyParamSpec self) {
        return self.name;
    }

    @Builtin(value = "__covariant__", kind = BuiltinKind.FIELD)
    static boolean covariant(PyParamSpec self) {
        return self.covariant;
    }

    @Builtin(value = "__contravariant__", kind = BuiltinKind.FIELD)
    static boolean contravariant(PyParamSpec self) {
        return self.contravariant;
    }

    @Builtin(value = "__infer_variance__", kind = BuiltinKind.FIELD)
    static boolean inferVariance(PyParamSpec self) {
        return self.inferVariance;
    }

    @Builtin(value = "__bound__", kind = BuiltinKind.FIELD)
    static Object bound(PyParamSpec self) {
        return self.bound;
    }

    @Builtin(value = "args", kind = BuiltinKind.GETTER, doc = "Represents positional arguments.")
    static Object args(PyParamSpec self) {
        return new PyParamSpecPart(ParamSpecArgsType.TYPE, self);
    }

    @Builtin(value = "kwargs", kind = BuiltinKind.GETTER, doc = "Represents keyword arguments.")
    static Object keywordArgs(PyParamSpec self) {
        return new PyParamSpecPart(ParamSpecKwargsType.TYPE, self);
    }

    @Builtin(value = "__default__", kind = BuiltinKind.GETTER)
    static Object ifMissing(PyParamSpec self) {
        return self.ifMissing.get(NoDefaultType.NO_DEFAULT);
    }

    @Builtin(value = "evaluate_default", kind = BuiltinKind.GETTER)
    static Object evaluateDefault(PyParamSpec self) {
        return self.ifMissing.evaluator();
    }
}
