package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The type of special methods of builtin types that are bound to a receiver. */
@BuiltinType("method-wrapper")
public final class MethodWrapperType {
    public static final PyType TYPE =
            PyType.builtin("method-wrapper", MethodWrapperTypeTable::new, null).sealed();

    private MethodWrapperType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(FunctionOrMethod self) {
        return "<method-wrapper '"
                + Str.java(self.name())
                + "' of "
                + Types.of(self.self()).name()
                + " object at "
                + Identity.address(self.self())
                + ">";
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(FunctionOrMethod self) {
        return self.methodHash();
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(FunctionOrMethod self, Object value) {
        return value instanceof FunctionOrMethod f
                ? self.isSameMethod(f)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(FunctionOrMethod self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(FunctionOrMethod self) {
        return MemberAttributes.reduce(self.self(), self.name());
    }

    @Builtin(value = "__self__", kind = BuiltinKind.FIELD)
    static Object self(FunctionOrMethod self) {
        return self.self();
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.GETTER)
    static Object owner(FunctionOrMethod self) {
        PyType owner = self.owner();
        return owner == null ? Singleton.NONE : owner;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(FunctionOrMethod self) {
        return self.name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(FunctionOrMethod self) {
        PyType owner = self.owner();
        return owner == null ? self.name() : MemberAttributes.qualified(owner, self);
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(FunctionOrMethod self) {
        return self.doc();
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(FunctionOrMethod self) {
        return self.textSignature();
    }
}
