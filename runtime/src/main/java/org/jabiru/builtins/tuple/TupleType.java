package org.jabiru.builtins.tuple;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of tuple. */
@BuiltinType("tuple")
public final class TupleType {
    public static final PyType TYPE =
            PyType.builtin("tuple", TupleTypeTable::new, type -> new PyTuple(type, new Object[0]));

    private TupleType() {}
}
