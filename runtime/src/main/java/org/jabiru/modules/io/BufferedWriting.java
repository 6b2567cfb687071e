package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** The method of BufferedWriter and BufferedRandom that writes. */
@BuiltinType("_io._Buffered")
final class BufferedWriting {
    private BufferedWriting() {}

    @Builtin("writable(self, /)")
    static Object writable(PyBuffered self) {
        return Call.method(self.raw(), "writable");
    }

    @Builtin("write(self, buffer, /)")
    static long write(PyBuffered self, Object buffer) {
        self.raw();
        byte[] data = ByteArguments.read(buffer);
        self.requireOpen("write to closed file");
        self.enter();
        try {
            // Another thread may have closed it meanwhile.
            self.requireOpen("write to closed file");
            return self.write(data);
        } finally {
            self.leave();
        }
    }
}
