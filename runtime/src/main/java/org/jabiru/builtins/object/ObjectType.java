package org.jabiru.builtins.object;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The methods of object. */
@BuiltinType("object")
public final class ObjectType {
    public static final PyType TYPE =
            PyType.builtin("object", null, ObjectTypeTable::new, PyObject::new);

    private ObjectType() {}
}
