package org.jabiru.modules.pickle;

import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;

/** Where a pickle is read from: memory, or a file a frame or an operation at a time. */
final class PickleInput {
    private byte[] data;
    private int lastLine;
    private int position;

    /** The file's methods, or null. */
    private final Object read;

    private final Object readline;

    PickleInput(byte[] data) {
        this.data = data;
        this.read = null;
        this.readline = null;
    }

    PickleInput(Object read, Object readline) {
        this.data = new byte[0];
        this.read = read;
        this.readline = readline;
    }

    private static PyException truncated() {
        return PickleErrors.unpickling("pickle data was truncated");
    }

    /** The next operation; EOFError at the end. */
    int opcode() {
        if (position < data.length) {
            return data[position++] & 0xff;
        }
        byte[] one = read == null ? data : fromFile(1);
        if (read == null || one.length == 0) {
            throw Errors.raise(ExceptionTypes.EOFError, "Ran out of input");
        }
        return one[0] & 0xff;
    }

    private byte[] fromFile(long count) {
        Object got = Call.call(read, count);
        if (!Buffers.isBuffer(got)) {
            throw Errors.valueError(
                    "read() returned non-bytes object (%s)", Types.of(got).fullName());
        }
        return Buffers.bytesOf(got);
    }

    byte[] bytes(long count) {
        int left = data.length - position;
        if (count <= left) {
            position += (int) count;
            return Arrays.copyOfRange(data, position - (int) count, position);
        }
        if (read == null) {
            throw truncated();
        }
        byte[] more = fromFile(count - left);
        if (more.length < count - left) {
            throw truncated();
        }
        byte[] out = more;
        if (left > 0) {
            out = Arrays.copyOfRange(data, position, position + (int) count);
            System.arraycopy(more, 0, out, left, more.length);
        }
        data = new byte[0];
        position = 0;
        return out;
    }

    /** An unsigned number of so many bytes, the lowest first. */
    long number(int size) {
        byte[] b = data;
        int from = position;
        if (size > data.length - position) {
            b = bytes(size);
            from = 0;
        } else {
            position += size;
        }
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | b[from + i] & 0xff;
        }
        return value;
    }

    /** A length of 8 bytes that an array can have. */
    long length(String operation) {
        long n = number(8);
        if (n < 0) {
            throw Errors.overflowError(
                    "%s exceeds system's maximum size of %d bytes", operation, Long.MAX_VALUE);
        }
        return n;
    }

    /** Makes sure that a frame is there. */
    void frame(long length) {
        if (read != null) {
            byte[] whole = bytes(length);
            byte[] rest = Arrays.copyOfRange(data, position, data.length);
            data = Arrays.copyOf(whole, whole.length + rest.length);
            System.arraycopy(rest, 0, data, whole.length, rest.length);
            position = 0;
        } else if (length > data.length - position) {
            throw truncated();
        }
    }

    /** A line without its end, which must have something before it. */
    byte[] argument() {
        byte[] line = line();
        if (line.length == 0) {
            throw truncated();
        }
        return line;
    }

    /** A line without its end. */
    byte[] line() {
        byte[] line = nextLine();
        lastLine = line.length + 1;
        return line;
    }

    /** How long the last line was, with its end; 0 when there was none. */
    int lastLine() {
        return lastLine;
    }

    private byte[] nextLine() {
        for (int i = position; i < data.length; i++) {
            if (data[i] == '\n') {
                byte[] line = Arrays.copyOfRange(data, position, i);
                position = i + 1;
                return line;
            }
        }
        if (read == null || position < data.length) {
            throw truncated();
        }
        Object got = Call.call(readline);
        if (!Buffers.isBuffer(got)) {
            throw Errors.valueError(
                    "readline() returned non-bytes object (%s)", Types.of(got).fullName());
        }
        byte[] line = Buffers.bytesOf(got);
        if (line.length == 0 || line[line.length - 1] != '\n') {
            throw truncated();
        }
        return Arrays.copyOf(line, line.length - 1);
    }
}
