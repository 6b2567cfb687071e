package org.jabiru.builtins.generator;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@link PyAsyncGenerator}. */
@BuiltinType("async_generator")
public final class AsyncGeneratorType {
    public static final PyType TYPE =
            PyType.builtin("async_generator", AsyncGeneratorTypeTable::new, null).sealed().withWeakReferences();

    private AsyncGeneratorType() {}
}
