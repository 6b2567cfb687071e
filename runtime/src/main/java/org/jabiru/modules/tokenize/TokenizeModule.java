package org.jabiru.modules.tokenize;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;

/** The function of {@code _tokenize}. */
@BuiltinModule("_tokenize")
public final class TokenizeModule {
    private TokenizeModule() {}

    @Builtin(value = "TokenizerIter(readline, /, *, encoding=<unrepresentable>, extra_tokens=False)", shown = "none")
    static Object tokenizerIter(Object readline, Object encoding, boolean extraTokens) {
        throw Errors.notImplemented("_tokenize.TokenizerIter is not supported yet");
    }
}
