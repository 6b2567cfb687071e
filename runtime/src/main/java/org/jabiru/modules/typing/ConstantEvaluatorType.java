package org.jabiru.modules.typing;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/** The type of {@link PyConstantEvaluator}. */
@BuiltinType("_typing._ConstEvaluator")
final class ConstantEvaluatorType {
    static final PyType TYPE =
            PyType.builtin("_typing._ConstEvaluator", ConstantEvaluatorTypeTable::new, null)
                    .sealed();

    private ConstantEvaluatorType() {}

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyConstantEvaluator self) {
        return "<constevaluator " + Str.java(Repr.repr(self.value)) + ">";
    }

    @Builtin(value = "__call__(self, format, /)", doc = "Call self as a function.")
    static Object call(PyConstantEvaluator self, Object format) {
        return Call.call(self, format);
    }
}
