package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The type of builtin functions and of builtin methods bound to a receiver. */
@BuiltinType("builtin_function_or_method")
public final class BuiltinFunctionType {
    public static final PyType TYPE =
            PyType.builtin("builtin_function_or_method", BuiltinFunctionTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private BuiltinFunctionType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyBuiltinFunction self) {
        return MemberAttributes.reprOfFunction(self);
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
        return MemberAttributes.reduceFunction(self);
    }

    @Builtin(value = "__module__", kind = BuiltinKind.FIELD)
    static Object module(PyBuiltinFunction self) {
        return self.module == null ? Singleton.NONE : self.module;
    }

    @Builtin(value = "__module__", kind = BuiltinKind.SETTER)
    static void setModule(PyBuiltinFunction self, Object module) {
        self.module = module;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyBuiltinFunction self) {
        return self.name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyBuiltinFunction self) {
        return MemberAttributes.qualifiedName(self);
    }

    @Builtin(value = "__self__", kind = BuiltinKind.GETTER)
    static Object self(PyBuiltinFunction self) {
        return self.self == null || self.table.kind(self.index) == 'S' ? Singleton.NONE : self.self;
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
