package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** The methods of {@code _io._BufferedIOBase}. */
@BuiltinType("_io._BufferedIOBase")
public final class BufferedIOBaseType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io._BufferedIOBase",
                            IOBaseType.TYPE,
                            BufferedIOBaseTypeTable::new,
                            null)
                    .madeAtRunTime()
                    .announcesDeath()
                    .withInstances();

    private BufferedIOBaseType() {}

    @Builtin("detach(self, /)")
    static Object detach(PyIOBase self) {
        throw IoErrors.unsupported("detach");
    }

    @Builtin("read(self, size=-1, /)")
    static Object read(PyIOBase self, Object size) {
        throw IoErrors.unsupported("read");
    }

    @Builtin("read1(self, size=-1, /)")
    static Object read1(PyIOBase self, Object size) {
        throw IoErrors.unsupported("read1");
    }

    @Builtin("write(self, b, /)")
    static Object write(PyIOBase self, Object b) {
        throw IoErrors.unsupported("write");
    }

    @Builtin("readinto(self, buffer, /)")
    static Object readinto(PyIOBase self, Object buffer) {
        return readInto(self, buffer, "read");
    }

    @Builtin("readinto1(self, buffer, /)")
    static Object readinto1(PyIOBase self, Object buffer) {
        return readInto(self, buffer, "read1");
    }

    private static Object readInto(PyIOBase self, Object buffer, String method) {
        int room = ByteArguments.writableLength(buffer);
        Object data = Call.method(self, method, (long) room);
        byte[] bytes = ByteArguments.bytesOrNull(data);
        if (bytes == null) {
            throw Errors.typeError("%s() should return bytes", method);
        }
        if (bytes.length > room) {
            throw Errors.valueError(
                    "%s() returned too much data: %d bytes requested, %d returned",
                    method, room, bytes.length);
        }
        ByteArguments.write(buffer, bytes, bytes.length);
        return (long) bytes.length;
    }
}
