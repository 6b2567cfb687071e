package org.jabiru.modules.typing;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Repr;

/** The methods of {@code typing.ParamSpecArgs}. */
@BuiltinType("typing.ParamSpecArgs")
final class ParamSpecArgsType {
    static final PyType TYPE =
            PyType.builtin("typing.ParamSpecArgs", ParamSpecArgsTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private ParamSpecArgsType() {}

    @Builtin(value = "__new__(cls, origin)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object origin) {
        return new PyParamSpecPart(TYPE, origin);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyParamSpecPart self) {
        String origin =
                Str.java(self.origin instanceof PyParamSpec p ? p.name : Repr.repr(self.origin));
        return origin + ".args";
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyParamSpecPart self, Object value) {
        return value instanceof PyParamSpecPart other && other.type() == TYPE
                ? (Object) Comparison.equal(self.origin, other.origin)
                : Singleton.NOT_IMPLEMENTED;
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
