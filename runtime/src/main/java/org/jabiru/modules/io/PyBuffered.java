package org.jabiru.modules.io;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jabiru.Gil;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.modules.signal.Signals;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;

/**
 * A BufferedReader, BufferedWriter or BufferedRandom: bytes that were read ahead, or bytes that are
 * to be written. A random stream has only one of the two at a time.
 */
public final class PyBuffered extends PyIOBase {
    Object raw;
    int bufferSize;
    boolean readable;
    boolean writable;
    boolean detached;

    /** Whether it was closed, and holds no buffer any more. */
    boolean released;

    private byte[] ahead = {};
    private int position;
    private int end;

    /** Memory that {@code readinto} of the raw stream is given; null while it is. */
    MemorySegment transfer;

    private byte[] pending = {};
    private int pendingCount;

    private final ReentrantLock lock = new ReentrantLock();

    public PyBuffered(PyType type) {
        super(type);
    }

    @Override
    public int finalizationRank() {
        return 2;
    }

    void initialize(Object stream, long size, boolean reads, boolean writes) {
        if (size <= 0) {
            throw Errors.valueError("buffer size must be strictly positive");
        }
        raw = null;
        bufferSize = (int) Math.min(size, 1 << 30);
        readable = reads;
        writable = writes;
        detached = false;
        released = false;
        position = 0;
        end = 0;
        pendingCount = 0;
        raw = stream;
    }

    /** The raw stream; ValueError when there is none. */
    Object raw() {
        if (raw == null) {
            throw Errors.valueError(
                    detached
                            ? "raw stream has been detached"
                            : "I/O operation on uninitialized object");
        }
        return raw;
    }

    boolean isClosed() {
        PyFileIO file = RawStream.fileOrNull(raw());
        return file != null ? file.fd < 0 : Truth.isTrue(Attributes.get(raw, "closed"));
    }

    void requireOpen(String message) {
        if (isClosed()) {
            throw Errors.valueError(message);
        }
    }

    // ---- one thread at a time, although reading and writing release the GIL ----

    void enter() {
        if (lock.isHeldByCurrentThread()) {
            throw Errors.runtimeError("reentrant call inside %s", Str.java(Repr.repr(this)));
        }
        if (!lock.tryLock()) {
            boolean released = Gil.releaseIfHeld();
            lock.lock();
            if (released) {
                Gil.acquireCurrent();
            }
        }
    }

    void leave() {
        lock.unlock();
    }

    // ---- reading ----

    private int available() {
        return end - position;
    }

    /** Fills the empty buffer with one read; the number of bytes, 0 at the end, -1 if it blocks. */
    /** Memory of at least so many bytes, all of them 0 or read before. */
    MemorySegment takeTransfer(int count) {
        MemorySegment kept = transfer;
        transfer = null;
        return kept != null && kept.byteSize() >= count ? kept : Arena.ofAuto().allocate(count, 16);
    }

    private int fill() {
        if (ahead.length < bufferSize) {
            ahead = new byte[bufferSize];
        }
        position = 0;
        end = 0;
        int n = RawStream.read(this, ahead, 0, bufferSize);
        end = Math.max(n, 0);
        return n;
    }

    private byte[] take(int count) {
        byte[] out = Arrays.copyOfRange(ahead, position, position + count);
        position += count;
        return out;
    }

    /** {@code read(n)}: so many bytes unless the end comes; null when it blocks at once. */
    byte[] read(int count) {
        prepareToRead();
        if (count <= available()) {
            return take(count);
        }
        byte[] out = new byte[count];
        int have = drain(out, 0);
        while (have < count) {
            int left = count - have;
            int n;
            if (left >= bufferSize) {
                n = RawStream.read(this, out, have, left - left % bufferSize);
                have += Math.max(n, 0);
            } else {
                n = fill();
                if (n > 0) {
                    int some = Math.min(n, left);
                    System.arraycopy(ahead, 0, out, have, some);
                    position = some;
                    have += some;
                }
            }
            if (n < 0 && have == 0) {
                return null;
            }
            if (n <= 0) {
                break;
            }
        }
        return have == count ? out : Arrays.copyOf(out, have);
    }

    private int drain(byte[] into, int at) {
        int n = Math.min(available(), into.length - at);
        System.arraycopy(ahead, position, into, at, n);
        position += n;
        return n;
    }

    /** Everything up to the end; null when it blocks and nothing is there. */
    byte[] readAll() {
        prepareToRead();
        byte[] head = take(available());
        PyFileIO file = RawStream.fileOrNull(raw);
        byte[] rest;
        if (file != null) {
            rest = file.readAll();
        } else if (Attributes.getOrNull(raw, "readall") != null) {
            rest = RawReading.readAll(raw);
        } else {
            rest = readRest();
        }
        if (rest == null) {
            return head.length == 0 ? null : head;
        }
        if (head.length == 0) {
            return rest;
        }
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    private byte[] readRest() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            byte[] part = RawReading.read(raw, bufferSize);
            if (part == null) {
                return out.size() == 0 ? null : out.toByteArray();
            }
            if (part.length == 0) {
                return out.toByteArray();
            }
            out.writeBytes(part);
        }
    }

    /** {@code read1}: at most one read of the raw stream. */
    byte[] read1(int count) {
        prepareToRead();
        if (available() > 0) {
            return take(Math.min(count, available()));
        }
        byte[] out = new byte[count];
        int n = RawStream.read(this, out, 0, count);
        return n == count ? out : Arrays.copyOf(out, Math.max(n, 0));
    }

    /** {@code readinto} or {@code readinto1}; the number of bytes, or -1 when it blocks at once. */
    int readInto(byte[] into, boolean once) {
        prepareToRead();
        int have = drain(into, 0);
        while (have < into.length) {
            int left = into.length - have;
            int n;
            if (left > bufferSize) {
                n = RawStream.read(this, into, have, left);
                have += Math.max(n, 0);
            } else if (once && have > 0) {
                break;
            } else {
                n = fill();
                have += n > 0 ? drain(into, have) : 0;
            }
            if (n < 0 && have == 0) {
                return -1;
            }
            if (n <= 0 || once) {
                break;
            }
        }
        return have;
    }

    /** {@code peek}: what is there, after at most one read. */
    byte[] peek() {
        prepareToRead();
        if (available() == 0) {
            fill();
        }
        return Arrays.copyOfRange(ahead, position, end);
    }

    /** A line with its newline, or as many bytes as the limit allows. */
    byte[] readLine(long limit) {
        prepareToRead();
        ByteArrayOutputStream line = null;
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        while (left > 0) {
            if (available() == 0 && fill() <= 0) {
                break;
            }
            int most = (int) Math.min(available(), left);
            int n = 0;
            boolean found = false;
            while (n < most && !found) {
                found = ahead[position + n++] == '\n';
            }
            if (line == null && (found || n == left)) {
                return take(n);
            }
            line = line == null ? new ByteArrayOutputStream() : line;
            line.write(ahead, position, n);
            position += n;
            left -= n;
            if (found) {
                break;
            }
        }
        return line == null ? new byte[0] : line.toByteArray();
    }

    private void prepareToRead() {
        if (pendingCount > 0) {
            flushPending();
        }
    }

    // ---- writing ----

    /** {@code write}: how many bytes were taken. */
    int write(byte[] data) {
        discardAhead();
        if (pendingCount + data.length <= bufferSize) {
            append(data, 0, data.length);
            return data.length;
        }
        flushPending(data);
        int done = 0;
        while (data.length - done > bufferSize) {
            int n = RawStream.write(raw, data, done, data.length - done);
            if (n == RawStream.WOULD_BLOCK) {
                int some = Math.min(bufferSize, data.length - done);
                append(data, done, some);
                done += some;
                if (done < data.length) {
                    throw IoErrors.wouldBlock("write could not complete without blocking", done);
                }
                return done;
            }
            done += n;
            Signals.poll();
        }
        append(data, done, data.length - done);
        return data.length;
    }

    private void append(byte[] data, int from, int count) {
        if (count == 0) {
            return;
        }
        if (pendingCount == 0) {
            IoState.get().hasUnwritten(this);
        }
        if (pending.length < pendingCount + count) {
            int room =
                    Math.max(pendingCount + count, Math.min(bufferSize, pending.length * 2 + 256));
            pending = Arrays.copyOf(pending, room);
        }
        System.arraycopy(data, from, pending, pendingCount, count);
        pendingCount += count;
    }

    /** Flushes before new data; when that blocks, takes what fits into the buffer. */
    private void flushPending(byte[] data) {
        try {
            flushPending();
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.BlockingIOError)) {
                throw e;
            }
            int room = bufferSize - pendingCount;
            if (room >= data.length) {
                return;
            }
            append(data, 0, Math.max(room, 0));
            throw IoErrors.wouldBlock(
                    "write could not complete without blocking", Math.max(room, 0));
        }
    }

    /** Writes everything that is pending. */
    void flushPending() {
        int done = 0;
        try {
            while (done < pendingCount) {
                int n = RawStream.write(raw, pending, done, pendingCount - done);
                if (n == RawStream.WOULD_BLOCK) {
                    throw IoErrors.wouldBlock("write could not complete without blocking", 0);
                }
                done += n;
                // A part may have been written because a signal came: its handler runs before
                // the next write, which may block.
                Signals.poll();
            }
        } finally {
            System.arraycopy(pending, done, pending, 0, pendingCount - done);
            pendingCount -= done;
            if (pendingCount == 0) {
                IoState.get().isWritten(this);
            }
        }
    }

    /** Forgets pending data, of a stream that cannot be written any more. */
    void dropPending() {
        pendingCount = 0;
        IoState.get().isWritten(this);
    }

    // ---- position ----

    /** Gives back to the raw stream what was read ahead. */
    private void discardAhead() {
        if (available() > 0) {
            RawStream.seek(raw, (long) -available(), 1);
        }
        position = 0;
        end = 0;
    }

    /** As {@link #flushPending}, and the raw stream's position becomes this one's. */
    void flushAndRewind() {
        flushPending();
        if (readable && writable && available() > 0) {
            discardAhead();
        }
    }

    long tell() {
        // Character devices do not say how far they were read.
        return Math.max(0, RawStream.tell(raw) - available() + pendingCount);
    }

    long seek(long target, int whence) {
        if (readable && whence != 2 && available() > 0) {
            long here = RawStream.tell(raw);
            long offset = whence == 0 ? target - (here - available()) : target;
            if (offset >= -position && offset <= available()) {
                position += (int) offset;
                return Math.max(0, here - available());
            }
        }
        flushPending();
        long wanted = whence == 1 ? target - available() : target;
        long result = RawStream.seek(raw, wanted, whence);
        position = 0;
        end = 0;
        return result;
    }

    int aheadCount() {
        return available();
    }

    int pendingCount() {
        return pendingCount;
    }
}
