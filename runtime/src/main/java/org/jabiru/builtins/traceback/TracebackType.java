package org.jabiru.builtins.traceback;

import java.util.List;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The methods of {@link PyTraceback}. */
@BuiltinType(value = "traceback", doc = "One frame of the stack that an exception went through.")
public final class TracebackType {
    public static final PyType TYPE =
            PyType.builtin("traceback", TracebackTypeTable::new, null).sealed();

    private TracebackType() {}

    @Builtin(value = "__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object next, PyFrame frame, int lasti, int line) {
        return new PyTraceback(nextOrNull(next), frame, lasti, line);
    }

    private static PyTraceback nextOrNull(Object next) {
        if (next == Singleton.NONE) {
            return null;
        }
        if (next instanceof PyTraceback t) {
            return t;
        }
        throw Errors.typeError("expected traceback object, got '%s'", Types.of(next).name());
    }

    @Builtin("__dir__(self, /)")
    static Object dir(PyTraceback self) {
        PyList names = new PyList();
        for (String name : List.of("tb_frame", "tb_next", "tb_lasti", "tb_lineno")) {
            names.append(Str.name(name));
        }
        return names;
    }

    @Builtin(value = "tb_next", kind = BuiltinKind.GETTER)
    static Object next(PyTraceback self) {
        return self.next == null ? Singleton.NONE : self.next;
    }

    @Builtin(value = "tb_next", kind = BuiltinKind.SETTER)
    static void setNext(PyTraceback self, Object value) {
        if (value == null) {
            throw Errors.typeError("can't delete tb_next attribute");
        }
        PyTraceback next = nextOrNull(value);
        for (PyTraceback t = next; t != null; t = t.next) {
            if (t == self) {
                throw Errors.valueError("traceback loop detected");
            }
        }
        self.next = next;
    }

    @Builtin(value = "tb_frame", kind = BuiltinKind.FIELD)
    static Object frame(PyTraceback self) {
        return self.frame;
    }

    @Builtin(value = "tb_lasti", kind = BuiltinKind.FIELD)
    static int lastInstruction(PyTraceback self) {
        return self.offset();
    }

    @Builtin(value = "tb_lineno", kind = BuiltinKind.GETTER)
    static Object line(PyTraceback self) {
        int line = self.line();
        return line < 0 ? Singleton.NONE : (Object) (long) line;
    }
}
