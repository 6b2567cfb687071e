package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Repr;

/** {@code P.args} or {@code P.kwargs}. */
final class PyParamSpecPart extends PyObject {
    final Object origin;

    PyParamSpecPart(PyType type, Object origin) {
        super(type);
        this.origin = origin;
    }

    /** {@code __repr__}: the parameter specification's name, and the attribute's. */
    String shown(String attribute) {
        TruffleString text = origin instanceof PyParamSpec p ? p.name : Repr.repr(origin);
        return Str.java(text) + "." + attribute;
    }

    /** {@code __eq__}: parts of one kind are equal when what they are parts of is. */
    Object equalTo(Object value) {
        return value instanceof PyParamSpecPart other && other.type() == type()
                ? (Object) Comparison.equal(origin, other.origin)
                : Singleton.NOT_IMPLEMENTED;
    }
}
