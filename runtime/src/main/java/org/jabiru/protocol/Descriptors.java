package org.jabiru.protocol;

import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;

/** The descriptor protocol (Descriptor HowTo Guide). */
public final class Descriptors {
    private Descriptors() {}

    /** Whether binding means nothing but putting the receiver before the arguments. */
    public static boolean isPlainMethod(Object found) {
        return found instanceof PyFunction || found instanceof PyMethodDescriptor;
    }

    /** Binds what was found on a type; an object that is no descriptor is returned as it is. */
    public static Object get(Object found, Object instance, PyType owner) {
        if (!(found instanceof PyObject o)) {
            return found;
        }
        // A subclass of property or classmethod may override __get__.
        if (found instanceof Descriptor d && !o.type().isHeapType()) {
            return d.get(instance, owner);
        }
        Object get = o.type().special().get;
        if (get == null) {
            return found;
        }
        // Not bound, as in CPython: it is given the descriptor whatever it is itself.
        return Call.call(
                get,
                found,
                instance == null ? Singleton.NONE : instance,
                owner == null ? Singleton.NONE : owner);
    }

    /** Whether it has {@code __set__} or {@code __delete__}. */
    public static boolean isData(Object found) {
        if (!(found instanceof PyObject o)) {
            return false;
        }
        if (found instanceof Descriptor && !o.type().isHeapType()) {
            return found instanceof Descriptor.Data;
        }
        var special = o.type().special();
        return special.set != null || special.delete != null;
    }

    /** Whether it has {@code __get__}. */
    public static boolean hasGet(Object found) {
        return found instanceof Descriptor
                || found instanceof PyObject o && o.type().special().get != null;
    }

    /** Calls {@code __set__}, or {@code __delete__} when the value is null. */
    public static void set(Object found, Object instance, Object value) {
        if (found instanceof Descriptor.Data d && !Types.of(found).isHeapType()) {
            d.set(instance, value);
            return;
        }
        var special = Types.of(found).special();
        Object method = value == null ? special.delete : special.set;
        if (method == null) {
            throw Errors.attributeError(value == null ? "__delete__" : "__set__");
        }
        Object[] args = value == null ? new Object[] {instance} : new Object[] {instance, value};
        Call.callUnbound(method, found, args, null);
    }
}
