package org.jabiru.builtins.code;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.object.PyObject;

/** A code object; the compiler makes the subclass that can run. */
public abstract class PyCode extends PyObject {
    /** {@code co_name}. */
    public final TruffleString name;

    /** {@code co_qualname}. */
    public final TruffleString qualifiedName;

    protected PyCode(TruffleString name, TruffleString qualifiedName) {
        super(CodeType.TYPE);
        this.name = name;
        this.qualifiedName = qualifiedName;
    }

    /** Calls a function that has this code; the arguments as in JavaCallable. */
    public abstract Object call(PyFunction function, Object[] args, TruffleString[] keywords);
}
