package org.jabiru.modules.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jabiru.libc.Libc;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.posix.FileDescriptor;
import org.jabiru.object.PyType;

/** A raw stream on a file descriptor. */
public final class PyFileIO extends PyIOBase {
    private static final int BLOCK = 8192;

    int fd = -1;
    FileMode mode;
    boolean closeFd = true;
    int blockSize = IoModule.DEFAULT_BUFFER_SIZE;
    private int seekable = -1;

    public PyFileIO(PyType type) {
        super(type);
    }

    /** The descriptor; ValueError when it is closed. */
    int open() {
        if (fd < 0) {
            throw IoErrors.closed("I/O operation on closed file");
        }
        return fd;
    }

    void requireReading() {
        open();
        if (!mode.reading()) {
            throw IoErrors.unsupported("File not open for reading");
        }
    }

    void requireWriting() {
        open();
        if (!mode.writing()) {
            throw IoErrors.unsupported("File not open for writing");
        }
    }

    /** Reads once; the number of bytes, or -1 when it would block. */
    int read(byte[] into, int from, int count) {
        requireReading();
        int n = FileDescriptor.read(fd, into, from, count);
        if (n < 0) {
            if (Libc.errno() == OsErrors.EAGAIN) {
                return -1;
            }
            throw OsErrors.last();
        }
        return n;
    }

    /** Writes once; the number of bytes, or -1 when it would block. */
    int write(byte[] data, int from, int count) {
        requireWriting();
        int n = FileDescriptor.write(fd, data, from, count);
        if (n < 0) {
            if (Libc.errno() == OsErrors.EAGAIN) {
                return -1;
            }
            throw OsErrors.last();
        }
        return n;
    }

    /** Everything up to the end; null when it would block and nothing was read. */
    byte[] readAll() {
        requireReading();
        ByteArrayOutputStream all = null;
        byte[] block = new byte[firstSize()];
        int have = 0;
        while (true) {
            int n = read(block, have, block.length - have);
            if (n < 0) {
                return have == 0 && all == null ? null : result(all, block, have);
            }
            if (n == 0) {
                return result(all, block, have);
            }
            have += n;
            if (have == block.length) {
                all = all == null ? new ByteArrayOutputStream(have * 2) : all;
                all.write(block, 0, have);
                block = new byte[Math.min(Math.max(BLOCK, have * 2), 1 << 20)];
                have = 0;
            }
        }
    }

    private static byte[] result(ByteArrayOutputStream all, byte[] last, int count) {
        if (all == null) {
            return Arrays.copyOf(last, count);
        }
        all.write(last, 0, count);
        return all.toByteArray();
    }

    /** One more than what the file still holds, so that the end is seen without another read. */
    private int firstSize() {
        long here = Libc.call("lseek", fd, 0, 1);
        if (here < 0) {
            return BLOCK;
        }
        long end = Libc.call("lseek", fd, 0, 2);
        Libc.call("lseek", fd, here, 0);
        long left = end - here + 1;
        return left <= 1 ? BLOCK : (int) Math.min(left, 1 << 30);
    }

    long seek(long position, int whence) {
        open();
        long result = Libc.call("lseek", fd, position, whence);
        if (result < 0) {
            throw OsErrors.last();
        }
        return result;
    }

    boolean seekable() {
        open();
        if (seekable < 0) {
            seekable = Libc.call("lseek", fd, 0, 1) < 0 ? 0 : 1;
        }
        return seekable == 1;
    }

    boolean isatty() {
        open();
        return Libc.callInt("isatty", fd) == 1;
    }

    void forgetSeekable() {
        seekable = -1;
    }
}
