package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** An exception object. Attributes of particular exception types are in {@link #fields}. */
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

    /**
     * The attributes that the exception's builtin type adds ({@code errno}, {@code value}, …), in
     * the order that type gives them; null stands for an attribute that is not set.
     */
    public Object[] fields;

    public PyBaseException(PyType type) {
        super(type);
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
        return text.isEmpty() ? type().name() : type().name() + ": " + text;
    }
}
