package org.jabiru.capi.api;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** Sequence Protocol. */
public final class SequenceApi {
    private SequenceApi() {}

    public static boolean PySequence_Check(CapiContext context, Object o) {
        return o != null && isSequence(o);
    }

    static boolean isSequence(Object o) {
        return Sequences.isSequence(o) && !Support.isMappingOnly(o);
    }

    public static long PySequence_Size(CapiContext context, Object o) {
        if (Support.isMappingOnly(o)
                && !(o instanceof PyGenericAlias)
                && !(o instanceof PyDict && Types.of(o).isHeapType())) {
            throw Errors.typeError("%s is not a sequence", Types.of(o).name());
        }
        return Sequences.length(o);
    }

    public static Object PySequence_GetItem(CapiContext context, Object o, long i) {
        if (!(o instanceof PyDict && Types.of(o).isHeapType())) {
            needNoMapping(o);
        }
        if (Types.of(o).special().getItem == null) {
            throw Errors.typeError("'%s' object does not support indexing", Types.of(o).name());
        }
        return Sequences.getItem(o, fromStart(o, i));
    }

    public static void PySequence_SetItem(CapiContext context, Object o, long i, Object v) {
        if (v == null) {
            PySequence_DelItem(context, o, i);
            return;
        }
        if (Types.of(o).lookup("__setitem__") == null) {
            throw Errors.typeError(
                    "'%s' object does not support item assignment", Support.typeName(o));
        }
        needItemAssignment(o);
        Sequences.setItem(o, fromStart(o, i), v);
    }

    public static void PySequence_DelItem(CapiContext context, Object o, long i) {
        if (Types.of(o).lookup("__delitem__") == null) {
            throw Errors.typeError(
                    "'%s' object doesn't support item deletion", Support.typeName(o));
        }
        needItemAssignment(o);
        Sequences.deleteItem(o, fromStart(o, i));
    }

    private static void needNoMapping(Object o) {
        if (Support.isMappingOnly(o)) {
            throw Errors.typeError("%s is not a sequence", Types.of(o).name());
        }
    }

    private static void needItemAssignment(Object o) {
        if (Support.isMappingOnly(o) || o instanceof PyMemoryView) {
            throw Errors.typeError("%s is not a sequence", Types.of(o).name());
        }
    }

    /** A class of Python's gets the index counted from the start. */
    private static long fromStart(Object o, long i) {
        return i < 0 && Types.of(o).isHeapType() && Types.of(o).special().len != null
                ? i + Sequences.length(o)
                : i;
    }

    /** Negative bounds stay negative: they count from the end already. */
    private static PySlice slice(Object o, long from, long to) {
        return new PySlice(from, to, Singleton.NONE);
    }

    public static Object PySequence_GetSlice(CapiContext context, Object o, long i1, long i2) {
        if (Types.of(o).special().getItem == null || Support.isSequenceOnly(o)) {
            throw Errors.typeError("'%s' object is unsliceable", Support.typeName(o));
        }
        return Sequences.getItem(o, slice(o, i1, i2));
    }

    public static void PySequence_SetSlice(
            CapiContext context, Object o, long i1, long i2, Object v) {
        if (v == null) {
            PySequence_DelSlice(context, o, i1, i2);
            return;
        }
        if (Types.of(o).lookup("__setitem__") == null || Support.isSequenceOnly(o)) {
            throw Errors.typeError(
                    "'%s' object doesn't support slice assignment", Support.typeName(o));
        }
        Sequences.setItem(o, slice(o, i1, i2), v);
    }

    public static void PySequence_DelSlice(CapiContext context, Object o, long i1, long i2) {
        if (Types.of(o).lookup("__delitem__") == null || Support.isSequenceOnly(o)) {
            throw Errors.typeError(
                    "'%s' object doesn't support slice deletion", Support.typeName(o));
        }
        Sequences.deleteItem(o, slice(o, i1, i2));
    }

    private static void needSequence(Object o, String what) {
        if (!Sequences.isSequence(o)) {
            throw Errors.typeError("'%s' object can't be %s", Support.typeName(o), what);
        }
    }

    private static Object combined(Object result, Object o, String what) {
        if (result == Singleton.NOT_IMPLEMENTED) {
            throw Errors.typeError("'%s' object can't be %s", Support.typeName(o), what);
        }
        return result;
    }

    private static boolean hasMethod(Object o, BinaryOp op) {
        return Types.of(o).lookup(op.inPlace) != null || Types.of(o).lookup(op.method) != null;
    }

    public static Object PySequence_Concat(CapiContext context, Object o1, Object o2) {
        return concatenated(o1, o2, Types.of(o1).lookup(BinaryOp.ADD.method), false);
    }

    public static Object PySequence_InPlaceConcat(CapiContext context, Object o1, Object o2) {
        Object add = Types.of(o1).lookup(BinaryOp.ADD.inPlace);
        return concatenated(
                o1, o2, add == null ? Types.of(o1).lookup(BinaryOp.ADD.method) : add, true);
    }

    /** A builtin sequence decides alone; others are added when both are sequences. */
    private static Object concatenated(Object o1, Object o2, Object add, boolean inPlace) {
        Object result = Singleton.NOT_IMPLEMENTED;
        if (add instanceof PyMethodDescriptor m && m.owner.concatenates) {
            result = Call.callUnbound(add, o1, new Object[] {o2}, null);
        } else if (isSequence(o1) && isSequence(o2)) {
            result =
                    inPlace && hasMethod(o1, BinaryOp.ADD)
                            ? Numbers.inPlace(BinaryOp.ADD, o1, o2)
                            : Numbers.binaryOrNotImplemented(BinaryOp.ADD, o1, o2);
        }
        return combined(result, o1, "concatenated");
    }

    public static Object PySequence_Repeat(CapiContext context, Object o, long count) {
        needSequence(o, "repeated");
        return combined(Numbers.binaryOrNotImplemented(BinaryOp.MUL, o, count), o, "repeated");
    }

    public static Object PySequence_InPlaceRepeat(CapiContext context, Object o, long count) {
        needSequence(o, "repeated");
        return hasMethod(o, BinaryOp.MUL)
                ? Numbers.inPlace(BinaryOp.MUL, o, count)
                : PySequence_Repeat(context, o, count);
    }

    public static boolean PySequence_Contains(CapiContext context, Object seq, Object ob) {
        if (ob == null) {
            if (Sequences.length(seq) == 0) {
                return false;
            }
            throw context.nullArgument("PySequence_Contains", "ob");
        }
        return Sequences.contains(seq, ob);
    }

    public static boolean PySequence_In(CapiContext context, Object o, Object value) {
        return Sequences.contains(o, value);
    }

    public static long PySequence_Count(CapiContext context, Object o, Object value) {
        Object iterator = iterator(o);
        long count = 0;
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            count += Comparison.sameOrEqual(x, value) ? 1 : 0;
        }
        return count;
    }

    public static long PySequence_Index(CapiContext context, Object o, Object value) {
        Object iterator = iterator(o);
        long index = 0;
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Comparison.sameOrEqual(x, value)) {
                return index;
            }
            index++;
        }
        throw Errors.valueError("sequence.index(x): x not in sequence");
    }

    private static Object iterator(Object o) {
        try {
            return Iteration.iter(o);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError)) {
                throw Errors.typeError(
                        "argument of type '%s' is not iterable", Support.typeName(o));
            }
            throw e;
        }
    }

    public static Object PySequence_List(CapiContext context, Object o) {
        return new PyList(Iteration.toArray(o));
    }

    public static Object PySequence_Tuple(CapiContext context, Object o) {
        return o instanceof PyTuple t && !t.type().isHeapType()
                ? t
                : PyTuple.of(Iteration.toArray(o));
    }

    public static Object PySequence_Fast(CapiContext context, Object obj, String message) {
        if (obj instanceof PyObject o
                && !o.type().isHeapType()
                && (o instanceof PyList || o instanceof PyTuple)) {
            return obj;
        }
        Object iterator;
        try {
            iterator = Iteration.iter(obj);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError)) {
                throw Errors.raise(ExceptionTypes.TypeError, "%s", message);
            }
            throw e;
        }
        return new PyList(Iteration.toArray(iterator));
    }
}
