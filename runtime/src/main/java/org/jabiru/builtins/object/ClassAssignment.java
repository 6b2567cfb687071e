package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.function.PyMemberDescriptor;
import org.jabiru.builtins.module.ModuleType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** Assignment to {@code __class__}. */
public final class ClassAssignment {
    private ClassAssignment() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void assign(Object self, Object value) {
        if (value == null) {
            throw Errors.typeError("can't delete __class__ attribute");
        }
        if (!(value instanceof PyType to)) {
            throw Errors.typeError(
                    "__class__ must be set to a class, not '%s' object", Types.of(value).name());
        }
        PyType from = Types.of(self);
        boolean modules = from.isSubtype(ModuleType.TYPE) && to.isSubtype(ModuleType.TYPE);
        if (!modules && (from.immutable || to.immutable)) {
            throw Errors.typeError(
                    "__class__ assignment only supported for mutable types or ModuleType"
                            + " subclasses");
        }
        checkLayouts(from, to, "__class__");
        if (self instanceof PyType cls) {
            cls.setMetatype(to);
        } else {
            PyObject o = (PyObject) self;
            moveSlots(o, from, to);
            DynamicObjectLibrary.getUncached().setDynamicType(o, to);
        }
    }

    /** Values of slots stay, under the keys of the new class's slots of the same names. */
    private static void moveSlots(PyObject o, PyType from, PyType to) {
        DynamicObjectLibrary store = DynamicObjectLibrary.getUncached();
        for (Object name : allSlots(from)) {
            Object before = from.lookup((TruffleString) name);
            Object after = to.lookup((TruffleString) name);
            if (before != after
                    && before instanceof PyMemberDescriptor b
                    && after instanceof PyMemberDescriptor a
                    && store.containsKey(o, b.key)) {
                Object value = store.getOrDefault(o, b.key, null);
                store.removeKey(o, b.key);
                store.put(o, a.key, value);
            }
        }
    }

    /** Two classes are compatible when their instances are of one Java class, with equal slots. */
    public static void checkLayouts(PyType from, PyType to, String attribute) {
        if (javaBase(from) != javaBase(to)
                || from.hasInstanceDict != to.hasInstanceDict
                || from.weakReferenceable != to.weakReferenceable
                || !sameSlots(from, to)) {
            throw Errors.typeError(
                    "%s assignment: '%s' object layout differs from '%s'",
                    attribute, to.name(), from.name());
        }
    }

    private static boolean sameSlots(PyType from, PyType to) {
        PyType a = definerOfSlots(from);
        PyType b = definerOfSlots(to);
        return a == b
                || definerOfSlots(a.base()) == definerOfSlots(b.base())
                        && Arrays.equals(sorted(a.slots), sorted(b.slots));
    }

    /** The nearest class that defines slots, or builtin type. */
    private static PyType definerOfSlots(PyType cls) {
        PyType t = cls;
        while (t.isHeapType() && t.slots.length == 0) {
            t = t.base();
        }
        return t;
    }

    private static String[] sorted(TruffleString[] names) {
        return Arrays.stream(names).map(Str::java).sorted().toArray(String[]::new);
    }

    /** The nearest type whose instances have a Java class of their own; slots do not count. */
    public static PyType javaBase(PyType cls) {
        PyType t = cls.solidBase;
        while (t.slots.length > 0) {
            t = t.base().solidBase;
        }
        return t;
    }

    private static Object[] allSlots(PyType cls) {
        return Arrays.stream(cls.mro()).flatMap(t -> Arrays.stream(t.slots)).toArray();
    }
}
