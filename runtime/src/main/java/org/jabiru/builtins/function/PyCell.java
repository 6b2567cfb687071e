package org.jabiru.builtins.function;

import org.jabiru.object.PyObject;

/** A cell: a variable shared by a function and the functions nested in it. */
public final class PyCell extends PyObject {
    /** The contents, null while the variable is unbound. */
    public Object contents;

    public PyCell(Object contents) {
        super(CellType.TYPE);
        this.contents = contents;
    }
}
