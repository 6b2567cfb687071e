package org.jabiru.builtins.str;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyStr;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The methods of str. */
@BuiltinType("str")
public final class StrType {
    public static final PyType TYPE =
            PyType.builtin("str", StrTypeTable::new, type -> new PyStr(type, Str.EMPTY));

    private StrType() {}
}
