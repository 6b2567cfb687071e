package org.jabiru.bytecode;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.PropertyGetter;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMemberDescriptor;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.builtins.function.PyStaticMethod;
import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.property.PropertyType;
import org.jabiru.builtins.property.PyProperty;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Descriptor;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.SpecialMethods.AttributeAccess;
import org.jabiru.object.Types;
import org.jabiru.protocol.Descriptors;

/** What an inline cache may remember of an attribute, for the instances of one shape. */
public final class AttributeCaches {
    private AttributeCaches() {}

    /** Whether instances look attributes up in the standard way, in their shape and their type. */
    @TruffleBoundary
    private static boolean isPlain(Object o) {
        if (o instanceof PyModule || o instanceof PyType) {
            return false;
        }
        AttributeAccess access = Types.of(o).special().access;
        return access == AttributeAccess.GENERIC || access == AttributeAccess.GENERIC_WITH_GETATTR;
    }

    private static boolean hasDict(PyObject o) {
        return (o.getShape().getFlags() & PyObject.HAS_DICT) != 0;
    }

    /** Valid while the type stays as it is; null when caching does not pay. */
    public static Assumption stableOrNull(Object o) {
        return Types.of(o).stableOrNull();
    }

    /** Reads an attribute that the instance itself has, or a slot; null when it has none. */
    @TruffleBoundary
    public static PropertyGetter ownGetterOrNull(PyObject o, TruffleString name) {
        if (!isPlain(o)) {
            return null;
        }
        Object found = o.type().lookup(name);
        if (found instanceof PyMemberDescriptor slot) {
            return o.type().isSubtype(slot.owner)
                    ? o.getShape().makePropertyGetter(slot.key)
                    : null;
        }
        if (hasDict(o) || found != null && Descriptors.isData(found)) {
            return null;
        }
        return o.getShape().makePropertyGetter(name);
    }

    /**
     * What the type has under the name, when that is what a look-up on the instance finds; null
     * otherwise.
     */
    @TruffleBoundary
    public static Object classAttributeOrNull(PyObject o, TruffleString name) {
        if (!isPlain(o)) {
            return null;
        }
        Object found = o.type().lookup(name);
        if (found == null || Descriptors.isData(found) && Descriptors.hasGet(found)) {
            return found;
        }
        if (hasDict(o) || o.getShape().getProperty(name) != null) {
            return null;
        }
        return found;
    }

    /** Whether it is found as it is, without binding. */
    public static boolean isConstant(Object found) {
        return found != null
                && !(found instanceof Descriptor)
                && (!(found instanceof PyObject o) || o.type().special().get == null);
    }

    /** Whether binding it makes a bound method. */
    public static boolean isFunction(Object found) {
        return found instanceof PyFunction;
    }

    /** The getter of a property, or null. */
    public static Object propertyGetterOrNull(Object found) {
        return found instanceof PyProperty p && p.type() == PropertyType.TYPE ? p.getter : null;
    }

    /** A descriptor that is written in Java, and not of a class that Python may have changed. */
    public static Descriptor descriptorOrNull(Object found) {
        return found instanceof Descriptor d
                        && !(found instanceof PyMemberDescriptor)
                        && !((PyObject) found).type().isHeapType()
                ? d
                : null;
    }

    /** A method that is called with the instance as its first argument; null otherwise. */
    @TruffleBoundary
    public static Object methodOrNull(Object o, TruffleString name) {
        Object found =
                o instanceof PyObject p ? classAttributeOrNull(p, name) : Types.of(o).lookup(name);
        return found instanceof PyFunction || found instanceof PyMethodDescriptor ? found : null;
    }

    /** An attribute of a type that is found there as it is; null for all others. */
    @TruffleBoundary
    public static Object typeAttributeOrNull(PyType type, TruffleString name) {
        PyType meta = type.type();
        if (meta.special().access != AttributeAccess.TYPE) {
            return null;
        }
        Object onMeta = meta.lookup(name);
        if (onMeta != null && Descriptors.isData(onMeta)) {
            return null;
        }
        Object own = type.lookup(name);
        if (own instanceof PyFunction || own instanceof PyMethodDescriptor) {
            return own;
        }
        if (own instanceof PyStaticMethod s && !s.type().isHeapType()) {
            return s.function;
        }
        return isConstant(own) ? own : null;
    }

    public static Assumption stableTypeOrNull(PyType type) {
        return type.stableOrNull();
    }

    public static Assumption stableMetaOrNull(PyType type) {
        return type.type() == TypeType.TYPE ? Assumption.ALWAYS_VALID : type.type().stableOrNull();
    }

    /** Whether a module's attribute of that name is what its dict says. */
    @TruffleBoundary
    public static boolean isModuleVariable(PyModule module, TruffleString name) {
        if (module.type() != ModuleType.TYPE) {
            return false;
        }
        Object found = ModuleType.TYPE.lookup(name);
        return found == null || !Descriptors.isData(found);
    }

    /** Whether setting the attribute changes the instance's shape, and nothing else. */
    @TruffleBoundary
    public static boolean isOwnStore(PyObject o, TruffleString name) {
        if (o instanceof PyModule || o instanceof PyType || hasDict(o)) {
            return false;
        }
        PyType type = o.type();
        if (!type.special().genericSet || !type.hasInstanceDict) {
            return false;
        }
        Object found = type.lookup(name);
        return found == null || !Descriptors.isData(found);
    }

    /** The slot that setting the attribute fills, or null. */
    @TruffleBoundary
    public static PyMemberDescriptor slotOrNull(PyObject o, TruffleString name) {
        PyType type = o.type();
        return !(o instanceof PyType)
                        && type.special().genericSet
                        && type.lookup(name) instanceof PyMemberDescriptor slot
                        && type.isSubtype(slot.owner)
                ? slot
                : null;
    }

    /**
     * Whether a module's variable is still where it was. It takes the module, because guards of
     * cached values alone would be checked once and never again.
     */
    static boolean holds(PyModule module, PyDict dict, int position, Object key) {
        return dict.keyAt(position) == key;
    }
}
