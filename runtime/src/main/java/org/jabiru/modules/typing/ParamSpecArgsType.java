package org.jabiru.modules.typing;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@code typing.ParamSpecArgs}. */
@BuiltinType(
        value = "typing.ParamSpecArgs",
        doc =
                "The positional arguments of a ParamSpec: its attribute args.\n"
                        + "\n"
                        + "    >>> ParamSpec('P').args.__origin__.__name__\n"
                        + "    'P'",
        signature = "none")
final class ParamSpecArgsType {
    static final PyType TYPE =
            PyType.builtin("typing.ParamSpecArgs", ParamSpecArgsTypeTable::new, null)
                    .sealed()
                    .withWeakReferences()
                    .madeAtRunTime();

    private ParamSpecArgsType() {}

    @Builtin(value = "__new__(cls, origin)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object origin) {
        return new PyParamSpecPart(TYPE, origin);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyParamSpecPart self) {
        return self.shown("args");
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyParamSpecPart self, Object value) {
        return self.equalTo(value);
    }

    @Builtin("__mro_entries__(self, object, /)")
    static Object mroEntries(PyParamSpecPart self, Object bases) {
        throw TypingFunctions.cannotSubclass("ParamSpecArgs");
    }

    @Builtin(value = "__origin__", kind = BuiltinKind.FIELD)
    static Object origin(PyParamSpecPart self) {
        return self.origin;
    }
}
