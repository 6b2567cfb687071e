package org.jabiru.builtins.type;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionNotes;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** Calls {@code __set_name__} of what a new class holds (Data model, Creating the class object). */
final class SetNames {
    private static final TruffleString METHOD = Str.name("__set_name__");

    private SetNames() {}

    static void call(PyType cls) {
        PyDict dict = new PyDict();
        dict.copyFrom(cls.namespace());
        for (int i = dict.first(); i >= 0; i = dict.next(i)) {
            Object value = dict.valueAt(i);
            if (!(value instanceof PyObject o)) {
                continue;
            }
            Object method = o.type().lookup(METHOD);
            if (method == null) {
                continue;
            }
            Object name = dict.keyAt(i);
            try {
                Call.callUnbound(method, value, new Object[] {cls, name}, null);
            } catch (PyException e) {
                ExceptionNotes.add(
                        e.exception(),
                        String.format(
                                "Error calling __set_name__ on '%s' instance %s in '%s'",
                                Types.of(value).name(), Str.java(Repr.repr(name)), cls.name()));
                throw e;
            }
        }
    }
}
