package org.jabiru.builtins.supertype;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
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
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;

/** The methods of {@code super}, and the look-up that compiled code does without the object. */
@BuiltinType(
        value = "super",
        doc =
                "super(), super(type), super(type, object_or_type)\n"
                        + "\n"
                        + "Attributes of the classes that come after a class in the MRO.",
        signature = "none")
public final class SuperType {
    public static final PyType TYPE = PyType.builtin("super", SuperTypeTable::new, PySuper::new);

    private SuperType() {}

    /**
     * {@code getattr(super(thisClass, self), name)} for what stands after a class in an MRO.
     *
     * @param selfClass the class whose MRO is searched, as {@link #check} returned it
     * @return null when there is no such attribute
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object lookup(
            PyType thisClass, Object self, PyType selfClass, TruffleString name) {
        PyType[] mro = selfClass.mro();
        int i = 0;
        while (i < mro.length && mro[i] != thisClass) {
            i++;
        }
        for (i++; i < mro.length; i++) {
            Object found = mro[i].namespace().get(name);
            if (found != null) {
                return Descriptors.get(found, self == selfClass ? null : self, selfClass);
            }
        }
        return null;
    }

    /** The class whose MRO {@code super(thisClass, self)} searches; TypeError when none fits. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyType check(PyType thisClass, Object self) {
        if (self instanceof PyType t && t.isSubtype(thisClass)) {
            return t;
        }
        PyType type = Types.of(self);
        if (type.isSubtype(thisClass)) {
            return type;
        }
        if (Attributes.getOrNull(self, "__class__") instanceof PyType t
                && t != type
                && t.isSubtype(thisClass)) {
            return t;
        }
        throw Errors.typeError(
                "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).",
                self instanceof PyType ? "type" : "instance of",
                self instanceof PyType t ? t.name() : type.name(),
                thisClass.name());
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PySuper self, Object[] args, PyDict keywords) {
        if (keywords.size() != 0) {
            throw Errors.typeError("super() takes no keyword arguments");
        }
        if (args.length > 2) {
            throw Errors.typeError("super() expected at most 2 arguments, got %d", args.length);
        }
        if (args.length == 0) {
            ZeroArguments.init(self);
            return;
        }
        if (!(args[0] instanceof PyType thisClass)) {
            throw Errors.typeError(
                    "super() argument 1 must be a type, not %s", Types.of(args[0]).name());
        }
        Object of = args.length == 1 || args[1] == Singleton.NONE ? null : args[1];
        self.set(thisClass, of);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PySuper self) {
        String name = self.thisClass == null ? "NULL" : self.thisClass.name();
        return self.selfClass == null
                ? "<super: <class '" + name + "'>, NULL>"
                : "<super: <class '" + name + "'>, <" + self.selfClass.name() + " object>>";
    }

    @Builtin(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
    static Object getAttribute(PySuper self, Object name) {
        TruffleString s = ObjectType.attributeName(name);
        if (self.selfClass != null && !Str.equal(s, Str.name("__class__"))) {
            Object found = lookup(self.thisClass, self.self, self.selfClass, s);
            if (found != null) {
                return found;
            }
        }
        Object found = Attributes.genericOrNull(self, s);
        if (found == null) {
            throw Attributes.missing(self, s);
        }
        return found;
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(PySuper self, Object instance, Object owner) {
        if (instance == Singleton.NONE || self.self != null) {
            return self;
        }
        if (self.type() != TYPE) {
            return Call.call(self.type(), self.thisClass, instance);
        }
        return new PySuper(self.thisClass, instance);
    }

    @Builtin(value = "__thisclass__", kind = BuiltinKind.FIELD, doc = "the class invoking super()")
    static Object thisClass(PySuper self) {
        return self.thisClass == null ? Singleton.NONE : self.thisClass;
    }

    @Builtin(
            value = "__self__",
            kind = BuiltinKind.FIELD,
            doc = "the instance invoking super(); may be None")
    static Object self(PySuper self) {
        return self.self == null ? Singleton.NONE : self.self;
    }

    @Builtin(
            value = "__self_class__",
            kind = BuiltinKind.FIELD,
            doc = "the type of the instance invoking super(); may be None")
    static Object selfClass(PySuper self) {
        return self.selfClass == null ? Singleton.NONE : self.selfClass;
    }
}
