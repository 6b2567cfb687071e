package org.jabiru.modules.ast;

import java.util.HashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Modules;

/** The classes of nodes of one interpreter. */
final class NodeClasses {
    private final PyDict classes = new PyDict();
    private final Map<String, PyObject> singletons = new HashMap<>();

    private NodeClasses() {}

    /** Those of the interpreter that runs now. */
    static NodeClasses current() {
        NodeClasses known = PythonContext.get().state(NodeClasses.class, NodeClasses::new);
        if (known.classes.size() == 0) {
            known.classes.copyFrom(((PyModule) Modules.get("_ast")).dict);
        }
        return known;
    }

    PyType get(String name) {
        return (PyType) classes.get(name);
    }

    /** The instance without fields that all uses share, such as {@code Load()}. */
    PyObject singleton(String name) {
        return singletons.computeIfAbsent(name, this::make);
    }

    /** A bare instance. */
    PyObject make(String name) {
        return new PyObject(get(name));
    }

    static void set(PyObject node, String field, Object value) {
        Attributes.genericSet(node, Str.name(field), value);
    }
}
