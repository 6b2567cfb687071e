package org.jabiru.object;

import com.oracle.truffle.api.object.Shape;

/** The shape of types themselves: their attributes are in their namespace, not in the shape. */
final class TypeShapes {
    static final Shape BUILTIN = Shape.newBuilder().layout(PyObject.class).build();

    private TypeShapes() {}
}
