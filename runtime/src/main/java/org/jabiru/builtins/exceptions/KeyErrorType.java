package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.protocol.Repr;

/** The methods of KeyError. */
@BuiltinType("KeyError")
final class KeyErrorType {
    private KeyErrorType() {}

    /** The repr of the key, so that an empty or misleading key can be seen. */
    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyBaseException self) {
        return self.args.size() == 1 ? Repr.repr(self.args.get(0)) : BaseExceptionType.str(self);
    }
}
