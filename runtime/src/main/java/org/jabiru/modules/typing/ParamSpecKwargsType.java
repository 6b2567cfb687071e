package org.jabiru.modules.typing;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@code typing.ParamSpecKwargs}. */
@BuiltinType(
        value = "typing.ParamSpecKwargs",
        doc =
                "The keyword arguments of a ParamSpec: its attribute kwargs.\n"
                        + "\n"
                        + "    >>> ParamSpec('P').kwargs.__origin__.__name__\n"
                        + "    'P'",
        signature = "none")
final class ParamSpecKwargsType {
    static final PyType TYPE =
            PyType.builtin("typing.ParamSpecKwargs", ParamSpecKwargsTypeTable::new, null)
                    .sealed()
                    .withWeakReferences()
                    .madeAtRunTime();

    private ParamSpecKwargsType() {}

    @Builtin(value = "__new__(cls, origin)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object origin) {
        return new PyParamSpecPart(TYPE, origin);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyParamSpecPart self) {
        return self.shown("kwargs");
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyParamSpecPart self, Object value) {
        return self.equalTo(value);
    }

    @Builtin("__mro_entries__(self, object, /)")
    static Object mroEntries(PyParamSpecPart self, Object bases) {
        throw TypingFunctions.cannotSubclass("ParamSpecKwargs");
    }

    @Builtin(value = "__origin__", kind = BuiltinKind.FIELD)
    static Object origin(PyParamSpecPart self) {
        return self.origin;
    }
}
