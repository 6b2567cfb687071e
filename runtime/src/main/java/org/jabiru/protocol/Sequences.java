package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** Length, items and membership: {@code len}, {@code o[i]}, {@code x in o}. */
public final class Sequences {
    private Sequences() {}

    /** {@code len(o)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static long length(Object o) {
        Object method = Types.of(o).special().len;
        if (method == null) {
            throw Errors.typeError("object of type '%s' has no len()", Types.of(o).name());
        }
        Object result = Numbers.index(Call.callUnbound(method, o, new Object[0], null));
        if (result instanceof BigInteger b ? b.signum() < 0 : (Long) result < 0) {
            throw Errors.valueError("__len__() should return >= 0");
        }
        if (!(result instanceof Long l)) {
            throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
        }
        return l;
    }

    /** Whether it has {@code __getitem__} and is no dict (PySequence_Check). */
    public static boolean isSequence(Object o) {
        return !(o instanceof PyDict) && Types.of(o).special().getItem != null;
    }

    /** Whether it has items by key, in CPython's slot for them too (PyMapping_Check). */
    public static boolean isMapping(Object o) {
        return Types.of(o).special().getItem != null && !hasItemsOfSequenceOnly(Types.of(o));
    }

    /** Whether CPython's type has {@code sq_item} and no {@code mp_subscript}. */
    private static boolean hasItemsOfSequenceOnly(PyType type) {
        PyType definer = type.definingType(Str.name("__getitem__"));
        return definer != null && definer.name().equals("collections.deque");
    }

    /** A builtin class of which CPython's has items by index alone; a subclass may differ. */
    public interface ItemsByIndex {}

    private static void checkIndexOfSequence(Object o, Object key) {
        if (o instanceof ItemsByIndex
                && !Numbers.isIndex(key)
                && hasItemsOfSequenceOnly(Types.of(o))) {
            throw Errors.typeError(
                    "sequence index must be integer, not '%s'", Types.of(key).fullName());
        }
    }

    /** {@code o[key]}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object getItem(Object o, Object key) {
        Object method = Types.of(o).special().getItem;
        if (method != null) {
            checkIndexOfSequence(o, key);
            return Call.callUnbound(method, o, new Object[] {key}, null);
        }
        if (o instanceof PyType t) {
            Object classGetItem = Attributes.getOrNull(t, "__class_getitem__");
            if (t == TypeType.TYPE) {
                return PyGenericAlias.of(t, key);
            }
            if (classGetItem != null && classGetItem != Singleton.NONE) {
                return Call.call(classGetItem, key);
            }
            throw Errors.typeError("type '%s' is not subscriptable", t.name());
        }
        throw Errors.typeError("'%s' object is not subscriptable", Types.of(o).name());
    }

    /** {@code o[key] = value}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void setItem(Object o, Object key, Object value) {
        Object found = Types.of(o).lookup("__setitem__");
        if (found == null) {
            isSequenceIndex(o, key);
            throw Errors.typeError(
                    "'%s' object does not support item assignment", Types.of(o).name());
        }
        checkIndexOfSequence(o, key);
        Call.callUnbound(found, o, new Object[] {key, value}, null);
    }

    /** {@code del o[key]}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void deleteItem(Object o, Object key) {
        Object found = Types.of(o).lookup("__delitem__");
        if (found == null) {
            String verb = isSequenceIndex(o, key) ? "doesn't" : "does not";
            throw Errors.typeError(
                    "'%s' object %s support item deletion", Types.of(o).name(), verb);
        }
        checkIndexOfSequence(o, key);
        Call.callUnbound(found, o, new Object[] {key}, null);
    }

    /** Whether it is an index of what CPython takes for a sequence; IndexError if too large. */
    private static boolean isSequenceIndex(Object o, Object key) {
        if (!hasSequenceSlots(Types.of(o)) || !Numbers.isIndex(key)) {
            return false;
        }
        Numbers.indexForItem(key);
        return true;
    }

    /** Whether CPython's type has sequence slots, which word the error in their own way. */
    static boolean hasSequenceSlots(PyType type) {
        return type.isHeapType()
                || type.lookup("__len__") != null
                || type.lookup("__contains__") != null;
    }

    /** {@code item in o}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static boolean contains(Object o, Object item) {
        Object found = Types.of(o).lookup("__contains__");
        if (found == Singleton.NONE) {
            throw Errors.typeError("'%s' object is not a container", Types.of(o).name());
        }
        if (found != null) {
            return Truth.isTrue(Call.callUnbound(found, o, new Object[] {item}, null));
        }
        if (Types.of(o).special().iter == null && Types.of(o).special().getItem == null) {
            throw Errors.typeError(
                    "argument of type '%s' is not a container or iterable", Types.of(o).name());
        }
        Object iterator;
        try {
            iterator = Iteration.iter(o);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TypeError)) {
                throw e;
            }
            throw Errors.typeError(
                    "argument of type '%s' is not a container or iterable", Types.of(o).name());
        }
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Comparison.sameOrEqual(x, item)) {
                return true;
            }
        }
        return false;
    }
}
