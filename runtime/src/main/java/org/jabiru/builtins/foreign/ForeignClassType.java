package org.jabiru.builtins.foreign;

import static org.jabiru.builtins.foreign.Messages.INTEROP;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Classes of Java: callable, with static members, for isinstance, issubclass and except. */
@BuiltinType(
        value = "polyglot.ForeignClass",
        doc = "A class of Java or of another language; calling it makes an instance.")
public final class ForeignClassType {
    public static final PyType TYPE =
            PyType.builtin(
                    "polyglot.ForeignClass",
                    ForeignObjectType.TYPE,
                    ForeignClassTypeTable::new,
                    null);

    private ForeignClassType() {}

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyForeign self, Object[] args, PyDict keywords) {
        if (!INTEROP.isInstantiable(self.value)) {
            throw Errors.typeError("cannot create instances of %s", name(self));
        }
        return ForeignFunctionType.called(self.value, args, keywords);
    }

    @Builtin("__instancecheck__(self, instance, /)")
    static boolean instanceCheck(PyForeign self, Object instance) {
        // CPython's lists could be passed as a java.util.List; an instance they are not.
        return (instance instanceof PyForeign || instance instanceof PyForeignException)
                && Messages.isInstance(self.value, Conversions.toForeign(instance));
    }

    @Builtin("__subclasscheck__(self, subclass, /)")
    static boolean subclassCheck(PyForeign self, Object subclass) {
        if (!ForeignTypes.isClass(subclass)) {
            return false;
        }
        Object mine = javaClass(self);
        Object other = javaClass((PyForeign) subclass);
        return mine instanceof PyForeign m
                && other instanceof PyForeign o
                && Messages.send(() -> INTEROP.invokeMember(m.value, "isAssignableFrom", o.value))
                        == Boolean.TRUE;
    }

    /** {@code java.lang.Class}, of which the members of instances are asked. */
    private static Object javaClass(PyForeign cls) {
        return INTEROP.isMemberReadable(cls.value, "class")
                ? Messages.send(() -> INTEROP.readMember(cls.value, "class"))
                : INTEROP.isMemberInvocable(cls.value, "isAssignableFrom") ? cls : Singleton.NONE;
    }

    @Builtin("__mro_entries__(self, bases, /)")
    static Object mroEntries(PyForeign self, Object bases) {
        throw Errors.typeError(
                "classes of Python cannot derive from the Java class %s; for an interface an object"
                        + " with its methods can be passed",
                name(self));
    }

    @Builtin("__getitem__(self, item, /)")
    static Object getItem(PyForeign self, Object item) {
        throw Errors.typeError("%s is not subscriptable: Java erases type arguments", name(self));
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyForeign self) {
        return "<foreign class '%s'>".formatted(name(self));
    }

    private static String name(PyForeign self) {
        Object name = Messages.send(() -> INTEROP.getMetaQualifiedName(self.value));
        return Str.java(Str.valueOrNull(name));
    }
}
