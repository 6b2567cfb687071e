package org.jabiru.builtins.generator;

import org.jabiru.PythonContext;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** {@code types.GenericAlias}. */
final class GenericAliases {
    private GenericAliases() {}

    static Object type() {
        Object importer = PythonContext.get().builtins.dict.get("__import__");
        return Attributes.get(Call.call(importer, Str.name("types")), "GenericAlias");
    }
}
