package org.jabiru.builtins.property;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;

/** The methods of {@code property}. */
@BuiltinType(value = "property", doc = "An attribute that functions get, set and delete.")
public final class PropertyType {
    public static final PyType TYPE =
            PyType.builtin("property", PropertyTypeTable::new, PyProperty::new);

    private PropertyType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, /, fget=None, fset=None, fdel=None, doc=None)")
    static void init(PyProperty self, Object get, Object set, Object delete, Object doc) {
        self.getter = orNull(get);
        self.setter = orNull(set);
        self.deleter = orNull(delete);
        self.docFromGetter = false;
        self.name = null;
        Object text = doc;
        if (doc == Singleton.NONE && self.getter != null) {
            Object own = Attributes.getOrNull(self.getter, "__doc__");
            if (own != null && own != Singleton.NONE) {
                text = own;
                self.docFromGetter = true;
            }
        }
        storeDoc(self, text);
    }

    /** Instances of subclasses keep {@code __doc__} in their dict, past the class's own. */
    private static void storeDoc(PyProperty self, Object doc) {
        if (self.type() == TYPE) {
            self.doc = doc;
            return;
        }
        try {
            Attributes.set(self, "__doc__", doc);
        } catch (PyException e) {
            // A subclass with __slots__ has no room for it, which is its own choice.
            if (!e.is(ExceptionTypes.AttributeError) || self.docFromGetter) {
                throw e;
            }
        }
    }

    private static Object orNull(Object value) {
        return value == Singleton.NONE ? null : value;
    }

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(PyProperty self, Object instance, Object owner) {
        return instance == Singleton.NONE
                ? self
                : self.get(instance, owner instanceof PyType t ? t : null);
    }

    @Builtin(
            value = "__set__(self, instance, value, /)",
            doc = "Set an attribute of instance to value.")
    static void set(PyProperty self, Object instance, Object value) {
        self.set(instance, value);
    }

    @Builtin(value = "__delete__(self, instance, /)", doc = "Delete an attribute of instance.")
    static void delete(PyProperty self, Object instance) {
        self.set(instance, null);
    }

    @Builtin(
            value = "getter(self, object, /)",
            doc = "Descriptor to obtain a copy of the property with a different getter.")
    static Object getter(PyProperty self, Object function) {
        return copy(self, function, null, null);
    }

    @Builtin(
            value = "setter(self, object, /)",
            doc = "Descriptor to obtain a copy of the property with a different setter.")
    static Object setter(PyProperty self, Object function) {
        return copy(self, null, function, null);
    }

    @Builtin(
            value = "deleter(self, object, /)",
            doc = "Descriptor to obtain a copy of the property with a different deleter.")
    static Object deleter(PyProperty self, Object function) {
        return copy(self, null, null, function);
    }

    private static Object copy(PyProperty self, Object get, Object set, Object delete) {
        Object newGet = get == null || get == Singleton.NONE ? self.getter : get;
        Object doc =
                self.docFromGetter && newGet != null
                        ? Singleton.NONE
                        : self.type() == TYPE
                                ? self.doc
                                : orNone(Attributes.getOrNull(self, "__doc__"));
        Object made =
                Call.call(
                        self.type(),
                        orNone(newGet),
                        set == null || set == Singleton.NONE ? orNone(self.setter) : set,
                        delete == null || delete == Singleton.NONE ? orNone(self.deleter) : delete,
                        doc);
        if (made instanceof PyProperty p) {
            p.name = self.name;
        }
        return made;
    }

    @Builtin(
            value = "__set_name__(self, /, *args)",
            shown = "($self, owner, name, /)",
            doc = "Method to set name of a property.")
    static void setName(PyProperty self, Object[] args) {
        if (args.length != 2) {
            throw Errors.typeError(
                    "__set_name__() takes 2 positional arguments but %d were given", args.length);
        }
        self.name = args[1];
    }

    @Builtin(value = "fget", kind = BuiltinKind.FIELD)
    static Object fget(PyProperty self) {
        return orNone(self.getter);
    }

    @Builtin(value = "fset", kind = BuiltinKind.FIELD)
    static Object fset(PyProperty self) {
        return orNone(self.setter);
    }

    @Builtin(value = "fdel", kind = BuiltinKind.FIELD)
    static Object fdel(PyProperty self) {
        return orNone(self.deleter);
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.FIELD)
    static Object doc(PyProperty self) {
        return self.doc;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.SETTER)
    static void setDoc(PyProperty self, Object value) {
        self.doc = orNone(value);
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyProperty self) {
        Object name = self.nameOrNull();
        if (name == null) {
            throw Attributes.withNameAndObject(
                    Errors.attributeError(
                            "'%s' object has no attribute '__name__'", Types.of(self).name()),
                    self,
                    Str.name("__name__"));
        }
        return name;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.SETTER)
    static void assignName(PyProperty self, Object value) {
        self.name = value;
    }

    @Builtin(value = "__isabstractmethod__", kind = BuiltinKind.GETTER)
    static boolean isAbstract(PyProperty self) {
        return isAbstract(self.getter) || isAbstract(self.setter) || isAbstract(self.deleter);
    }

    private static boolean isAbstract(Object accessor) {
        Object flag =
                accessor == null ? null : Attributes.getOrNull(accessor, "__isabstractmethod__");
        return flag != null && Truth.isTrue(flag);
    }
}
