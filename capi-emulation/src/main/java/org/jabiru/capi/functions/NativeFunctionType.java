package org.jabiru.capi.functions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.BuiltinFunctionType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Comparison;

/** The attributes of functions that are written in C. */
@BuiltinType("builtin_function_or_method")
public final class NativeFunctionType {
    public static final PyType TYPE =
            PyType.builtin(
                            "builtin_function_or_method",
                            BuiltinFunctionType.TYPE,
                            NativeFunctionTypeTable::new,
                            null)
                    .sealed();

    private NativeFunctionType() {}

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyNativeFunction self) {
        return Str.of(self.definition.name);
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyNativeFunction self) {
        if (self.self == null || self.module != null) {
            return Str.of(self.definition.name);
        }
        PyType owner = self.self instanceof PyType t ? t : Types.of(self.self);
        return Str.of(Str.java(owner.qualifiedName()) + "." + self.definition.name);
    }

    @Builtin(value = "__module__", kind = BuiltinKind.GETTER)
    static Object module(PyNativeFunction self) {
        return self.module == null ? Singleton.NONE : self.module;
    }

    @Builtin(value = "__module__", kind = BuiltinKind.SETTER)
    static void setModule(PyNativeFunction self, Object module) {
        self.module = module;
    }

    @Builtin(value = "__self__", kind = BuiltinKind.GETTER)
    static Object self(PyNativeFunction self) {
        return self.self == null || (self.definition.flags & MethodDefinition.STATIC) != 0
                ? Singleton.NONE
                : self.self;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyNativeFunction self) {
        return self.definition.doc();
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyNativeFunction self) {
        return self.definition.textSignature();
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyNativeFunction self, Object[] args, PyDict kw) {
        return Calls.withDict(self, args, kw);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyNativeFunction self, Object other) {
        if (!(other instanceof PyNativeFunction f)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return self.definition.address == f.definition.address
                && (self.self == f.self
                        || self.self != null
                                && f.self != null
                                && Comparison.same(self.self, f.self));
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyNativeFunction self) {
        long h = System.identityHashCode(self.self) * 31L + self.definition.address;
        return h == -1 ? -2 : h;
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyNativeFunction self) {
        if (self.self == null || self.module != null) {
            return "<built-in function " + self.definition.name + ">";
        }
        return "<built-in method "
                + self.definition.name
                + " of "
                + Types.of(self.self).name()
                + " object at 0x"
                + Long.toHexString(System.identityHashCode(self.self))
                + ">";
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyNativeFunction self) {
        if (self.self == null || self.module != null) {
            return Str.of(self.definition.name);
        }
        return Calls.bindingForPickle(self.self, self.definition.name);
    }
}
