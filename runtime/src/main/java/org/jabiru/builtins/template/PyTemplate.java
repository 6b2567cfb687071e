package org.jabiru.builtins.template;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyObject;

/** A template: texts with an interpolation between each two. */
public final class PyTemplate extends PyObject {
    /** One more than there are interpolations. */
    final PyTuple strings;

    final PyTuple interpolations;

    /**
     * @param strings a tuple of str
     * @param interpolations a tuple of {@link PyInterpolation}
     */
    public PyTemplate(PyTuple strings, PyTuple interpolations) {
        super(TemplateType.TYPE);
        this.strings = strings;
        this.interpolations = interpolations;
    }

    TruffleString string(int index) {
        return (TruffleString) strings.get(index);
    }
}
