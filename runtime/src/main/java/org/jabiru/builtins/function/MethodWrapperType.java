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
    static String repr(PyBuiltinFunction self) {
        return "<method-wrapper '"
                + self.table.name(self.index)
                + "' of "
                + Types.of(self.self).name()
                + " object at "
                + Identity.address(self.self)
                + ">";
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyBuiltinFunction self) {
        return self.sameHash();
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyBuiltinFunction self, Object value) {
        return value instanceof PyBuiltinFunction f
                ? self.isSameMethod(f)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(PyBuiltinFunction self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyBuiltinFunction self) {
        return MemberAttributes.reduce(self.self, self.name());
    }

    @Builtin(value = "__self__", kind = BuiltinKind.FIELD)
    static Object self(PyBuiltinFunction self) {
        return self.self;
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.GETTER)
    static Object owner(PyBuiltinFunction self) {
        PyType owner = Types.of(self.self).definingType(self.name());
        return owner == null ? Singleton.NONE : owner;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyBuiltinFunction self) {
        return self.name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyBuiltinFunction self) {
        PyType owner = Types.of(self.self).definingType(self.name());
        return owner == null
                ? self.name()
                : Str.of(Str.java(owner.qualifiedName()) + "." + self.table.name(self.index));
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyBuiltinFunction self) {
        return MemberAttributes.doc(self);
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyBuiltinFunction self) {
        return MemberAttributes.textSignature(self);
    }
}
