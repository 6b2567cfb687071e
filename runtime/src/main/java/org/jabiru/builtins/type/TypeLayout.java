package org.jabiru.builtins.type;

import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.str.StrType;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.PyType;

/** What CPython's type object says of memory layout and kind ({@code tp_flags}, sizes). */
public final class TypeLayout {
    private static final long IMMUTABLE = 1L << 8;
    private static final long HEAP = 1L << 9;
    private static final long BASE = 1L << 10;
    private static final long READY = 1L << 12;
    private static final long GC = 1L << 14;
    private static final long ABSTRACT = 1L << 20;

    private TypeLayout() {}

    /** {@code __flags__}. */
    public static long flags(PyType t) {
        long flags = READY | (t == ObjectType.TYPE ? 0 : GC) | t.collectionFlag;
        flags |= t.immutable ? IMMUTABLE : 0;
        flags |= t.isHeapType() || t.madeAtRunTime ? HEAP : 0;
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

    /** {@code __basicsize__}, as CPython computes it for classes of Python code. */
    public static long basicSize(PyType t) {
        if (!t.isHeapType()) {
            return t.name().equals("object")
                    ? 16
                    : t.isSubtype(TypeType.TYPE) ? 936 : t.isSubtype(IntType.TYPE) ? 24 : 40;
        }
        PyType base = t.base();
        return basicSize(base) + 8L * t.slots.length;
    }
}
