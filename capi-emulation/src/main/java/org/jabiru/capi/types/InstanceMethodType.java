package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** The methods of {@code instancemethod}. */
@BuiltinType("instancemethod")
public final class InstanceMethodType {
    public static final PyType TYPE =
            PyType.builtin("instancemethod", InstanceMethodTypeTable::new, null).sealed();

    private InstanceMethodType() {}

    @Builtin(value = "__new__(cls, function, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object function) {
        if (!Call.isCallable(function)) {
            throw Errors.typeError("first argument must be callable");
        }
        return new PyInstanceMethod(function);
    }

    @Builtin(value = "__func__", kind = BuiltinKind.FIELD)
    static Object function(PyInstanceMethod self) {
        return self.function;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyInstanceMethod self) {
        Object doc = Attributes.getOrNull(self.function, "__doc__");
        return doc == null ? Singleton.NONE : doc;
    }

    /** Attributes that the object does not have itself are the function's. */
    @Builtin("__getattribute__(self, name, /)")
    static Object getAttribute(PyInstanceMethod self, TruffleString name) {
        boolean own = TYPE.lookup(name) != null;
        return own
                ? Call.callUnbound(
                        ObjectType.TYPE.lookup("__getattribute__"), self, new Object[] {name}, null)
                : Attributes.get(self.function, name);
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static Object get(PyInstanceMethod self, Object instance, Object owner) {
        return self.get(
                instance == Singleton.NONE ? null : instance, owner instanceof PyType t ? t : null);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyInstanceMethod self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyInstanceMethod self) {
        Object name = Attributes.getOrNull(self.function, "__name__");
        return "<instancemethod "
                + (Str.valueOrNull(name) == null ? "?" : Str.java(Str.valueOrNull(name)))
                + " at 0x"
                + Long.toHexString(System.identityHashCode(self.function))
                + ">";
    }
}
