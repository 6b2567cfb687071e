package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** The methods of {@code classmethod}. */
@BuiltinType(
        value = "classmethod",
        doc = "Make a method that takes the class as its first argument.")
public final class ClassMethodType {
    public static final PyType TYPE =
            PyType.builtin("classmethod", ClassMethodTypeTable::new, PyClassMethod::new)
                    .withInstanceDict();

    private ClassMethodType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, function, /)")
    static void init(PyClassMethod self, Object function) {
        self.function = function;
        WrappedFunction.copyAttributes(self, function);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyClassMethod self) {
        return "<classmethod(" + Str.java(Repr.repr(orNone(self.function))) + ")>";
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(PyClassMethod self, Object instance, Object owner) {
        return self.get(
                instance == Singleton.NONE ? null : instance, owner instanceof PyType t ? t : null);
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = BuiltinKind.CLASS)
    static Object classGetItem(Object cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin(value = "__func__", kind = BuiltinKind.FIELD)
    static Object function(PyClassMethod self) {
        return orNone(self.function);
    }

    @Builtin(value = "__wrapped__", kind = BuiltinKind.FIELD)
    static Object wrapped(PyClassMethod self) {
        return orNone(self.function);
    }

    @Builtin(value = "__isabstractmethod__", kind = BuiltinKind.GETTER)
    static boolean isAbstract(PyClassMethod self) {
        return WrappedFunction.isAbstract(self.function);
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.GETTER)
    static Object annotations(PyClassMethod self) {
        return WrappedFunction.forward(self, self.function, "__annotations__");
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.SETTER)
    static void setAnnotations(PyClassMethod self, Object value) {
        WrappedFunction.store(self, "__annotations__", value);
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.GETTER)
    static Object annotate(PyClassMethod self) {
        return WrappedFunction.forward(self, self.function, "__annotate__");
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.SETTER)
    static void setAnnotate(PyClassMethod self, Object value) {
        WrappedFunction.store(self, "__annotate__", value);
    }
}
