package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;

/**
 * A text stream over a buffered one: decoded text that was read ahead, and encoded text to write.
 */
public final class PyTextIOWrapper extends PyIOBase {
    /** The decoder's state before the last chunk, and that chunk: for {@code tell}. */
    record Snapshot(long flags, byte[] input) {}

    Object buffer;
    boolean detached;
    boolean initialized;
    TruffleString encoding;
    TruffleString errors;
    TruffleString readNewline;
    boolean translate;
    boolean universal;
    TruffleString writeNewline;
    boolean lineBuffering;
    boolean writeThrough;
    boolean hasRead1;
    boolean seekable;
    boolean telling;
    int chunkSize = 8192;

    TextDecoder decoder;
    TextEncoder encoder;
    NewlineDecoder newlines;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    TruffleString decoded = Str.EMPTY;
    int decodedUsed;
    Snapshot snapshot;

    public PyTextIOWrapper(PyType type) {
        super(type);
    }

    @Override
    public int finalizationRank() {
        return 1;
    }

    Object buffer() {
        if (buffer == null) {
            throw Errors.valueError(
                    detached
                            ? "underlying buffer has been detached"
                            : "I/O operation on uninitialized object");
        }
        return buffer;
    }

    void requireInitialized() {
        if (!initialized) {
            throw Errors.valueError("I/O operation on uninitialized object");
        }
    }

    private PyBuffered plainBufferOrNull() {
        return buffer instanceof PyBuffered b && !b.type().isHeapType() ? b : null;
    }

    boolean isClosed() {
        PyBuffered plain = plainBufferOrNull();
        return plain != null ? plain.isClosed() : Truth.isTrue(Attributes.get(buffer(), "closed"));
    }

    void requireOpen() {
        buffer();
        if (isClosed()) {
            throw IoErrors.closed();
        }
    }

    // ---- writing ----

    void write(TruffleString text) {
        if (encoder == null) {
            throw IoErrors.unsupported("not writable");
        }
        int n = Str.length(text);
        boolean newline =
                n > 0
                        && (lineBuffering || writeNewline != null)
                        && text.indexOfCodePointUncached('\n', 0, n, Str.UTF_32) >= 0;
        boolean flush =
                lineBuffering
                        && (newline
                                || n > 0
                                        && text.indexOfCodePointUncached('\r', 0, n, Str.UTF_32)
                                                >= 0);
        TruffleString out =
                newline && writeNewline != null ? Newlines.replace(text, writeNewline) : text;
        byte[] bytes = encoder.encode(out);
        // Again and again: what the buffer calls may write here, too.
        while (pending.size() > 0 && pending.size() + bytes.length > chunkSize) {
            writePending();
        }
        if (pending.size() == 0 && bytes.length > 0) {
            IoState.get().hasUnwritten(this);
        }
        pending.writeBytes(bytes);
        if (pending.size() >= chunkSize || flush || writeThrough) {
            writePending();
        }
        if (flush) {
            flushBuffer();
        }
        if (snapshot != null) {
            setDecoded(Str.EMPTY);
            snapshot = null;
        }
        if (decoder != null) {
            resetDecoder();
        }
    }

    /** Hands the pending bytes to the buffer. */
    void writePending() {
        if (pending.size() == 0) {
            return;
        }
        byte[] bytes = pending.toByteArray();
        pending.reset();
        IoState.get().isWritten(this);
        PyBuffered plain = plainBufferOrNull();
        if (plain != null && plain.writable) {
            plain.requireOpen("write to closed file");
            plain.enter();
            try {
                plain.write(bytes);
            } finally {
                plain.leave();
            }
            return;
        }
        Call.method(buffer, "write", ByteArguments.bytes(bytes));
    }

    void flushBuffer() {
        Call.method(buffer, "flush");
    }

    void dropPending() {
        pending.reset();
        IoState.get().isWritten(this);
    }

    int pendingCount() {
        return pending.size();
    }

    // ---- reading ----

    void setDecoded(TruffleString text) {
        decoded = text;
        decodedUsed = 0;
    }

    int available() {
        return Str.length(decoded) - decodedUsed;
    }

    TruffleString take(int count) {
        int n = Math.min(count, available());
        TruffleString out =
                decodedUsed == 0 && n == Str.length(decoded)
                        ? decoded
                        : Str.substring(decoded, decodedUsed, decodedUsed + n);
        decodedUsed += n;
        return out;
    }

    void requireReading() {
        if (decoder == null) {
            throw IoErrors.unsupported("not readable");
        }
    }

    TruffleString decode(byte[] input, boolean last) {
        TruffleString text = decoder.decode(input, last);
        return newlines == null ? text : newlines.decode(text, last);
    }

    TextDecoder.State decoderState() {
        TextDecoder.State state = decoder.state();
        return newlines == null
                ? state
                : new TextDecoder.State(
                        state.buffer(), state.flags() << 1 | (newlines.pendingCr() ? 1 : 0));
    }

    void setDecoderState(TextDecoder.State state) {
        if (newlines == null) {
            decoder.setState(state);
        } else {
            newlines.setPendingCr((state.flags() & 1) != 0);
            decoder.setState(new TextDecoder.State(state.buffer(), state.flags() >> 1));
        }
    }

    void resetDecoder() {
        decoder.reset();
        if (newlines != null) {
            newlines.setPendingCr(false);
        }
    }

    /** Reads and decodes a chunk; false at the end. */
    boolean readChunk() {
        requireReading();
        TextDecoder.State before = telling ? decoderState() : null;
        byte[] input = readBytes();
        boolean end = input.length == 0;
        setDecoded(decode(input, end));
        if (telling) {
            byte[] all = before.buffer();
            if (all.length == 0) {
                all = input;
            } else {
                all = Arrays.copyOf(all, all.length + input.length);
                System.arraycopy(input, 0, all, all.length - input.length, input.length);
            }
            snapshot = new Snapshot(before.flags(), all);
        }
        return !end || Str.length(decoded) > 0;
    }

    private byte[] readBytes() {
        PyBuffered plain = plainBufferOrNull();
        if (plain != null && plain.readable) {
            plain.requireOpen("read of closed file");
            plain.enter();
            try {
                return plain.read1(chunkSize);
            } finally {
                plain.leave();
            }
        }
        String method = hasRead1 ? "read1" : "read";
        return bytes(Call.method(buffer, method, (long) chunkSize), method);
    }

    private static byte[] bytes(Object result, String method) {
        byte[] bytes = ByteArguments.isBytesLike(result) ? ByteArguments.read(result) : null;
        if (bytes == null) {
            throw Errors.typeError(
                    "underlying %s() should have returned a bytes-like object, not '%s'",
                    method, Types.of(result).name());
        }
        return bytes;
    }

    TruffleString readAll() {
        requireReading();
        writePending();
        Object result = Call.method(buffer, "read");
        if (result == Singleton.NONE) {
            throw Errors.raise(ExceptionTypes.BlockingIOError, "Read returned None.");
        }
        byte[] input = bytes(result, "read");
        TruffleString rest = decode(input, true);
        TruffleString all = available() == 0 ? rest : Str.concat(take(available()), rest);
        setDecoded(Str.EMPTY);
        snapshot = null;
        return all;
    }

    TruffleString read(long count) {
        requireReading();
        writePending();
        TruffleString first = take((int) Math.min(count, Integer.MAX_VALUE));
        long left = count - Str.length(first);
        if (left == 0) {
            return first;
        }
        StrBuilder out = new StrBuilder().append(first);
        while (left > 0 && readChunk()) {
            TruffleString part = take((int) Math.min(left, Integer.MAX_VALUE));
            out.append(part);
            left -= Str.length(part);
        }
        return out.toStr();
    }

    TruffleString readLine(long limit) {
        requireReading();
        writePending();
        StrBuilder line = null;
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        TruffleString carried = null;
        while (left > 0) {
            if (available() == 0 && !readMore()) {
                break;
            }
            if (carried != null) {
                // The chunk before ended with a part of the newline.
                setDecoded(Str.concat(carried, take(available())));
                left += Str.length(carried);
                carried = null;
            }
            int end = LineEnds.find(decoded, decodedUsed, readNewline, universal, translate);
            int n = end < 0 ? available() : end - decodedUsed;
            if (end >= 0 || n >= left) {
                TruffleString part = take((int) Math.min(n, left));
                return line == null ? part : line.append(part).toStr();
            }
            TruffleString part = take(n);
            line = line == null ? new StrBuilder() : line;
            if (readNewline != null
                    && Str.length(readNewline) == 2
                    && Str.codePointAt(part, Str.length(part) - 1) == '\r') {
                carried = Str.name("\r");
                line.append(Str.substring(part, 0, Str.length(part) - 1));
            } else {
                line.append(part);
            }
            left -= n;
        }
        if (carried != null) {
            line.append(carried);
        }
        return line == null ? Str.EMPTY : line.toStr();
    }

    private boolean readMore() {
        while (available() == 0) {
            if (!readChunk()) {
                setDecoded(Str.EMPTY);
                snapshot = null;
                return false;
            }
        }
        return true;
    }
}
