package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** An exception object; types with attributes of their own have subclasses. */
public class PyBaseException extends PyObject {
    /** {@code args}. */
    public PyTuple args = PyTuple.EMPTY;

    /** {@code __traceback__}: a traceback object, or null for None. */
    public Object traceback;

    /** {@code __cause__}, or null. */
    public Object cause;

    /** {@code __context__}, or null. */
    public Object context;

    /** {@code __suppress_context__}. */
    public boolean suppressContext;

    public PyBaseException(PyType type) {
        super(type);
    }

    /** {@code type(*args)} for a builtin type, without the way through Python's constructor. */
    public static PyBaseException ofBuiltinType(PyType type, Object... args) {
        PyBaseException e = (PyBaseException) type.factory.make(type);
        e.args = PyTuple.of(args);
        e.initialize(args, null);
        return e;
    }

    /**
     * What the {@code __init__} of the builtin type does beyond setting {@code args}.
     *
     * @param keywords null for none
     */
    public void initialize(Object[] given, PyDict keywords) {
        rejectKeywords(keywords);
    }

    /** TypeError when there are keyword arguments. */
    protected final void rejectKeywords(PyDict keywords) {
        if (keywords != null && keywords.size() != 0) {
            throw Errors.typeError("%s() takes no keyword arguments", type().name());
        }
    }

    /** Type and text for Java's readers: {@code "ValueError: message"}. */
    @TruffleBoundary
    public final String describe() {
        String text;
        try {
            text = Str.java(Repr.str(this));
        } catch (RuntimeException e) {
            text = "<exception str() failed>";
        }
        return text.isEmpty() ? typeName() : typeName() + ": " + text;
    }

    /** The type's name as tracebacks show it. */
    private String typeName() {
        String name = Str.java(type().qualifiedName());
        TruffleString module = Str.valueOrNull(type().lookup("__module__"));
        if (!type().isHeapType() || module == null) {
            return name;
        }
        String in = Str.java(module);
        return in.equals("builtins") || in.equals("__main__") ? name : in + "." + name;
    }
}
