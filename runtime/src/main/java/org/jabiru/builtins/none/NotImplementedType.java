package org.jabiru.builtins.none;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The type of NotImplemented. */
@BuiltinType(value = "NotImplementedType", doc = "The type of NotImplemented.", signature = "()")
public final class NotImplementedType {
    public static final PyType TYPE =
            PyType.builtin("NotImplementedType", NotImplementedTypeTable::new, null).sealed();

    private NotImplementedType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length != 0 || keywords.size() != 0) {
            throw Errors.typeError("NotImplementedType takes no arguments");
        }
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(Object self) {
        return "NotImplemented";
    }

    @Builtin(value = "__bool__(self, /)", doc = "True if self else False")
    static boolean bool(Object self) {
        throw Errors.typeError("NotImplemented should not be used in a boolean context");
    }

    @Builtin("__reduce__(self, /)")
    static String reduce(Object self) {
        return "NotImplemented";
    }
}
