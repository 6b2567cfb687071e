package org.jabiru.builtins.iterator;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Builtins;

/** What the types of builtin iterators have in common. */
public final class IteratorMethods {
    public static final String LENGTH_HINT_DOC = "About how many items are left.";
    public static final String REDUCE_DOC = "What pickling needs to make it again.";
    public static final String SETSTATE_DOC = "Goes to the position that __reduce__ gave.";

    private IteratorMethods() {}

    /** {@code __next__}: StopIteration at the end. */
    public static Object next(JavaIterator iterator) {
        Object item = iterator.next();
        if (item == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return item;
    }

    /**
     * {@code builtins.iter}. The look-up may run Python code, so {@code __reduce__} calls this
     * before it looks at the iterator's state.
     */
    public static Object iterFunction() {
        return Builtins.get("iter");
    }

    /** What {@code __reduce__} returns for {@code iter(argument)}. */
    public static PyTuple reduceToIter(Object argument) {
        return new PyTuple(Builtins.get("iter"), new PyTuple(argument));
    }

    /** As {@link #reduceToIter(Object)}, with a state for {@code __setstate__}. */
    public static PyTuple reduceToIter(Object argument, Object state) {
        return new PyTuple(Builtins.get("iter"), new PyTuple(argument), state);
    }
}
