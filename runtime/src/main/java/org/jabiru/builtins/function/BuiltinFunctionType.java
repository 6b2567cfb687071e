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

/** The type of builtin functions and of builtin methods bound to a receiver. */
@BuiltinType("builtin_function_or_method")
public final class BuiltinFunctionType {
    public static final PyType TYPE =
            PyType.builtin("builtin_function_or_method", BuiltinFunctionTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private BuiltinFunctionType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(FunctionOrMethod self) {
        String name = Str.java(self.name());
        return self.isFunction()
                ? "<built-in function " + name + ">"
                : "<built-in method "
                        + name
                        + " of "
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
        return self.isFunction() ? self.name() : MemberAttributes.reduce(self.self(), self.name());
    }

    @Builtin(value = "__module__", kind = BuiltinKind.FIELD)
    static Object module(FunctionOrMethod self) {
        return self.module() == null ? Singleton.NONE : self.module();
    }

    @Builtin(value = "__module__", kind = BuiltinKind.SETTER)
    static void setModule(FunctionOrMethod self, Object module) {
        self.setModule(module);
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(FunctionOrMethod self) {
        return self.name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(FunctionOrMethod self) {
        return MemberAttributes.qualifiedName(self);
    }

    @Builtin(value = "__self__", kind = BuiltinKind.GETTER)
    static Object self(FunctionOrMethod self) {
        return self.shownSelf();
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
