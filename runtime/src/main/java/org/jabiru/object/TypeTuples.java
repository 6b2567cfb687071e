package org.jabiru.object;

import java.util.Arrays;
import org.jabiru.builtins.tuple.PyTuple;

/**
 * {@code __bases__} and {@code __mro__} of a type: the same tuples each time, as C code compares
 * them with those in the type's memory. They are made when first asked for.
 */
public final class TypeTuples {
    private PyTuple bases;
    private PyTuple order;

    TypeTuples() {}

    /** The tuple that a class was made with. */
    public void madeWith(PyTuple given) {
        bases = given;
    }

    void forgetBases() {
        bases = null;
    }

    void forgetOrder() {
        order = null;
    }

    /** {@code __bases__} of the type that has these. */
    public PyTuple bases(PyType type) {
        if (bases == null) {
            bases = tuple(type.bases());
        }
        return bases;
    }

    /** {@code __mro__}. */
    public PyTuple order(PyType type) {
        if (order == null) {
            order = tuple(type.mro());
        }
        return order;
    }

    private static PyTuple tuple(PyType[] types) {
        return PyTuple.of(Arrays.copyOf(types, types.length, Object[].class));
    }
}
