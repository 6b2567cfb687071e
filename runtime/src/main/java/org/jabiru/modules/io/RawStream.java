package org.jabiru.modules.io;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.PyBuffer;

/** Calls of the raw stream below a buffered one; a plain FileIO is called directly. */
final class RawStream {
    /** The stream would block. */
    static final int WOULD_BLOCK = -1;

    private RawStream() {}

    static PyFileIO fileOrNull(Object raw) {
        return raw instanceof PyFileIO f && f.type() == FileIOType.TYPE ? f : null;
    }

    /** {@code raw.readinto}: the number of bytes, or WOULD_BLOCK. */
    static int read(PyBuffered reader, byte[] into, int from, int count) {
        Object raw = reader.raw;
        PyFileIO file = fileOrNull(raw);
        if (file != null) {
            return file.read(into, from, count);
        }
        // Native memory: a socket's readinto() is C's, which would have a copy of anything else.
        MemorySegment memory = reader.takeTransfer(count);
        PyMemoryView view =
                new PyMemoryView(
                        PyBuffer.ofItems(null, memory, count, false, "B", 1, PyBuffer.FULL));
        Object result = Call.method(raw, "readinto", view);
        view.release();
        reader.transfer = memory;
        if (result == Singleton.NONE) {
            return WOULD_BLOCK;
        }
        long n = count(result, "raw readinto() failed");
        if (n < 0 || n > count) {
            throw Errors.raise(
                    ExceptionTypes.OSError,
                    "raw readinto() returned invalid length %d (should have been between 0 and"
                            + " %d)",
                    n,
                    count);
        }
        MemorySegment.copy(memory, 0, MemorySegment.ofArray(into), from, n);
        return (int) n;
    }

    /** Has the stream below warn that nobody closed the source; not every stream can. */
    static void deallocWarn(Object stream, Object source) {
        try {
            Call.method(stream, "_dealloc_warn", source);
        } catch (PyException ignored) {
            // As CPython: closing goes on.
        }
    }

    private static long count(Object result, String message) {
        try {
            return Args.toLong(result);
        } catch (PyException e) {
            PyException failure = Errors.raise(ExceptionTypes.OSError, message);
            failure.exception().cause = e.exception();
            failure.exception().context = e.exception();
            failure.exception().suppressContext = true;
            throw failure;
        }
    }

    /** {@code raw.write}: the number of bytes, or WOULD_BLOCK. */
    static int write(Object raw, byte[] data, int from, int count) {
        PyFileIO file = fileOrNull(raw);
        if (file != null) {
            return file.write(data, from, count);
        }
        Object result =
                Call.method(
                        raw,
                        "write",
                        ByteArguments.bytes(Arrays.copyOfRange(data, from, from + count)));
        if (result == Singleton.NONE) {
            return WOULD_BLOCK;
        }
        long n = count(result, "raw write() failed");
        if (n < 0 || n > count) {
            throw Errors.raise(
                    ExceptionTypes.OSError,
                    "raw write() returned invalid length %d (should have been between 0 and %d)",
                    n,
                    count);
        }
        return (int) n;
    }

    static long seek(Object raw, Object position, long whence) {
        PyFileIO file = fileOrNull(raw);
        if (file != null) {
            return file.seek(Args.toLong(position), (int) whence);
        }
        return position(Call.method(raw, "seek", position, whence), "seek()");
    }

    static long tell(Object raw) {
        PyFileIO file = fileOrNull(raw);
        return file != null ? file.seek(0, 1) : position(Call.method(raw, "tell"), "tell()");
    }

    private static long position(Object result, String method) {
        Object index = Numbers.index(result);
        long n = Args.toLong(index);
        if (n < 0) {
            throw Errors.raise(
                    ExceptionTypes.OSError, "Raw stream returned invalid position %d", n);
        }
        return n;
    }
}
