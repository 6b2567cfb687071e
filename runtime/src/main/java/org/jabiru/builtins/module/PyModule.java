package org.jabiru.builtins.module;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** A module object. */
public final class PyModule extends PyObject {
    /** {@code __dict__}. */
    public final PyDict dict = new PyDict();

    public PyModule(PyType type) {
        super(type);
    }

    public PyModule() {
        super(ModuleType.TYPE);
    }

    /** {@code types.ModuleType(name)}. */
    public static PyModule named(Object name) {
        return named(ModuleType.TYPE, name);
    }

    /** A module of a type that derives from the usual one. */
    public static PyModule named(PyType type, Object name) {
        PyModule module = new PyModule(type);
        module.introduce(name, Singleton.NONE);
        return module;
    }

    /** Sets the attributes that every module has at first. */
    void introduce(Object name, Object doc) {
        dict.put("__name__", name);
        dict.put("__doc__", doc);
        dict.put("__package__", Singleton.NONE);
        dict.put("__loader__", Singleton.NONE);
        dict.put("__spec__", Singleton.NONE);
    }
}
