package org.jabiru.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InvalidBufferOffsetException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import java.nio.ByteBuffer;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.object.PyObject;

/** bytes and bytearray as buffers that can be read. */
final class Bytes {
    private Bytes() {}

    static byte[] of(PyObject o) throws UnsupportedMessageException {
        return switch (o) {
            case PyBytes b -> b.value;
            case PyByteArray b -> Entry.run(b::toByteArray);
            default -> throw UnsupportedMessageException.create();
        };
    }

    /** The bytes from an offset on, at least so many of them. */
    @TruffleBoundary
    static ByteBuffer at(PyObject o, long offset, int length)
            throws UnsupportedMessageException, InvalidBufferOffsetException {
        byte[] all = of(o);
        if (offset < 0 || length < 0 || offset > all.length - length) {
            throw InvalidBufferOffsetException.create(offset, length);
        }
        return ByteBuffer.wrap(all).position((int) offset);
    }
}
