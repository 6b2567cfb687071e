package org.jabiru.builtins.function;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;

/** {@code __annotations__} and {@code __annotate__} of functions (PEP 649). */
final class FunctionAnnotations {
    private FunctionAnnotations() {}

    /** The dict, made by {@code __annotate__} when it is first asked for. */
    static Object annotations(PyFunction self) {
        if (self.annotations == null) {
            if (self.annotate == null || self.annotate == Singleton.NONE) {
                self.annotations = new PyDict();
            } else {
                Object made = Call.call(self.annotate, 1L);
                if (!(made instanceof PyDict d)) {
                    throw Errors.typeError(
                            "__annotate__ returned non-dict of type '%s'", Types.of(made).name());
                }
                self.annotations = d;
            }
        }
        return self.annotations;
    }

    static void setAnnotations(PyFunction self, Object value) {
        if (value == null || value == Singleton.NONE) {
            self.annotations = null;
        } else if (value instanceof PyDict d) {
            self.annotations = d;
        } else {
            throw Errors.typeError("__annotations__ must be set to a dict object");
        }
        self.annotate = null;
    }

    static void setAnnotate(PyFunction self, Object value) {
        if (value == null) {
            throw Errors.typeError("__annotate__ cannot be deleted");
        }
        if (value == Singleton.NONE) {
            self.annotate = null;
        } else if (Types.of(value).special().call != null) {
            self.annotate = value;
            self.annotations = null;
        } else {
            throw Errors.typeError("__annotate__ must be callable or None");
        }
    }
}
