package org.jabiru.builtins.template;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.PyObject;

/** An interpolation: a value of a template string, and how it was written. */
public final class PyInterpolation extends PyObject {
    final Object value;
    final TruffleString expression;

    /** The conversion's letter as str, or None. */
    final Object conversion;

    final TruffleString formatSpec;

    public PyInterpolation(
            Object value, TruffleString expression, Object conversion, TruffleString formatSpec) {
        super(InterpolationType.TYPE);
        this.value = value;
        this.expression = expression;
        this.conversion = conversion;
        this.formatSpec = formatSpec;
    }
}
