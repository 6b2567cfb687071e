package org.jabiru.modules.tokenize;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** {@code _tokenize.TokenizerIter}. */
@BuiltinType(value = "_tokenize.TokenizerIter", signature = "none")
final class TokenizerIterType {
    static final PyType TYPE =
            PyType.builtin("_tokenize.TokenizerIter", TokenizerIterTypeTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    private TokenizerIterType() {}

    @Builtin(
            value = "__new__(cls, /, readline, *, encoding=None, extra_tokens=False)",
            kind = BuiltinKind.NEW)
    static Object make(PyType cls, Object readline, TruffleString encoding, boolean extraTokens) {
        return new PyTokenizerIter(
                cls, readline, encoding == null ? null : Str.java(encoding), extraTokens);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyTokenizerIter self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyTokenizerIter self) {
        return IteratorMethods.next(self);
    }
}
