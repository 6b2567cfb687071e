package org.jabiru.builtins.type;

import java.util.Set;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.str.StrType;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.LayoutInC;
import org.jabiru.object.PyType;

/** What CPython's type object says of memory layout and kind ({@code tp_flags}, sizes). */
public final class TypeLayout {
    private static final long INLINE_VALUES = 1L << 2;
    private static final long MANAGED_WEAKREF = 1L << 3;
    private static final long MANAGED_DICT = 1L << 4;
    private static final long IMMUTABLE = 1L << 8;
    private static final long HEAP = 1L << 9;
    private static final long BASE = 1L << 10;
    private static final long DISALLOW_INSTANTIATION = 1L << 7;
    private static final long READY = 1L << 12;
    private static final long GC = 1L << 14;
    private static final long HAVE_VECTORCALL = 1L << 11;
    private static final long METHOD_DESCRIPTOR = 1L << 17;
    private static final long ABSTRACT = 1L << 20;

    /** The builtin types whose instances CPython calls without making a tuple (PEP 590). */
    private static final Set<String> CALLED_DIRECTLY =
            Set.of(
                    "builtin_function_or_method",
                    "builtin_method",
                    "function",
                    "functools.partial",
                    "method",
                    "method_descriptor",
                    "operator.attrgetter",
                    "operator.itemgetter",
                    "operator.methodcaller",
                    "type",
                    "types.GenericAlias",
                    "weakref.ReferenceType");

    /** Those whose instances are methods when they are found in a class. */
    private static final Set<String> METHOD_DESCRIPTORS =
            Set.of(
                    "function",
                    "functools._lru_cache_wrapper",
                    "method_descriptor",
                    "wrapper_descriptor");

    private TypeLayout() {}

    /** {@code __flags__}. */
    public static long flags(PyType t) {
        long flags = READY | (isCollected(t) ? GC : 0) | t.collectionFlag;
        flags |= t.layoutInC == null ? 0 : t.layoutInC.flags & DISALLOW_INSTANTIATION;
        flags |= isCalledDirectly(t) ? HAVE_VECTORCALL : 0;
        flags |= isMethodDescriptor(t) ? METHOD_DESCRIPTOR : 0;
        flags |= hasInlineValues(t) ? INLINE_VALUES : 0;
        flags |= hasManagedWeakReferences(t) ? MANAGED_WEAKREF : 0;
        flags |= hasManagedDict(t) ? MANAGED_DICT : 0;
        flags |= t.immutable ? IMMUTABLE : 0;
        flags |= isAllocated(t) ? HEAP : 0;
        flags |= t.subclassable ? BASE : 0;
        flags |= t.isAbstract ? ABSTRACT : 0;
        flags |= t.isSubtype(IntType.TYPE) ? 1L << 24 : 0;
        flags |= t.isSubtype(ListType.TYPE) ? 1L << 25 : 0;
        flags |= t.isSubtype(TupleType.TYPE) ? 1L << 26 : 0;
        flags |= isSubtypeOfBytes(t) ? 1L << 27 : 0;
        flags |= t.isSubtype(StrType.TYPE) ? 1L << 28 : 0;
        flags |= t.isSubtype(DictType.TYPE) ? 1L << 29 : 0;
        flags |= t.isSubtype(ExceptionTypes.BaseException) ? 1L << 30 : 0;
        flags |= t.isSubtype(TypeType.TYPE) ? 1L << 31 : 0;
        return flags;
    }

    /** A static type of C's inherits it with {@code __get__}. */
    private static boolean isMethodDescriptor(PyType t) {
        if (t.layoutInC == null) {
            return !t.isHeapType() && METHOD_DESCRIPTORS.contains(t.fullName());
        }
        return (t.layoutInC.flags & METHOD_DESCRIPTOR) != 0
                || !isAllocated(t) && isMethodDescriptor(t.base()) && inherits(t, "__get__");
    }

    /** A class inherits it, unless it has a {@code __call__} of its own. */
    private static boolean isCalledDirectly(PyType t) {
        if (t.layoutInC != null && (t.layoutInC.flags & HAVE_VECTORCALL) != 0) {
            return true;
        }
        return t.isHeapType()
                ? isCalledDirectly(t.base()) && inherits(t, "__call__")
                : CALLED_DIRECTLY.contains(t.fullName());
    }

    private static boolean inherits(PyType t, String method) {
        return t.lookup(method) == t.base().lookup(method);
    }

    /** Whether the type is a heap type in CPython: an extension's static type is none. */
    public static boolean isAllocated(PyType t) {
        return t.layoutInC == null
                ? t.isHeapType() || t.madeAtRunTime
                : (t.layoutInC.flags & HEAP) != 0;
    }

    private static boolean isSubtypeOfBytes(PyType t) {
        for (PyType b : t.mro()) {
            if (!b.isHeapType() && b.name().equals("bytes")) {
                return true;
            }
        }
        return false;
    }

    /** Whether instances are of variable size in CPython: such types take no further slots. */
    public static long itemSize(PyType t) {
        for (PyType at = t; at != null && at.isHeapType(); at = at.base()) {
            if (at.layoutInC != null && at.layoutInC.itemSize != 0) {
                return at.layoutInC.itemSize;
            }
        }
        if (t.isSubtype(TupleType.TYPE)) {
            return 8;
        }
        if (t.isSubtype(IntType.TYPE)) {
            return 4;
        }
        if (isSubtypeOfBytes(t)) {
            return 1;
        }
        return t.isSubtype(TypeType.TYPE) ? 40 : 0;
    }

    /** The size of a builtin type's instances: its own, or that of the nearest base. */
    private static InstanceSize builtinSize(PyType t) {
        InstanceSize own = InstanceSize.orNull(t.fullName());
        for (PyType at = t.base(); own == null && at != null && at != ObjectType.TYPE; ) {
            own = InstanceSize.orNull(at.fullName());
            at = at.base();
        }
        return own == null ? InstanceSize.unknown() : own;
    }

    /** Whether instances of a builtin type hold more in CPython than a dict and weak references. */
    public static boolean hasFields(PyType t) {
        InstanceSize size = InstanceSize.orNull(t.fullName());
        return size != null
                && size.basic() > 16 + (size.dict() > 0 ? 8 : 0) + (size.weak() > 0 ? 8 : 0);
    }

    private static PyType builtinBase(PyType t) {
        PyType at = t;
        while (at.isHeapType()) {
            at = at.base();
        }
        return at;
    }

    /** {@code __basicsize__}, as CPython computes it for classes of Python code. */
    public static long basicSize(PyType t) {
        if (t.basicSize != 0) {
            return t.basicSize;
        }
        return t.isHeapType() ? basicSize(t.base()) + 8L * t.slots.length : builtinSize(t).basic();
    }

    /** {@code __dictoffset__}: -1 for a dict that classes of Python code add. */
    public static long dictOffset(PyType t) {
        if (!t.hasInstanceDict) {
            return t.isSubtype(TypeType.TYPE) ? 264 : 0;
        }
        if (hasManagedDict(t)) {
            return -1;
        }
        LayoutInC c = layoutInC(t);
        return c == null ? builtinSize(builtinBase(t)).dict() : c.dictOffset;
    }

    /** {@code __weakrefoffset__}: negative for the list that classes of Python code add. */
    public static long weakReferenceOffset(PyType t) {
        if (!t.weakReferenceable) {
            return 0;
        }
        if (hasManagedWeakReferences(t)) {
            return -32;
        }
        LayoutInC c = layoutInC(t);
        return c == null ? builtinSize(builtinBase(t)).weak() : c.weakReferencesOffset;
    }

    /** Of the type itself or the nearest base that was made in C; null when there is none. */
    private static LayoutInC layoutInC(PyType t) {
        for (PyType at = t; at != null && at.isHeapType(); at = at.base()) {
            if (at.layoutInC != null) {
                return at.layoutInC;
            }
        }
        return null;
    }

    private static boolean hasManagedDict(PyType t) {
        LayoutInC c = layoutInC(t);
        if (c != null && (t.layoutInC == c || c.dictOffset > 0)) {
            return (c.flags & MANAGED_DICT) != 0;
        }
        PyType base = builtinBase(t);
        return t != base
                && t.hasInstanceDict
                && !base.hasInstanceDict
                && !t.isSubtype(TypeType.TYPE);
    }

    private static boolean hasManagedWeakReferences(PyType t) {
        LayoutInC c = layoutInC(t);
        if (c != null && (t.layoutInC == c || c.weakReferencesOffset > 0)) {
            return (c.flags & MANAGED_WEAKREF) != 0;
        }
        PyType base = builtinBase(t);
        return t != base && t.weakReferenceable && !base.weakReferenceable;
    }

    private static boolean isCollected(PyType t) {
        if (t.layoutInC != null) {
            return (t.layoutInC.flags & GC) != 0;
        }
        return t.isHeapType()
                ? t.hasInstanceDict || t.slots.length > 0 || isCollected(t.base())
                : builtinSize(t).collected();
    }

    /** What CPython's collector keeps in front of an instance, in bytes. */
    public static long headerSize(PyType t) {
        long header = isCollected(t) ? 16 : 0;
        return header + (hasManagedDict(t) || hasManagedWeakReferences(t) ? 16 : 0);
    }

    /**
     * Whether the attributes of instances lie in the instance as long as nobody asks for a dict.
     */
    public static boolean hasInlineValues(PyType t) {
        return hasManagedDict(t) && itemSize(t) == 0;
    }
}
