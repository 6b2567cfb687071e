package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.protocol.ByteArguments;

/** The method of BufferedWriter and BufferedRandom that writes. */
@BuiltinType("_io._Buffered")
final class BufferedWriting {
    private BufferedWriting() {}

    @Builtin("write(self, buffer, /)")
    static long write(PyBuffered self, Object buffer) {
        self.raw();
        byte[] data = ByteArguments.read(buffer);
        self.requireOpen("write to closed file");
        self.enter();
        try {
            return self.write(data);
        } finally {
            self.leave();
        }
    }
}
