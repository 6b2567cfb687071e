package org.jabiru.object;

/**
 * {@code __new__} of a type that is not made in Python: CPython's {@code tp_new_wrapper}. A class
 * that inherits one from any of its bases makes instances as its {@code __base__} does, whose
 * layout they have, and not as the first in its MRO would.
 */
public interface NewWrapper {
    /** The type that it makes instances of; null when this is another function. */
    PyType newOf();
}
