package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** Object Protocol. */
public final class ObjectApi {
    private static final Comparison.Op[] OPERATORS = Comparison.Op.values();

    private ObjectApi() {}

    private static Object builtin(String name, Object... args) {
        return Call.call(PythonContext.get().builtins.dict.get(name), args);
    }

    public static Object PyObject_GetAttr(CapiContext context, Object obj, Object name) {
        return builtin("getattr", obj, name);
    }

    public static Object PyObject_GetAttrString(CapiContext context, Object obj, String name) {
        return Attributes.get(obj, Str.of(name));
    }

    public static void PyObject_SetAttr(
            CapiContext context, Object obj, Object name, Object value) {
        if (value == null) {
            builtin("delattr", obj, name);
        } else {
            builtin("setattr", obj, name, value);
        }
    }

    public static void PyObject_SetAttrString(
            CapiContext context, Object obj, String name, Object value) {
        Attributes.set(obj, Str.of(name), value);
    }

    public static Object PyObject_GenericGetAttr(CapiContext context, Object obj, Object name) {
        TruffleString text = attributeName(name);
        Object found = Attributes.genericOrNull(obj, text);
        if (found == null) {
            throw Attributes.missing(obj, text);
        }
        return found;
    }

    public static void PyObject_GenericSetAttr(
            CapiContext context, Object obj, Object name, Object value) {
        Attributes.genericSet(obj, attributeName(name), value);
    }

    public static Object PyObject_RichCompare(CapiContext context, Object o1, Object o2, int opid) {
        return Comparison.compare(operator(opid), o1, o2);
    }

    private static Comparison.Op operator(int opid) {
        if (opid < 0 || opid >= OPERATORS.length) {
            throw Support.badInternalCall();
        }
        return OPERATORS[opid];
    }

    public static boolean PyObject_RichCompareBool(
            CapiContext context, Object o1, Object o2, int opid) {
        Comparison.Op op = operator(opid);
        if (Comparison.same(o1, o2)) {
            if (op == Comparison.Op.EQ) {
                return true;
            }
            if (op == Comparison.Op.NE) {
                return false;
            }
        }
        return Truth.isTrue(Comparison.compare(op, o1, o2));
    }

    public static Object PyObject_Repr(CapiContext context, Object obj) {
        return obj == null ? Str.of("<NULL>") : Repr.reprObject(obj);
    }

    public static Object PyObject_ASCII(CapiContext context, Object obj) {
        return obj == null ? Str.of("<NULL>") : builtin("ascii", obj);
    }

    public static Object PyObject_Str(CapiContext context, Object obj) {
        return obj == null ? Str.of("<NULL>") : Repr.strObject(obj);
    }

    public static long PyObject_Hash(CapiContext context, Object obj) {
        return Hashing.hash(obj);
    }

    public static boolean PyObject_IsTrue(CapiContext context, Object obj) {
        return Truth.isTrue(obj);
    }

    public static boolean PyObject_IsInstance(
            CapiContext context, Object object, Object typeOrClass) {
        return Truth.isTrue(builtin("isinstance", object, typeOrClass));
    }

    public static boolean PyObject_IsSubclass(
            CapiContext context, Object object, Object typeOrClass) {
        return Truth.isTrue(builtin("issubclass", object, typeOrClass));
    }

    public static long PyObject_Size(CapiContext context, Object obj) {
        return Sequences.length(obj);
    }

    public static Object PyObject_GetItem(CapiContext context, Object o, Object key) {
        return Sequences.getItem(o, key);
    }

    public static void PyObject_SetItem(CapiContext context, Object o, Object key, Object v) {
        Sequences.setItem(o, key, v);
    }

    public static void PyObject_DelItem(CapiContext context, Object o, Object key) {
        Sequences.deleteItem(o, key);
    }

    public static Object PyObject_Dir(CapiContext context, Object obj) {
        return builtin("dir", obj);
    }

    public static Object PyObject_Format(CapiContext context, Object obj, Object spec) {
        if (spec != null && Str.valueOrNull(spec) == null) {
            throw Errors.systemError(
                    "Format specifier must be a string, not %s", Support.typeName(spec));
        }
        return builtin("format", obj, spec == null ? Str.EMPTY : spec);
    }

    public static Object PyObject_Bytes(CapiContext context, Object obj) {
        if (obj == null) {
            return Support.bytesOf("<NULL>");
        }
        if (obj instanceof PyBytes b && !b.type().isHeapType()) {
            return b;
        }
        Object made = Call.specialOrNull(obj, "__bytes__");
        if (made == null) {
            return BytesApi.PyBytes_FromObject(context, obj);
        }
        if (!(made instanceof PyBytes)) {
            throw Errors.typeError(
                    "__bytes__ returned non-bytes (type %s)", Support.typeName(made));
        }
        return made;
    }

    public static Object PyObject_GetIter(CapiContext context, Object obj) {
        return Iteration.iter(obj);
    }

    /** The attribute, or null when there is none. */
    private static Object attributeOrNull(Object obj, Object name) {
        return Attributes.getOrNull(obj, attributeName(name));
    }

    private static TruffleString attributeName(Object name) {
        TruffleString text = Str.valueOrNull(name);
        if (text == null) {
            throw Errors.typeError(
                    "attribute name must be string, not '%s'", Support.typeName(name));
        }
        return text;
    }

    public static int PyObject_GetOptionalAttr(
            CapiContext context, Object obj, Object name, long result) {
        Memory.putLong(result, 0);
        return Support.storeItem(context, result, attributeOrNull(obj, name));
    }

    public static int PyObject_GetOptionalAttrString(
            CapiContext context, Object obj, String name, long result) {
        return PyObject_GetOptionalAttr(context, obj, Str.of(name), result);
    }

    public static boolean PyObject_HasAttrWithError(CapiContext context, Object obj, Object name) {
        return attributeOrNull(obj, name) != null;
    }

    public static boolean PyObject_HasAttrStringWithError(
            CapiContext context, Object obj, String name) {
        return attributeOrNull(obj, Str.of(name)) != null;
    }

    public static boolean PyObject_HasAttr(CapiContext context, Object obj, Object name) {
        return obj != null && attributeOrNull(obj, name) != null;
    }

    public static boolean PyObject_HasAttrString(CapiContext context, Object obj, String name) {
        return attributeOrNull(obj, Str.of(name)) != null;
    }

    public static void PyObject_DelAttr(CapiContext context, Object v, Object name) {
        builtin("delattr", v, name);
    }

    public static void PyObject_DelAttrString(CapiContext context, Object v, String name) {
        builtin("delattr", v, Str.of(name));
    }

    public static void PyObject_DelItemString(CapiContext context, Object o, String key) {
        Sequences.deleteItem(o, Str.of(key));
    }

    public static Object PyObject_GenericGetDict(CapiContext context, Object obj, long closure) {
        return obj instanceof PyObject o && Types.of(o).hasInstanceDict
                ? Attributes.instanceDict(o)
                : noDict();
    }

    public static void PyObject_GenericSetDict(
            CapiContext context, Object obj, Object value, long closure) {
        if (value == null) {
            throw Errors.typeError("cannot delete __dict__");
        }
        if (!(value instanceof PyDict d)) {
            throw Errors.typeError(
                    "__dict__ must be set to a dictionary, not a '%s'", Support.typeName(value));
        }
        if (!(obj instanceof PyObject o && Types.of(o).hasInstanceDict)) {
            noDict();
            return;
        }
        Attributes.setInstanceDict(o, d);
    }

    private static Object noDict() {
        throw Errors.attributeError("This object has no __dict__");
    }

    public static Object PyObject_GetAIter(CapiContext context, Object obj) {
        return builtin("aiter", obj);
    }

    public static int PyObject_AsFileDescriptor(CapiContext context, Object obj) {
        Object number = Numbers.intOrNull(obj);
        if (obj instanceof Boolean) {
            Support.function(
                    "warnings",
                    "warn",
                    Str.of("bool is used as a file descriptor"),
                    ExceptionTypes.RuntimeWarning);
        }
        if (number == null) {
            Object method = Attributes.getOrNull(obj, "fileno");
            if (method == null) {
                throw Errors.typeError("argument must be an int, or have a fileno() method.");
            }
            number = Numbers.intOrNull(Call.call(method));
            if (number == null) {
                throw Errors.typeError("fileno() returned a non-integer");
            }
        }
        int fd = Args.toInt(number);
        if (fd < 0) {
            throw Errors.valueError("file descriptor cannot be a negative integer (%d)", (long) fd);
        }
        return fd;
    }
}
