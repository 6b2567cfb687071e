package org.jabiru.builtins.function;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Modules;

/** What attributes of builtin types and slots of classes have in common. */
final class AttributeDescriptors {
    private AttributeDescriptors() {}

    static PyType owner(PyObject d) {
        return d instanceof PyMemberDescriptor m ? m.owner : ((PyGetSetDescriptor) d).owner;
    }

    static String name(PyObject d) {
        return d instanceof PyMemberDescriptor m
                ? Str.java(m.name)
                : Str.java(((PyGetSetDescriptor) d).name());
    }

    static Object doc(PyObject d) {
        String doc = d instanceof PyGetSetDescriptor g ? g.table.doc(g.index) : null;
        return doc == null ? Singleton.NONE : Str.of(doc);
    }

    static Object qualifiedName(PyObject d) {
        return Str.of(Str.java(owner(d).qualifiedName()) + "." + name(d));
    }

    static Object get(PyObject d, Object instance, Object owner) {
        return ((Descriptor) d).get(receiver(instance, owner), null);
    }

    /** The instance argument of {@code __get__}: null stands for a look-up on the class. */
    static Object receiver(Object instance, Object owner) {
        if (instance != Singleton.NONE) {
            return instance;
        }
        if (owner == Singleton.NONE) {
            throw Errors.typeError("__get__(None, None) is invalid");
        }
        return null;
    }

    static void set(PyObject d, Object instance, Object value) {
        ((Descriptor.Data) d).set(instance, value);
    }

    static Object reduce(PyObject d) {
        return new PyTuple(
                Modules.attribute("builtins", "getattr"), new PyTuple(owner(d), Str.of(name(d))));
    }
}
