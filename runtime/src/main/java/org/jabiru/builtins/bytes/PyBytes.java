package org.jabiru.builtins.bytes;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.HashSecret;
import org.jabiru.protocol.PyBuffer;

/** A bytes object, or an instance of a subclass of bytes. */
public final class PyBytes extends PyObject implements BufferExporter {
    /** The bytes' memory in C. */
    public interface InC {
        /** What C may still write to; null once the content is final. */
        MemorySegment unfinished();
    }

    /** {@code b''}: one object, as in CPython. */
    private static final PyBytes EMPTY = new PyBytes(new byte[0]);

    /** The content; never changed, but while C still fills it in. */
    public final byte[] value;

    /** The hash once computed; 0 before. */
    private long hash;

    /** A bytes object that takes the array over. */
    public PyBytes(byte[] value) {
        super(BytesType.TYPE);
        this.value = value;
    }

    public PyBytes(PyType type, byte[] value) {
        super(type);
        this.value = value;
    }

    /** A bytes object without content. */
    public static PyBytes empty() {
        return EMPTY;
    }

    /** A bytes object that takes the array over; {@code b''} is always the same one. */
    public static PyBytes of(byte[] value) {
        return value.length == 0 ? EMPTY : new PyBytes(value);
    }

    /** The bytes of a str whose characters are all below 256. */
    public static PyBytes ofLatin1(TruffleString s) {
        CodePoints points = CodePoints.of(s);
        byte[] out = new byte[points.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) points.at(i);
        }
        return of(out);
    }

    public int size() {
        return value.length;
    }

    long hash() {
        if (hash == 0) {
            hash = HashSecret.hash(value, value.length);
        }
        return hash;
    }

    @Override
    public PyBuffer getBuffer(int flags) {
        MemorySegment unfinished = nativePeer instanceof InC c ? c.unfinished() : null;
        if (unfinished != null) {
            return PyBuffer.ofItems(this, unfinished, value.length, true, "B", 1, flags);
        }
        return PyBuffer.ofBytes(this, value, value.length, true, flags);
    }
}
