package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.iterator.PySequenceIterator;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The iterator protocol. */
public final class Iteration {
    private Iteration() {}

    /** {@code iter(o)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object iter(Object o) {
        var special = Types.of(o).special();
        if (special.iter == null || special.iter == Singleton.NONE) {
            if (special.iter == null && special.getItem != null && isSequence(o)) {
                return new PySequenceIterator(o);
            }
            throw Errors.typeError("'%s' object is not iterable", Types.of(o).name());
        }
        Object iterator = Call.callUnbound(special.iter, o, new Object[0], null);
        if (iterator instanceof JavaIterator || Types.of(iterator).special().next != null) {
            return iterator;
        }
        throw Errors.typeError(
                "iter() returned non-iterator of type '%s'", Types.of(iterator).name());
    }

    /** Whether {@code __getitem__} is that of a sequence; for builtin types it may not be. */
    private static boolean isSequence(Object o) {
        PyType definer = Types.of(o).definingType(Str.name("__getitem__"));
        return definer == null
                || definer.isHeapType() && !definer.itemsAreOfMapping
                || definer.concatenates
                || definer.collectionFlag == PyType.SEQUENCE;
    }

    /** {@code next(iterator, null)}: null when it is exhausted. */
    public static Object next(Object iterator) {
        if (iterator instanceof JavaIterator i
                && !(iterator instanceof PyObject o && o.type().isHeapType())) {
            return i.next();
        }
        // Also instances of subclasses of a builtin iterator, which may override __next__.
        return nextGeneric(iterator);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object nextGeneric(Object iterator) {
        Object method = Types.of(iterator).special().next;
        if (method == null) {
            throw Errors.typeError("'%s' object is not an iterator", Types.of(iterator).name());
        }
        try {
            return Call.callUnbound(method, iterator, new Object[0], null);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.StopIteration)) {
                return null;
            }
            throw e;
        }
    }

    /** All items, in a new array: {@code list(o)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object[] toArray(Object o) {
        if (o instanceof PyList l && l.type() == ListType.TYPE) {
            return l.toArray();
        }
        if (o instanceof PyTuple t && t.type() == TupleType.TYPE) {
            return t.items.clone();
        }
        List<Object> out = new ArrayList<>();
        Object iterator = iter(o);
        for (Object x = next(iterator); x != null; x = next(iterator)) {
            out.add(x);
        }
        return out.toArray();
    }

    /**
     * As {@link #toArray(Object)}.
     *
     * @param message of the TypeError, when {@code iter(o)} raises one
     */
    public static Object[] toArray(Object o, String message) {
        if (o instanceof PyList l && l.type() == ListType.TYPE
                || o instanceof PyTuple t && t.type() == TupleType.TYPE) {
            return toArray(o);
        }
        Object iterator;
        try {
            iterator = iter(o);
        } catch (PyException e) {
            throw e.is(ExceptionTypes.TypeError) ? Errors.typeError("%s", message) : e;
        }
        return toArray(iterator);
    }
}
