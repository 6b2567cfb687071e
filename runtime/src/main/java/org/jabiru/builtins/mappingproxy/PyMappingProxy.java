package org.jabiru.builtins.mappingproxy;

import org.jabiru.object.PyObject;

/** A read-only view of a mapping. */
public final class PyMappingProxy extends PyObject {
    public final Object mapping;

    public PyMappingProxy(Object mapping) {
        super(MappingProxyType.TYPE);
        this.mapping = mapping;
    }
}
