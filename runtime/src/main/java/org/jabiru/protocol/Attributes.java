package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.DynamicObjectLibrary;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyAttributeError;
import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.SpecialMethods;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** {@code getattr}, {@code setattr}, {@code delattr} from Java code, without caches. */
public final class Attributes {
    /** Key of an instance's own dict, when its shape has the flag {@link PyObject#HAS_DICT}. */
    private static final Object DICT = new HiddenKey("__dict__");

    private static final DynamicObjectLibrary STORE = DynamicObjectLibrary.getUncached();

    private Attributes() {}

    /** {@code getattr(o, name)}; AttributeError when it is missing. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object get(Object o, TruffleString name) {
        try {
            return read(o, name);
        } catch (PyException e) {
            throw withMissingContext(e, o, name);
        }
    }

    /** Notes what was looked up in an AttributeError that does not say. */
    private static PyException withMissingContext(PyException e, Object o, TruffleString name) {
        if (e.exception() instanceof PyAttributeError a && a.name == null && a.object == null) {
            a.name = name;
            a.object = o;
        }
        return e;
    }

    private static Object read(Object o, TruffleString name) {
        SpecialMethods special = Types.of(o).special();
        return switch (special.access) {
            case GENERIC -> require(o, name, genericOrNull(o, name));
            case TYPE -> TypeType.getAttribute((PyType) o, name);
            case MODULE -> ModuleType.getAttribute(o, name);
            case GENERIC_WITH_GETATTR -> {
                Object found = null;
                try {
                    found = genericOrNull(o, name);
                } catch (PyException e) {
                    if (!e.is(ExceptionTypes.AttributeError)) {
                        throw e;
                    }
                }
                yield found != null
                        ? found
                        : Call.callUnbound(special.getattr, o, new Object[] {name}, null);
            }
            case CUSTOM -> custom(o, name, special);
        };
    }

    private static Object custom(Object o, TruffleString name, SpecialMethods special) {
        try {
            return Call.callUnbound(special.getattribute, o, new Object[] {name}, null);
        } catch (PyException e) {
            if (special.getattr == null || !e.is(ExceptionTypes.AttributeError)) {
                throw e;
            }
            return Call.callUnbound(special.getattr, o, new Object[] {name}, null);
        }
    }

    /** As {@link #get(Object, TruffleString)}, for a name that stands in Java source. */
    public static Object get(Object o, String name) {
        return get(o, Str.name(name));
    }

    /** {@code getattr(o, name, null)}: null when AttributeError would be raised. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object getOrNull(Object o, TruffleString name) {
        if (Types.of(o).special().access == SpecialMethods.AttributeAccess.GENERIC) {
            try {
                return genericOrNull(o, name);
            } catch (PyException e) {
                return nullForAttributeError(e);
            }
        }
        try {
            return get(o, name);
        } catch (PyException e) {
            return nullForAttributeError(e);
        }
    }

    private static Object nullForAttributeError(PyException e) {
        // A getter's NULL without exception is a missing attribute to CPython, which only looks at
        // the exception.
        if (e.isForNull || e.is(ExceptionTypes.AttributeError)) {
            return null;
        }
        throw e;
    }

    /** As {@link #getOrNull(Object, TruffleString)}, for a name that stands in Java source. */
    public static Object getOrNull(Object o, String name) {
        return getOrNull(o, Str.name(name));
    }

    /** {@code object.__getattribute__}, with null instead of AttributeError for a missing name. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object genericOrNull(Object o, TruffleString name) {
        PyType type = Types.of(o);
        Object found = type.lookup(name);
        if (found != null && Descriptors.isData(found) && hasGet(found)) {
            return Descriptors.get(found, o, type);
        }
        if (o instanceof PyObject p) {
            Object own = ownOrNull(p, name);
            if (own != null) {
                return own;
            }
        }
        return found == null ? null : Descriptors.get(found, o, type);
    }

    /**
     * A descriptor may have {@code __set__} alone: then the instance's own value is what counts.
     */
    private static boolean hasGet(Object descriptor) {
        PyType type = Types.of(descriptor);
        return !type.isHeapType() || type.lookup("__get__") != null;
    }

    private static Object require(Object o, TruffleString name, Object found) {
        if (found == null) {
            throw missing(o, name);
        }
        return found;
    }

    /** The AttributeError for a missing attribute, with its name and obj. */
    @TruffleBoundary
    public static PyException missing(Object o, TruffleString name) {
        PyException e =
                Errors.attributeError(
                        "'%s' object has no attribute '%s'", Types.of(o).name(), Str.java(name));
        return withNameAndObject(e, o, name);
    }

    /** Fills an AttributeError's {@code name} and {@code obj}. */
    public static PyException withNameAndObject(PyException e, Object o, TruffleString name) {
        if (e.exception() instanceof PyAttributeError exception) {
            exception.name = name;
            exception.object = o;
        }
        return e;
    }

    /** {@code setattr(o, name, value)}; null deletes. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void set(Object o, TruffleString name, Object value) {
        SpecialMethods special = Types.of(o).special();
        if (special.genericSet) {
            genericSet(o, name, value);
        } else if (value == null) {
            Call.callUnbound(special.delattr, o, new Object[] {name}, null);
        } else {
            Call.callUnbound(special.setattr, o, new Object[] {name, value}, null);
        }
    }

    /** As {@link #set(Object, TruffleString, Object)}, for a name that stands in Java source. */
    public static void set(Object o, String name, Object value) {
        set(o, Str.name(name), value);
    }

    /** {@code object.__setattr__}, or {@code object.__delattr__} when the value is null. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void genericSet(Object o, TruffleString name, Object value) {
        PyType type = Types.of(o);
        Object found = type.lookup(name);
        if (found != null && Descriptors.isData(found)) {
            Descriptors.set(found, o, value);
            return;
        }
        if (o instanceof PyType t) {
            TypeType.setAttribute(t, name, value);
            return;
        }
        if (o instanceof PyObject p && type.hasInstanceDict) {
            if (value == null ? removeOwn(p, name) : putOwn(p, name, value)) {
                return;
            }
            throw missing(o, name);
        }
        PyException e =
                found != null
                        ? Errors.attributeError(
                                "'%s' object attribute '%s' is read-only",
                                type.name(), Str.java(name))
                        : Errors.attributeError(
                                type.hasInstanceDict
                                        ? "'%s' object has no attribute '%s'"
                                        : "'%s' object has no attribute '%s' and no __dict__ for"
                                                + " setting new attributes",
                                type.name(),
                                Str.java(name));
        throw withNameAndObject(e, o, name);
    }

    // ---- the instance's own attributes ----

    /** The value in the instance's own dict, or null. */
    @TruffleBoundary
    public static Object ownOrNull(PyObject o, TruffleString name) {
        if (o instanceof PyModule m) {
            return m.dict.get(name);
        }
        if (o instanceof PyType t) {
            return t.namespace().get(name);
        }
        if ((o.getShape().getFlags() & PyObject.HAS_DICT) != 0) {
            Object own = STORE.getOrDefault(o, DICT, null);
            if (own instanceof PyDict dict) {
                return dict.get(name);
            }
            return ((LateDict) own).exists() ? dictOf(o).get(name) : null;
        }
        return STORE.getOrDefault(o, name, null);
    }

    @TruffleBoundary
    private static boolean putOwn(PyObject o, TruffleString name, Object value) {
        if (o instanceof PyModule m) {
            m.dict.put(name, value);
        } else if ((o.getShape().getFlags() & PyObject.HAS_DICT) != 0) {
            dictOf(o).put(name, value);
        } else {
            STORE.put(o, name, value);
        }
        return true;
    }

    @TruffleBoundary
    private static boolean removeOwn(PyObject o, TruffleString name) {
        if (o instanceof PyModule m) {
            return m.dict.remove(name) != null;
        }
        if ((o.getShape().getFlags() & PyObject.HAS_DICT) != 0) {
            return mayHaveOwn(o) && dictOf(o).remove(name) != null;
        }
        if (!STORE.containsKey(o, name)) {
            return false;
        }
        STORE.removeKey(o, name);
        return true;
    }

    private static PyDict dictOf(PyObject o) {
        Object own = STORE.getOrDefault(o, DICT, null);
        if (own instanceof LateDict late) {
            PyDict dict = late.dict();
            if (late.stays()) {
                STORE.put(o, DICT, dict);
            }
            return dict;
        }
        return (PyDict) own;
    }

    private static boolean mayHaveOwn(PyObject o) {
        return !(STORE.getOrDefault(o, DICT, null) instanceof LateDict late) || late.exists();
    }

    /**
     * The instance's {@code __dict__}. The first time, the attributes move from the shape to a dict
     * of their own, because from then on Python may change that dict in any way.
     */
    @TruffleBoundary
    public static PyDict instanceDict(PyObject o) {
        if (o instanceof PyModule m) {
            return m.dict;
        }
        if ((o.getShape().getFlags() & PyObject.HAS_DICT) != 0) {
            return dictOf(o);
        }
        PyDict dict = new PyDict();
        for (Object key : STORE.getKeyArray(o)) {
            if (key instanceof TruffleString name) {
                dict.put(name, STORE.getOrDefault(o, name, null));
            }
        }
        setInstanceDict(o, dict);
        return dict;
    }

    /** The instance's {@code __dict__}; null when it may have none as nothing was set so far. */
    @TruffleBoundary
    public static PyDict instanceDictOrNull(PyObject o) {
        if ((o.getShape().getFlags() & PyObject.HAS_DICT) != 0) {
            return mayHaveOwn(o) ? dictOf(o) : null;
        }
        for (Object key : STORE.getKeyArray(o)) {
            if (key instanceof TruffleString) {
                return instanceDict(o);
            }
        }
        return null;
    }

    /** Whether this is what the instance's {@code __dict__} comes from. */
    @TruffleBoundary
    public static boolean isInstanceDict(PyObject o, LateDict dict) {
        return STORE.getOrDefault(o, DICT, null) == dict;
    }

    /** Makes a dict the instance's {@code __dict__}. */
    @TruffleBoundary
    public static void setInstanceDict(PyObject o, PyDict dict) {
        for (Object key : STORE.getKeyArray(o)) {
            if (key instanceof TruffleString) {
                STORE.removeKey(o, key);
            }
        }
        putDict(o, dict);
    }

    /** As {@link #setInstanceDict}, for an object without attributes outside a dict. */
    @TruffleBoundary
    public static void setInstanceDict(PyObject o, LateDict dict) {
        putDict(o, dict);
    }

    private static void putDict(PyObject o, Object dict) {
        STORE.put(o, DICT, dict);
        STORE.setShapeFlags(o, o.getShape().getFlags() | PyObject.HAS_DICT);
    }
}
