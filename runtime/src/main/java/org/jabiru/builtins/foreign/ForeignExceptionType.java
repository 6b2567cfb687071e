package org.jabiru.builtins.foreign;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Attributes;

/** Exceptions of other languages; {@code except} may name their own class, too. */
@BuiltinType(
        value = "polyglot.ForeignException",
        doc = "An exception of Java or of another language; its members are attributes.")
public final class ForeignExceptionType {
    public static final PyType TYPE =
            PyType.builtin(
                    "polyglot.ForeignException",
                    ExceptionTypes.Exception,
                    ForeignExceptionTypeTable::new,
                    PyForeignException::new);

    private ForeignExceptionType() {}

    @Builtin("__getattr__(self, name, /)")
    static Object getAttribute(PyForeignException self, TruffleString name) {
        if (self.value == null) {
            throw Attributes.missing(self, name);
        }
        return ForeignObjectType.member(self, self.value, name);
    }

    @Builtin("__str__(self, /)")
    static String str(PyForeignException self) {
        if (self.value == null) {
            return "";
        }
        return Messages.className(self.value) + ": " + Messages.exceptionMessage(self.value);
    }
}
