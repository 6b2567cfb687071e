package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/** {@code __notes__} of exceptions (PEP 678). */
public final class ExceptionNotes {
    private ExceptionNotes() {}

    /** {@code exception.add_note(note)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void add(PyBaseException exception, String note) {
        add(exception, Str.of(note));
    }

    static void add(PyBaseException exception, Object note) {
        Object notes = Attributes.getOrNull(exception, "__notes__");
        if (notes == null) {
            notes = new PyList();
            Attributes.set(exception, "__notes__", notes);
        }
        if (!(notes instanceof PyList list)) {
            throw Errors.typeError("Cannot add note: __notes__ is not a list");
        }
        list.append(note);
    }
}
