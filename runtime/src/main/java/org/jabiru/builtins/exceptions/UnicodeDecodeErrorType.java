package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;

/** The methods of UnicodeDecodeError that others of {@link UnicodeErrorFields} lack. */
@BuiltinType("UnicodeDecodeError")
final class UnicodeDecodeErrorType {
    private UnicodeDecodeErrorType() {}

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyUnicodeError self) {
        return UnicodeErrorMessages.decode(self);
    }
}
