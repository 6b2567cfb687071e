package org.jabiru.builtins.none;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The type of Ellipsis. */
@BuiltinType(value = "ellipsis", doc = "The type of Ellipsis.", signature = "()")
public final class EllipsisType {
    public static final PyType TYPE =
            PyType.builtin("ellipsis", EllipsisTypeTable::new, null).sealed();

    private EllipsisType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length != 0 || keywords.size() != 0) {
            throw Errors.typeError("EllipsisType takes no arguments");
        }
        return Singleton.ELLIPSIS;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(Object self) {
        return "Ellipsis";
    }

    @Builtin("__reduce__(self, /)")
    static String reduce(Object self) {
        return "Ellipsis";
    }
}
