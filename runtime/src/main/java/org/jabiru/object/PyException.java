package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.traceback.PyTraceback;

/** A Python exception on its way through Java frames; the exception object is the payload. */
@ExportLibrary(value = InteropLibrary.class, delegateTo = "exception")
public final class PyException extends AbstractTruffleException {
    private static final long serialVersionUID = 1;

    final transient PyBaseException exception;

    /** Whether the exception's {@code __context__} was set for this raise. */
    public transient boolean contextIsSet;

    /**
     * Whether this is the SystemError for a function of C that returned NULL without an exception.
     */
    public transient boolean isForNull;

    /** The frame that last added itself to the traceback. */
    public transient Object lastFrame;

    /** Raises the exception object; its traceback grows in each Python frame that it leaves. */
    public PyException(PyBaseException exception) {
        super(null, null, 0, null);
        this.exception = exception;
    }

    /** As it leaves Python: the calls that it passes now are noted, for other languages to see. */
    public PyException(PyBaseException exception, Node location) {
        super(null, null, UNLIMITED_STACK_TRACE, location);
        this.exception = exception;
    }

    /** The exception object. */
    public PyBaseException exception() {
        return exception;
    }

    /** Whether {@code except type} catches it. */
    public boolean is(PyType type) {
        return exception.type().isSubtype(type);
    }

    /** For Java's readers: type, text and the Python lines it came through. */
    @Override
    @TruffleBoundary
    public String getMessage() {
        StringBuilder out = new StringBuilder(exception.describe());
        Object traceback = exception.traceback;
        while (traceback instanceof PyTraceback t) {
            out.append("\n    in ").append(Str.java(t.frame.code.qualifiedName));
            out.append(" (").append(Str.java(t.frame.code.fileName));
            out.append(':').append(t.line()).append(')');
            traceback = t.next;
        }
        return out.toString();
    }

    @ExportMessage
    boolean isException() {
        return true;
    }

    @ExportMessage
    RuntimeException throwException() {
        throw this;
    }

    @ExportMessage
    boolean hasSourceLocation() {
        return getLocation() != null;
    }

    @ExportMessage
    SourceSection getSourceLocation() throws UnsupportedMessageException {
        if (getLocation() == null) {
            throw UnsupportedMessageException.create();
        }
        return getLocation().getEncapsulatingSourceSection();
    }
}
