package org.jabiru.builtins.foreign;

import org.jabiru.object.JavaIterator;

/** An iterator of another language. */
public final class PyForeignIterator extends PyForeign implements JavaIterator {
    PyForeignIterator(Object value) {
        super(ForeignIteratorType.TYPE, value);
    }

    @Override
    public Object next() {
        return Messages.next(value);
    }
}
