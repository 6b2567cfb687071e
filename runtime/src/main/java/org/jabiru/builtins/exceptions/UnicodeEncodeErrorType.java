package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;

/** The methods of UnicodeEncodeError that others of {@link UnicodeErrorFields} lack. */
@BuiltinType("UnicodeEncodeError")
final class UnicodeEncodeErrorType {
    private UnicodeEncodeErrorType() {}

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyUnicodeError self) {
        return UnicodeErrorMessages.encode(self);
    }
}
