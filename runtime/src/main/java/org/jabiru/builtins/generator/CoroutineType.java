package org.jabiru.builtins.generator;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@link PyCoroutine}. */
@BuiltinType("coroutine")
public final class CoroutineType {
    public static final PyType TYPE =
            PyType.builtin("coroutine", CoroutineTypeTable::new, null).sealed().withWeakReferences();

    private CoroutineType() {}
}
