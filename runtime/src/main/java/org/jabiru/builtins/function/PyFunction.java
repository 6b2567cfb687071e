package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Descriptor;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A function made by {@code def} or {@code lambda}. */
public final class PyFunction extends PyObject implements JavaCallable, Descriptor {
    /** {@code __code__}. */
    public PyCode code;

    /** {@code __globals__}. */
    public final PyDict globals;

    /** {@code __closure__}: the cells, empty for none. */
    public final PyCell[] closure;

    /** {@code __defaults__}: values of the last positional parameters; empty for none. */
    public Object[] defaults;

    /** {@code __kwdefaults__}, or null. */
    public PyDict keywordDefaults;

    public TruffleString name;
    public TruffleString qualifiedName;

    public PyFunction(PyCode code, PyDict globals, PyCell[] closure, Object[] defaults) {
        super(FunctionType.TYPE);
        this.code = code;
        this.globals = globals;
        this.closure = closure;
        this.defaults = defaults;
        this.name = code.name;
        this.qualifiedName = code.qualifiedName;
    }

    @Override
    public Object get(Object instance, PyType owner) {
        return instance == null ? this : new PyMethod(this, instance);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return code.call(this, args, keywords);
    }

    /** {@code __defaults__} as Python sees it. */
    public Object defaultsTuple() {
        return defaults.length == 0
                ? org.jabiru.object.Singleton.NONE
                : PyTuple.of(defaults);
    }
}
