package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The type of class methods of builtin types. */
@BuiltinType("classmethod_descriptor")
public final class ClassMethodDescriptorType {
    public static final PyType TYPE =
            PyType.builtin("classmethod_descriptor", ClassMethodDescriptorTypeTable::new, null)
                    .sealed();

    private ClassMethodDescriptorType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(TypeMember self) {
        return MemberAttributes.repr("method", self);
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(TypeMember self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(TypeMember self, Object instance, Object owner) {
        Object of =
                owner == Singleton.NONE && instance != Singleton.NONE ? Types.of(instance) : owner;
        if (of == Singleton.NONE) {
            throw Errors.typeError("__get__(None, None) is invalid");
        }
        self.checkApplies(of);
        return self.get(instance, (PyType) of);
    }

    /** TypeError unless it is the type that has the class method, or a subtype. */
    public static void checkApplies(TypeMember self, Object type) {
        if (!(type instanceof PyType t)) {
            throw Errors.typeError(
                    "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2",
                    Str.java(self.name()), self.owner().name(), Types.of(type).name());
        }
        if (!t.isSubtype(self.owner())) {
            throw Errors.typeError(
                    "descriptor '%s' requires a subtype of '%s' but received '%s'",
                    Str.java(self.name()), self.owner().name(), t.name());
        }
    }

    /** TypeError unless there are positional arguments from an index on, such a type the first. */
    public static void checkReceiver(TypeMember self, Object[] args, int from, int end) {
        if (from >= end) {
            throw Errors.typeError(
                    "descriptor '%s' of '%s' object needs an argument",
                    Str.java(self.name()), self.owner().name());
        }
        self.checkApplies(args[from]);
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.FIELD)
    static Object owner(TypeMember self) {
        return self.owner();
    }

    @Builtin(value = "__name__", kind = BuiltinKind.FIELD)
    static Object name(TypeMember self) {
        return self.name();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(TypeMember self) {
        return self.qualifiedName();
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(TypeMember self) {
        return self.doc();
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(TypeMember self) {
        return self.textSignature();
    }
}
