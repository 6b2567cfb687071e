package org.jabiru.modules.functools;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Comparison.Op;

/** What {@code cmp_to_key} returns, and what that makes of each object to compare. */
@BuiltinType("KeyWrapper")
public final class KeyWrapper extends PyObject implements JavaCallable {
    public static final PyType TYPE =
            PyType.builtin("functools.KeyWrapper", KeyWrapperTable::new, null).sealed();

    private static final Signature CALL = Signature.parse("functools", "K(obj)", 'M');

    private final Object compare;

    /** Null for the key function itself. */
    private Object object;

    KeyWrapper(Object compare, Object object) {
        super(TYPE);
        this.compare = compare;
        this.object = object;
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return new KeyWrapper(compare, CALL.bind(args, keywords)[0]);
    }

    @Builtin("__call__(self, /, obj)")
    static Object call(KeyWrapper self, Object obj) {
        return new KeyWrapper(self.compare, obj);
    }

    @Builtin(value = "obj", kind = BuiltinKind.GETTER, doc = "The object to compare.")
    static Object obj(KeyWrapper self) {
        if (self.object == null) {
            throw Errors.attributeError("object");
        }
        return self.object;
    }

    @Builtin(value = "obj", kind = BuiltinKind.SETTER)
    static void setObj(KeyWrapper self, Object value) {
        self.object = value;
    }

    private Object compare(Op op, Object other) {
        if (!(other instanceof KeyWrapper k)) {
            throw Errors.typeError("other argument must be K instance");
        }
        if (object == null || k.object == null) {
            throw Errors.attributeError("object");
        }
        return Comparison.compare(op, Call.call(compare, object, k.object), 0L);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(KeyWrapper self, Object value) {
        return self.compare(Op.EQ, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(KeyWrapper self, Object value) {
        return self.compare(Op.NE, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(KeyWrapper self, Object value) {
        return self.compare(Op.LT, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(KeyWrapper self, Object value) {
        return self.compare(Op.LE, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(KeyWrapper self, Object value) {
        return self.compare(Op.GT, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(KeyWrapper self, Object value) {
        return self.compare(Op.GE, value);
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static String textSignature(KeyWrapper self) {
        return "(obj)";
    }
}
