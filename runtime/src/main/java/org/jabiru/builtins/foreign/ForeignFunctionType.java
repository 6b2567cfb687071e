package org.jabiru.builtins.foreign;

import static org.jabiru.builtins.foreign.Messages.INTEROP;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** Functions and methods of other languages. */
@BuiltinType(
        value = "polyglot.ForeignFunction",
        doc = "A function or method of Java or of another language.")
public final class ForeignFunctionType {
    public static final PyType TYPE =
            PyType.builtin(
                    "polyglot.ForeignFunction",
                    ForeignObjectType.TYPE,
                    ForeignFunctionTypeTable::new,
                    null);

    private ForeignFunctionType() {}

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyForeign self, Object[] args, PyDict keywords) {
        return called(self.value, args, keywords);
    }

    /** Calls a function, or makes an instance of a class. */
    static Object called(Object value, Object[] args, PyDict keywords) {
        TruffleString[] names =
                keywords == null || keywords.size() == 0
                        ? null
                        : new TruffleString[] {Str.valueOrNull(keywords.keyAt(keywords.first()))};
        Object[] passed = Messages.arguments(args, names);
        return Messages.sendUnlocked(() ->
                INTEROP.isExecutable(value)
                        ? INTEROP.execute(value, passed)
                        : INTEROP.instantiate(value, passed));
    }
}
