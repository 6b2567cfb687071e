package org.jabiru.modules.tokenize;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.BuiltinModule;

/** The module {@code _tokenize}, for {@code Lib/tokenize.py}. */
@BuiltinModule("_tokenize")
public final class TokenizeModule {
    private TokenizeModule() {}

    /** Adds the type. */
    public static void initialize(PyModule module) {
        module.dict.put("TokenizerIter", TokenizerIterType.TYPE);
    }
}
