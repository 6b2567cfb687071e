package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** A defaultdict. */
public final class PyDefaultDict extends PyDict {
    /** {@code default_factory}; None for none. */
    Object defaultFactory = Singleton.NONE;

    public PyDefaultDict(PyType type) {
        super(type);
    }
}
