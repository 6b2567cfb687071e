package org.jabiru.builtins.generator;

import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** The methods of {@link PyGenerator}. */
@BuiltinType("generator")
public final class GeneratorType {
    public static final PyType TYPE =
            PyType.builtin("generator", GeneratorTypeTable::new, null).sealed().withWeakReferences();

    private GeneratorType() {}
}
