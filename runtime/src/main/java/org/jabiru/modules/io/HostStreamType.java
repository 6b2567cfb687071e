package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.protocol.ByteArguments;

/** The methods of the raw streams that stand for the embedding program's. */
@BuiltinType(
        value = "_io._HostStream",
        doc = "A standard stream of the Java program that runs this interpreter.")
final class HostStreamType {
    static final PyType TYPE =
            PyType.builtin("_io._HostStream", RawIOBaseType.TYPE, HostStreamTypeTable::new, null);

    private HostStreamType() {}

    @Builtin("readable(self, /)")
    static boolean readable(PyHostStream self) {
        return self.in != null;
    }

    @Builtin("writable(self, /)")
    static boolean writable(PyHostStream self) {
        return self.out != null;
    }

    @Builtin("readinto(self, buffer, /)")
    static long readInto(PyHostStream self, Object buffer) {
        if (self.in == null) {
            throw IoErrors.unsupported("not readable");
        }
        byte[] data = new byte[ByteArguments.writableLength(buffer)];
        int count = data.length == 0 ? 0 : self.read(data);
        ByteArguments.write(buffer, data, count);
        return count;
    }

    @Builtin("write(self, b, /)")
    static long write(PyHostStream self, Object b) {
        if (self.out == null) {
            throw IoErrors.unsupported("not writable");
        }
        byte[] data = ByteArguments.read(b);
        self.write(data);
        return data.length;
    }
}
