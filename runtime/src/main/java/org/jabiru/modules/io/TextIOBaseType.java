package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/** The methods of {@code _io._TextIOBase}. */
@BuiltinType("_io._TextIOBase")
public final class TextIOBaseType {
    public static final PyType TYPE =
            PyType.builtin("_io._TextIOBase", IOBaseType.TYPE, TextIOBaseTypeTable::new, null)
                    .madeAtRunTime()
                    .announcesDeath()
                    .withInstances();

    private TextIOBaseType() {}

    @Builtin("detach(self, /)")
    static Object detach(PyIOBase self) {
        throw IoErrors.unsupported("detach");
    }

    @Builtin("read(self, size=-1, /)")
    static Object read(PyIOBase self, Object size) {
        throw IoErrors.unsupported("read");
    }

    @Builtin("readline(self, size=-1, /)")
    static Object readline(PyIOBase self, Object size) {
        throw IoErrors.unsupported("readline");
    }

    @Builtin("write(self, s, /)")
    static Object write(PyIOBase self, Object s) {
        throw IoErrors.unsupported("write");
    }

    @Builtin(value = "encoding", kind = BuiltinKind.GETTER)
    static Object encoding(PyIOBase self) {
        return Singleton.NONE;
    }

    @Builtin(value = "newlines", kind = BuiltinKind.GETTER)
    static Object newlines(PyIOBase self) {
        return Singleton.NONE;
    }

    @Builtin(value = "errors", kind = BuiltinKind.GETTER)
    static Object errors(PyIOBase self) {
        return Singleton.NONE;
    }
}
