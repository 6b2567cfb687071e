package org.jabiru.modules.posix;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;

/** Reading, writing and flags of file descriptors, for {@code posix} and {@code _io}. */
public final class FileDescriptor {
    private FileDescriptor() {}

    /** What one read(2) gives, at most so many bytes; null when it failed (see errno). */
    @TruffleBoundary
    public static byte[] read(int fd, int count) {
        try (NativeMemory memory = new NativeMemory()) {
            long buffer = memory.block(count);
            int n = (int) Posix.retry("read", fd, buffer, count, 0);
            if (n < 0) {
                return null;
            }
            byte[] found = new byte[n];
            NativeMemory.copy(buffer, found, 0, n);
            return found;
        }
    }

    /** As {@link #read(int, int)}, into an array; the number of bytes, or -1. */
    @TruffleBoundary
    public static int read(int fd, byte[] into, int from, int count) {
        try (NativeMemory memory = new NativeMemory()) {
            long buffer = memory.block(count);
            int n = (int) Posix.retry("read", fd, buffer, count, 0);
            if (n > 0) {
                NativeMemory.copy(buffer, into, from, n);
            }
            return n;
        }
    }

    /** One write(2); the number of bytes written, or -1. */
    @TruffleBoundary
    public static int write(int fd, byte[] data, int from, int count) {
        try (NativeMemory memory = new NativeMemory()) {
            long buffer = memory.block(count);
            NativeMemory.copy(data, from, buffer, count);
            return (int) Posix.retry("write", fd, buffer, count, 0);
        }
    }

    /** Whether child processes inherit it. */
    public static void setInheritable(int fd, boolean inheritable) {
        int flags = Posix.checkInt(Libc.callInt("fcntl", fd, Posix.F_GETFD, 0));
        flags = inheritable ? flags & ~Posix.FD_CLOEXEC : flags | Posix.FD_CLOEXEC;
        Posix.checkInt(Libc.callInt("fcntl", fd, Posix.F_SETFD, flags));
    }

    /** The size of blocks that suits an open file, or -1. */
    public static long blockSize(int fd) {
        return Stat.blockSize(fd);
    }

    /** st_mode of an open file, or -1. */
    public static int mode(int fd) {
        return Stat.mode(fd, new byte[0], Posix.AT_EMPTY_PATH);
    }
}
