package org.jabiru.builtins.object;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** The methods of object. */
@BuiltinType(
        value = "object",
        doc = "The base of all types: what every object can do.",
        signature = "()")
public final class ObjectType {
    public static final PyType TYPE =
            PyType.builtin("object", null, ObjectTypeTable::new, PyObject::new);

    private ObjectType() {}

    @Builtin(
            value = "__new__(cls, /, *args, **kwargs)",
            kind = BuiltinKind.NEW,
            doc = "Create and return a new object.  See help(type) for accurate" + " signature.")
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return Instantiation.newObject(cls, args.length != 0 || keywords.size() != 0);
    }

    @Builtin(
            value = "__init__(self, /, *args, **kwargs)",
            doc = "Initialize self.  See help(type(self)) for accurate signature.")
    static void init(Object self, Object[] args, PyDict keywords) {
        Instantiation.initObject(self, args.length != 0 || keywords.size() != 0);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static TruffleString repr(Object self) {
        return Str.of(
                "<"
                        + TypeType.moduleDotQualifiedName(Types.of(self))
                        + " object at "
                        + Identity.address(self)
                        + ">");
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static Object str(Object self) {
        return Repr.reprObject(self);
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(Object self) {
        return Identity.hash(self);
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(Object self, Object value) {
        return Comparison.same(self, value) ? Boolean.TRUE : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__ne__(self, value, /)", doc = "Return self!=value.")
    static Object ne(Object self, Object value) {
        Object eq = Types.of(self).special().eq;
        Object equal = Call.callUnbound(eq, self, new Object[] {value}, null);
        return equal == Singleton.NOT_IMPLEMENTED
                ? Singleton.NOT_IMPLEMENTED
                : (Object) !Truth.isTrue(equal);
    }

    @Builtin(value = "__lt__(self, value, /)", doc = "Return self<value.")
    static Object lt(Object self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__le__(self, value, /)", doc = "Return self<=value.")
    static Object le(Object self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__gt__(self, value, /)", doc = "Return self>value.")
    static Object gt(Object self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__ge__(self, value, /)", doc = "Return self>=value.")
    static Object ge(Object self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
    static Object getAttribute(Object self, Object name) {
        TruffleString s = attributeName(name);
        Object found = Attributes.genericOrNull(self, s);
        if (found == null) {
            throw Attributes.missing(self, s);
        }
        return found;
    }

    @Builtin(
            value = "__setattr__(self, name, value, /)",
            doc = "Implement setattr(self, name, value).")
    static void setAttribute(Object self, Object name, Object value) {
        rejectType(self, "__setattr__");
        Attributes.genericSet(self, attributeName(name), value);
    }

    @Builtin(value = "__delattr__(self, name, /)", doc = "Implement delattr(self, name).")
    static void deleteAttribute(Object self, Object name) {
        rejectType(self, "__delattr__");
        Attributes.genericSet(self, attributeName(name), null);
    }

    /** The methods of object must not get round the checks that type makes. */
    private static void rejectType(Object self, String method) {
        if (self instanceof PyType) {
            throw Errors.typeError(
                    "can't apply this %s to %s object", method, Types.of(self).name());
        }
    }

    /** The name of an attribute as a str, or TypeError. */
    public static TruffleString attributeName(Object name) {
        TruffleString s = Str.valueOrNull(name);
        if (s == null) {
            throw Errors.typeError(
                    "attribute name must be string, not '%s'", Types.of(name).name());
        }
        return s;
    }

    @Builtin(value = "__class__", kind = BuiltinKind.GETTER, doc = "the object's class")
    static Object classOf(Object self) {
        return Types.of(self);
    }

    @Builtin(value = "__class__", kind = BuiltinKind.SETTER)
    static void setClass(Object self, Object value) {
        if (value != null) {
            Audit.event("object.__setattr__", self, Str.name("__class__"), value);
        }
        ClassAssignment.assign(self, value);
    }

    @Builtin(value = "__format__(self, format_spec, /)", doc = "Default object formatter.")
    static Object format(Object self, TruffleString spec) {
        if (Str.length(spec) != 0) {
            throw Errors.typeError(
                    "unsupported format string passed to %s.__format__", Types.of(self).name());
        }
        return Repr.str(self);
    }

    @Builtin(value = "__dir__(self, /)", doc = "Default dir() implementation.")
    static Object dir(Object self) {
        return new PyList(Directory.ofInstance(self).toArray());
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Size of object in memory, in bytes.")
    static long sizeOf(Object self) {
        PyType type = Types.of(self);
        long item = TypeLayout.itemSize(type);
        boolean sized = item > 0 && type.special().len != null;
        return TypeLayout.basicSize(type) + (sized ? item * Sequences.length(self) : 0);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Helper for pickle.")
    static Object reduce(Object self) {
        return Reduction.reduce(self, 0);
    }

    @Builtin(value = "__reduce_ex__(self, protocol, /)", doc = "Helper for pickle.")
    static Object reduceEx(Object self, int protocol) {
        return Reduction.reduceEx(self, protocol);
    }

    @Builtin(value = "__getstate__(self, /)", doc = "Helper for pickle.")
    static Object getState(Object self) {
        return Reduction.defaultState(self, false);
    }

    @Builtin(
            value = "__init_subclass__(cls, /)",
            kind = BuiltinKind.CLASS,
            doc =
                    "This method is called when a class is subclassed.\n\n"
                            + "The default implementation does nothing. It may be\n"
                            + "overridden to extend subclasses.")
    static void initSubclass(Object cls) {}

    @Builtin(
            value = "__subclasshook__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc =
                    "Abstract classes can override this to customize issubclass().\n\n"
                            + "Returning NotImplemented leaves the answer to the usual test.")
    static Object subclassHook(Object cls, Object object) {
        return Singleton.NOT_IMPLEMENTED;
    }
}
