package org.jabiru.imports;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;

/** Runs the code of a module. */
public final class ModuleCode {
    private static final PyCell[] NO_CELLS = {};
    private static final Object[] NO_DEFAULTS = {};

    private ModuleCode() {}

    /** Runs code in a namespace that is both globals and locals; the code's result. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object run(PyCode code, PyDict namespace) {
        PyFunction function = new PyFunction(code, namespace, NO_CELLS, NO_DEFAULTS);
        return code.runBody(function, namespace);
    }
}
