package org.jabiru.builtins.genericalias;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A parameterized generic, such as {@code list[int]}. */
public final class PyGenericAlias extends PyObject {
    /** {@code __origin__}. */
    public final Object origin;

    /** {@code __args__}. */
    public final PyTuple args;

    /** {@code __unpacked__}: whether it stands for {@code *tuple[...]}. */
    public final boolean unpacked;

    /** {@code __parameters__}, null until asked for. */
    PyTuple parameters;

    PyGenericAlias(PyType type, Object origin, PyTuple args, boolean unpacked) {
        super(type);
        this.origin = origin;
        this.args = args;
        this.unpacked = unpacked;
    }

    /** {@code origin[item]}: what {@code __class_getitem__} of builtin types returns. */
    public static Object of(Object origin, Object item) {
        PyTuple args =
                item instanceof PyTuple t && t.type() == TupleType.TYPE ? t : new PyTuple(item);
        return new PyGenericAlias(GenericAliasType.TYPE, origin, args, false);
    }
}
