package org.jabiru.builtins.weakref;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Descriptors;
import org.jabiru.protocol.Hashing;

/** The methods of {@code weakref.ref}. */
@BuiltinType("weakref.ReferenceType")
public final class ReferenceType {
    public static final PyType TYPE =
            PyType.builtin("weakref.ReferenceType", ReferenceTypeTable::new, PyWeakReference::new);

    private ReferenceType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        checkCount("__new__", args);
        if (cls == TYPE && keywords.size() != 0) {
            throw Errors.typeError("ref() takes no keyword arguments");
        }
        Object callback = args.length > 1 ? WeakReferences.orNull(args[1]) : null;
        return WeakReferences.reference(cls, args[0], callback);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyWeakReference self, Object[] args, PyDict keywords) {
        checkCount("__init__", args);
    }

    private static void checkCount(String name, Object[] args) {
        if (args.length < 1 || args.length > 2) {
            throw Errors.typeError(
                    "%s expected at %s, got %d",
                    name, args.length < 1 ? "least 1 argument" : "most 2 arguments", args.length);
        }
    }

    @Builtin(value = "__call__(self, /)", doc = "Call self as a function.")
    static Object call(PyWeakReference self) {
        Object o = self.referentOrNull();
        return o == null ? Singleton.NONE : o;
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyWeakReference self) {
        return repr(self, self.referentOrNull(), "weakref");
    }

    static String repr(Object self, Object referent, String kind) {
        String start = "<" + kind + " at " + Identity.address(self) + "; ";
        if (referent == null) {
            return start + "dead>";
        }
        // The type is asked, so that __getattr__ of the object is not called.
        Object found = Types.of(referent).lookup("__name__");
        TruffleString name =
                found == null
                        ? null
                        : Str.valueOrNull(Descriptors.get(found, referent, Types.of(referent)));
        return start
                + "to '"
                + TypeType.fullyQualifiedName(Types.of(referent))
                + "' at "
                + Identity.address(referent)
                + (name == null || kind.equals("weakproxy") ? ">" : " (" + Str.java(name) + ")>");
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyWeakReference self) {
        if (self.hash == null) {
            Object referent = self.referentOrNull();
            if (referent == null) {
                throw Errors.typeError("weak object has gone away");
            }
            self.hash = Hashing.hash(referent);
        }
        return self.hash;
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyWeakReference self, Object value) {
        if (!(value instanceof PyWeakReference other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Object a = self.referentOrNull();
        Object b = other.referentOrNull();
        return a == null || b == null ? self == other : Comparison.sameOrEqual(a, b);
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "See PEP 585")
    static Object classGetItem(Object cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @Builtin(value = "__callback__", kind = BuiltinKind.FIELD)
    static Object callback(PyWeakReference self) {
        return self.callback() == null ? Singleton.NONE : self.callback();
    }
}
