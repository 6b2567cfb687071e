package org.jabiru.modules.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.protocol.Call;

/** What a pickler writes: collected, in frames from protocol 4 on (PEP 3154). */
final class PickleOutput {
    private static final int FRAME_SIZE_MIN = 4;
    static final int FRAME_SIZE_TARGET = 64 * 1024;
    private static final int FRAME_HEADER = 9;

    /** Where complete parts go; null to keep everything. */
    private final Object write;

    private byte[] data = new byte[512];
    private int size;
    private int frameStart = -1;
    private boolean framing;

    PickleOutput(Object write) {
        this.write = write;
    }

    void startFraming() {
        framing = true;
    }

    private void reserve(int more) {
        if (framing && frameStart < 0) {
            frameStart = size;
            size += FRAME_HEADER;
        }
        if (size + more > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }

    void op(int opcode) {
        reserve(1);
        data[size++] = (byte) opcode;
    }

    void op(int opcode, int argumentBytes, long argument) {
        reserve(1 + argumentBytes);
        data[size++] = (byte) opcode;
        for (int i = 0; i < argumentBytes; i++) {
            data[size++] = (byte) (argument >>> 8 * i);
        }
    }

    void bytes(byte[] b) {
        reserve(b.length);
        System.arraycopy(b, 0, data, size, b.length);
        size += b.length;
    }

    void ascii(String s) {
        bytes(s.getBytes(StandardCharsets.ISO_8859_1));
    }

    void doubleValue(int opcode, double d) {
        op(opcode, 8, Long.reverseBytes(Double.doubleToRawLongBits(d)));
    }

    /** An operation with a long argument: what is large goes outside of frames, uncopied. */
    void payload(int opcode, int lengthBytes, PyBytes payload) {
        int n = payload.size();
        if (n < FRAME_SIZE_TARGET) {
            op(opcode, lengthBytes, n);
            bytes(payload.value);
            return;
        }
        endFrame(true);
        boolean was = framing;
        framing = false;
        op(opcode, lengthBytes, n);
        if (write == null) {
            bytes(payload.value);
        } else {
            flush();
            Call.call(write, payload);
        }
        framing = was;
    }

    /** Ends the frame when it is large enough. */
    void commitFrame() {
        endFrame(false);
    }

    private void endFrame(boolean always) {
        if (frameStart < 0) {
            return;
        }
        int length = size - frameStart - FRAME_HEADER;
        if (!always && length < FRAME_SIZE_TARGET) {
            return;
        }
        if (length >= FRAME_SIZE_MIN) {
            data[frameStart] = (byte) Opcode.FRAME;
            for (int i = 0; i < 8; i++) {
                data[frameStart + 1 + i] = (byte) ((long) length >>> 8 * i);
            }
        } else {
            System.arraycopy(data, frameStart + FRAME_HEADER, data, frameStart, length);
            size -= FRAME_HEADER;
        }
        frameStart = -1;
        if (write != null && length >= FRAME_SIZE_TARGET) {
            flush();
        }
    }

    void end() {
        endFrame(true);
        framing = false;
        if (write != null) {
            flush();
        }
    }

    private void flush() {
        if (size > 0) {
            byte[] part = toByteArray();
            size = 0;
            Call.call(write, new PyBytes(part));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(data, size);
    }
}
