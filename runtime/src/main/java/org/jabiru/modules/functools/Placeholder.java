package org.jabiru.modules.functools;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** {@code functools.Placeholder}: stands for a positional argument that a partial leaves open. */
@BuiltinType("_PlaceholderType")
public final class Placeholder extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("functools._PlaceholderType", PlaceholderTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    /** The only instance. */
    public static final Placeholder INSTANCE = new Placeholder();

    private Placeholder() {
        super(TYPE);
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length > 0 || keywords.size() > 0) {
            throw Errors.typeError("%s takes no arguments", cls.name());
        }
        return INSTANCE;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(Placeholder self) {
        return Str.name("Placeholder");
    }

    @Builtin("__reduce__(self, /)")
    static TruffleString reduce(Placeholder self) {
        return Str.name("Placeholder");
    }
}
