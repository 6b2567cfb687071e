package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** The methods of {@code typing.TypeVarTuple}. */
@BuiltinType("typing.TypeVarTuple")
final class TypeVarTupleType {
    static final PyType TYPE =
            PyType.builtin("typing.TypeVarTuple", TypeVarTupleTypeTable::new, null)
                    .sealed()
                    .withInstanceDict()
                    .withWeakReferences()
                    .madeAtRunTime();

    private TypeVarTupleType() {}

    @Builtin(
            value = "__new__(cls, name, *, default=<unrepresentable>)",
            kind = BuiltinKind.NEW,
            doc = "Type variable tuple.")
    static Object newInstance(PyType cls, TruffleString name, Object ifMissing) {
        PyTypeVarTuple made = new PyTypeVarTuple(name);
        made.ifMissing = LazyValue.of(ifMissing == null ? NoDefaultType.NO_DEFAULT : ifMissing);
        TypingFunctions.setModule(made);
        return made;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static Object repr(PyTypeVarTuple self) {
        return self.name;
    }

    @Builtin(value = "__iter__(self, /)", doc = "Implement iter(self).")
    static Object iter(PyTypeVarTuple self) {
        return Iteration.iter(PyTuple.of(TypingFunctions.unpack(self)));
    }

    @Builtin("__typing_subst__(self, arg, /)")
    static Object substitute(PyTypeVarTuple self, Object arg) {
        throw Errors.typeError("Substitution of bare TypeVarTuple is not supported");
    }

    @Builtin("__typing_prepare_subst__(self, alias, args, /)")
    static Object prepare(PyTypeVarTuple self, Object alias, Object args) {
        return TypingFunctions.call("_typevartuple_prepare_subst", self, alias, args);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyTypeVarTuple self) {
        return self.name;
    }

    @Builtin("has_default(self, /)")
    static boolean hasDefault(PyTypeVarTuple self) {
        return TypingFunctions.hasDefault(self.ifMissing);
    }

    @Builtin("__mro_entries__(self, object, /)")
    static Object mroEntries(PyTypeVarTuple self, Object bases) {
        throw TypingFunctions.cannotSubclass("TypeVarTuple");
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(PyTypeVarTuple self) {
        return self.name;
    }

    @Builtin(value = "__default__", kind = BuiltinKind.GETTER)
    static Object ifMissing(PyTypeVarTuple self) {
        return self.ifMissing.get(NoDefaultType.NO_DEFAULT);
    }

    @Builtin(value = "evaluate_default", kind = BuiltinKind.GETTER)
    static Object evaluateDefault(PyTypeVarTuple self) {
        return self.ifMissing.evaluator();
    }
}
