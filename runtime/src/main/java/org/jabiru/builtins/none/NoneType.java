package org.jabiru.builtins.none;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Hashing;

/** The type of None. */
@BuiltinType(value = "NoneType", doc = "The type of None.", signature = "()")
public final class NoneType {
    public static final PyType TYPE = PyType.builtin("NoneType", NoneTypeTable::new, null).sealed();

    private NoneType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length != 0 || keywords.size() != 0) {
            throw Errors.typeError("NoneType takes no arguments");
        }
        return Singleton.NONE;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(Object self) {
        return "None";
    }

    @Builtin(value = "__bool__(self, /)", doc = "True if self else False")
    static boolean bool(Object self) {
        return false;
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(Object self) {
        return Hashing.OF_NONE;
    }
}
