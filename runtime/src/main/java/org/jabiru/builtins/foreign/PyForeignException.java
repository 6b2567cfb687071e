package org.jabiru.builtins.foreign;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.object.PyType;

/** An exception of another language: one of Java, say, that a method threw. */
public final class PyForeignException extends PyBaseException {
    /** The exception as Truffle's interop knows it; null when Python code made the instance. */
    public Object value;

    /** What was caught; null when it was never thrown. */
    public AbstractTruffleException original;

    PyForeignException(PyType type) {
        super(type);
    }

    /** What other languages are to see thrown: their own exception, where it is one. */
    public AbstractTruffleException thrown(AbstractTruffleException inPython) {
        if (original == null && value != null) {
            try {
                throw InteropLibrary.getUncached().throwException(value);
            } catch (AbstractTruffleException e) {
                original = e;
            } catch (UnsupportedMessageException e) {
                return inPython;
            }
        }
        return original == null ? inPython : original;
    }
}
