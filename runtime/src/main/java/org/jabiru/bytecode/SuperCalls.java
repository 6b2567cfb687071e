package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.PythonContext;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Call;

/** {@code super()} without arguments (PEP 3135). */
final class SuperCalls {
    private SuperCalls() {}

    /** {@code super(__class__, self)} when the name still means the builtin. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object zeroArguments(Object superType, Object cell, Object self) {
        if (superType != PythonContext.get().builtins.dict.get("super")) {
            return Call.call(superType);
        }
        Object type = cell instanceof PyCell c ? c.contents : null;
        if (cell == null) {
            throw Errors.runtimeError("super(): __class__ cell not found");
        }
        if (type == null) {
            throw Errors.runtimeError("super(): empty __class__ cell");
        }
        if (self == null) {
            throw Errors.runtimeError("super(): arg[0] deleted");
        }
        return Call.call(superType, type, self);
    }
}
