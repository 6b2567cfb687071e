package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;

/** The methods of UnicodeTranslateError that others of {@link UnicodeErrorFields} lack. */
@BuiltinType("UnicodeTranslateError")
final class UnicodeTranslateErrorType {
    private UnicodeTranslateErrorType() {}

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyUnicodeError self) {
        return UnicodeErrorMessages.translate(self);
    }
}
