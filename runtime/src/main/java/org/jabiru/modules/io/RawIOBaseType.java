package org.jabiru.modules.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** The methods of {@code _io._RawIOBase}. */
@BuiltinType("_io._RawIOBase")
public final class RawIOBaseType {
    public static final PyType TYPE =
            PyType.builtin("_io._RawIOBase", IOBaseType.TYPE, RawIOBaseTypeTable::new, null)
                    .madeAtRunTime()
                    .announcesDeath()
                    .withInstances();

    private RawIOBaseType() {}

    @Builtin("read(self, size=-1, /)")
    static Object read(PyIOBase self, Object size) {
        long n = IOBaseType.limit(size);
        if (n < 0) {
            return Call.method(self, "readall");
        }
        Object buffer = ByteArguments.byteArray(new byte[(int) n]);
        Object count = Call.method(self, "readinto", buffer);
        if (count == Singleton.NONE) {
            return count;
        }
        long have = Args.toLong(count);
        if (have < 0 || have > n) {
            throw Errors.valueError("readinto returned %d outside buffer size %d", have, n);
        }
        return ByteArguments.bytes(Arrays.copyOf(ByteArguments.read(buffer), (int) have));
    }

    @Builtin("readall(self, /)")
    static Object readall(PyIOBase self) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            Object part = Call.method(self, "read", (long) IoModule.DEFAULT_BUFFER_SIZE);
            if (part == Singleton.NONE) {
                return all.size() == 0 ? part : ByteArguments.bytes(all.toByteArray());
            }
            byte[] bytes = ByteArguments.bytesOrNull(part);
            if (bytes == null) {
                throw Errors.typeError("read() should return bytes, not %s", Types.of(part).name());
            }
            if (bytes.length == 0) {
                return ByteArguments.bytes(all.toByteArray());
            }
            all.writeBytes(bytes);
        }
    }

    @Builtin(value = "readinto(self, buffer, /)", shown = "none")
    static Object readinto(PyIOBase self, Object buffer) {
        throw Errors.raise(ExceptionTypes.NotImplementedError, "");
    }

    @Builtin(value = "write(self, b, /)", shown = "none")
    static Object write(PyIOBase self, Object b) {
        throw Errors.raise(ExceptionTypes.NotImplementedError, "");
    }
}
