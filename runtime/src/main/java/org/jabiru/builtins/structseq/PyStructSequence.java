package org.jabiru.builtins.structseq;

import java.util.Arrays;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyType;

/** A tuple with named fields; some fields are not part of the tuple. */
public final class PyStructSequence extends PyTuple {
    /** The fields after those of the tuple. */
    public final Object[] hidden;

    PyStructSequence(PyType type, Object[] visible, Object[] hidden) {
        super(type, visible);
        this.hidden = hidden;
    }

    /** An instance with a value for each field, hidden ones last. */
    public static PyStructSequence of(StructSequenceType type, Object... fields) {
        return new PyStructSequence(
                type.type,
                Arrays.copyOf(fields, type.visible),
                Arrays.copyOfRange(fields, type.visible, type.names.length));
    }

    /** How many fields it has, hidden ones included. */
    public int fieldCount() {
        return items.length + hidden.length;
    }

    /** Sets a field of one that Python has not seen yet. */
    public void setField(int index, Object value) {
        if (index < items.length) {
            items[index] = value;
        } else {
            hidden[index - items.length] = value;
        }
    }

    /** The value of a field, hidden ones included. */
    public Object field(int index) {
        return index < items.length ? items[index] : hidden[index - items.length];
    }
}
