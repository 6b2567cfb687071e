package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Descriptors;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Repr;

/** The methods of {@code types.MethodType}, the type of bound methods. */
@BuiltinType(value = "method", doc = "A function bound to its instance.")
public final class MethodType {
    public static final PyType TYPE =
            PyType.builtin("method", MethodTypeTable::new, null).sealed().withWeakReferences();

    private MethodType() {}

    @Builtin(value = "__new__(cls, function, instance, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object function, Object instance) {
        if (Types.of(function).special().call == null) {
            throw Errors.typeError("first argument must be callable");
        }
        if (instance == Singleton.NONE) {
            throw Errors.typeError("instance must not be None");
        }
        return new PyMethod(function, instance);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyMethod self) {
        Object name = Attributes.getOrNull(self.function, "__qualname__");
        if (Str.valueOrNull(name) == null) {
            name = Attributes.getOrNull(self.function, "__name__");
        }
        TruffleString s = Str.valueOrNull(name);
        return "<bound method "
                + (s == null ? "?" : Str.java(s))
                + " of "
                + Str.java(Repr.repr(self.self))
                + ">";
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyMethod self) {
        return Identity.hash(self.self) ^ Hashing.hash(self.function);
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyMethod self, Object value) {
        if (!(value instanceof PyMethod other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Comparison.same(self.self, other.self)
                && Comparison.sameOrEqual(self.function, other.function);
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(PyMethod self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    /** Attributes that bound methods do not have are those of the function. */
    @Builtin(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
    static Object getAttribute(PyMethod self, Object name) {
        TruffleString s = ObjectType.attributeName(name);
        Object found = TYPE.lookup(s);
        if (found != null) {
            return Descriptors.get(found, self, TYPE);
        }
        return Attributes.get(self.function, s);
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(PyMethod self, Object instance, Object owner) {
        return self;
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyMethod self) {
        TruffleString name = Str.valueOrNull(Attributes.get(self.function, "__name__"));
        return MemberAttributes.reduce(self.self, name);
    }

    @Builtin(
            value = "__func__",
            kind = BuiltinKind.FIELD,
            doc = "the function (or other callable) implementing a method")
    static Object function(PyMethod self) {
        return self.function;
    }

    @Builtin(
            value = "__self__",
            kind = BuiltinKind.FIELD,
            doc = "the instance to which a method is bound")
    static Object self(PyMethod self) {
        return self.self;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyMethod self) {
        Object doc = Attributes.getOrNull(self.function, "__doc__");
        return doc == null ? Singleton.NONE : doc;
    }
}
