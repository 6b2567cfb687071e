package org.jabiru.modules.typing;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The type of {@code typing.NoDefault}. */
@BuiltinType(value = "NoDefaultType", doc = "The type of the NoDefault singleton.")
public final class NoDefaultType {
    static final PyType TYPE =
            PyType.builtin("NoDefaultType", NoDefaultTypeTable::new, null).sealed();

    /** {@code typing.NoDefault}: a type parameter has no default. */
    public static final PyObject NO_DEFAULT = new PyObject(TYPE);

    private NoDefaultType() {}

    @Builtin(value = "__new__(cls, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length > 0 || keywords.size() > 0) {
            throw Errors.typeError("NoDefaultType takes no arguments");
        }
        return NO_DEFAULT;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(Object self) {
        return "typing.NoDefault";
    }

    @Builtin("__reduce__(self, /)")
    static String reduce(Object self) {
        return "NoDefault";
    }
}
