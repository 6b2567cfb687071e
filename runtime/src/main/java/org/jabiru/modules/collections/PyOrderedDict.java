package org.jabiru.modules.collections;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyType;

/** An OrderedDict: dicts keep their order anyway, so it only adds methods. */
public final class PyOrderedDict extends PyDict {
    public PyOrderedDict(PyType type) {
        super(type);
    }
}
