package org.jabiru.modules.typing;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.StringJoiner;
import org.jabiru.builtins.genericalias.GenericRepr;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/** A function of an {@code annotationlib.Format} for a value that was given as such. */
final class PyConstantEvaluator extends PyObject implements JavaCallable {
    /** {@code annotationlib.Format.STRING}. */
    private static final long STRING = 4;

    final Object value;

    PyConstantEvaluator(Object value) {
        super(ConstantEvaluatorType.TYPE);
        this.value = value;
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("constevaluator.__call__() takes no keyword arguments");
        }
        if (args.length != 1 || !(Numbers.intOrNull(args[0]) instanceof Long format)) {
            throw Errors.typeError("constevaluator.__call__() takes exactly one int");
        }
        return format == STRING ? Str.of(text()) : value;
    }

    private String text() {
        if (!(value instanceof PyTuple t)) {
            return GenericRepr.of(value);
        }
        StringJoiner out = new StringJoiner(", ", "(", t.size() == 1 ? ",)" : ")");
        for (Object item : t.items) {
            out.add(GenericRepr.of(item));
        }
        return out.toString();
    }
}
