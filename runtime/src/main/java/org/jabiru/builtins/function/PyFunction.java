package org.jabiru.builtins.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Descriptor;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** A function made by {@code def} or {@code lambda}. */
public final class PyFunction extends PyObject implements JavaCallable, Descriptor {
    /** {@code __code__}. */
    public PyCode code;

    /** {@code __globals__}. */
    public final PyDict globals;

    /** {@code __closure__}: the cells, empty for none. */
    public PyCell[] closure;

    /** What C put in its place (None, or a tuple of whatever); null for nothing. */
    public Object exchangedClosure;

    /** The code that Python sees, when C has exchanged what a call does; null otherwise. */
    private PyCode codeBefore;

    /** {@code __defaults__}: values of the last positional parameters; empty for none. */
    public Object[] defaults;

    /** {@code __kwdefaults__}, or null. */
    public PyDict keywordDefaults;

    /** {@code __name__}. */
    public TruffleString name;

    /** {@code __qualname__}. */
    public TruffleString qualifiedName;

    /** {@code __doc__}. */
    public Object doc;

    /** {@code __module__}. */
    public Object module;

    /** {@code __annotations__} once it was made, or null. */
    public PyDict annotations;

    /** {@code __annotate__} (PEP 649), or null. */
    public Object annotate;

    /** {@code __type_params__}, or null for none. */
    public Object typeParameters;

    private PyDict builtins;

    /** {@code __builtins__} where it is no plain dict; null otherwise. */
    private Object otherBuiltins;

    public PyFunction(PyCode code, PyDict globals, PyCell[] closure, Object[] defaults) {
        super(FunctionType.TYPE);
        this.code = code;
        this.globals = globals;
        this.closure = closure;
        this.defaults = defaults;
        this.name = code.name;
        this.qualifiedName = code.qualifiedName;
        this.doc = code.docstring == null ? Singleton.NONE : code.docstring;
        Object moduleName = globals.get("__name__");
        this.module = moduleName == null ? Singleton.NONE : moduleName;
    }

    /** {@code __builtins__}: where names are looked up that are not global. */
    public PyDict builtins() {
        PyDict known = builtins;
        return known != null ? known : findBuiltins();
    }

    @TruffleBoundary
    private PyDict findBuiltins() {
        Object found = globals.get("__builtins__");
        if (found instanceof PyModule m) {
            found = m.dict;
        }
        if (found == null) {
            builtins = PythonContext.get().builtins.dict;
        } else if (found instanceof PyDict d && d.type() == DictType.TYPE) {
            builtins = d;
        } else {
            // No position in a dict: every look-up goes the long way.
            otherBuiltins = found;
            builtins = new PyDict();
        }
        return builtins;
    }

    /** {@code __builtins__} as any mapping, or what was given in the place of one. */
    public Object builtinsMapping() {
        PyDict dict = builtins();
        return otherBuiltins != null ? otherBuiltins : dict;
    }

    /** Takes the builtins of another function over. */
    public void shareBuiltins(PyFunction other) {
        builtins = other.builtins;
        otherBuiltins = other.otherBuiltins;
    }

    /** Does what another function does, from now on; Python sees no difference. */
    public void exchange(PyFunction other) {
        if (codeBefore == null) {
            codeBefore = code;
            exchangedClosure = FunctionType.closure(this);
        }
        code = other.code;
        closure = other.closure;
    }

    public boolean isExchanged() {
        return codeBefore != null;
    }

    /** {@code __code__} as Python sees it. */
    public PyCode shownCode() {
        return codeBefore == null ? code : codeBefore;
    }

    /** Sets the code that Python sees; the one that runs, unless it was exchanged. */
    void setShownCode(PyCode made) {
        if (codeBefore == null) {
            code = made;
        } else {
            codeBefore = made;
        }
    }

    @Override
    public Object get(Object instance, PyType owner) {
        return instance == null ? this : new PyMethod(this, instance);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return code.call(this, args, keywords);
    }

    /** {@code __defaults__} as Python sees it; an empty tuple only where one was set. */
    public Object defaultsTuple() {
        return defaults.length == 0 && defaults != PyTuple.EMPTY.items
                ? Singleton.NONE
                : PyTuple.of(defaults);
    }
}
