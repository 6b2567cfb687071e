package org.jabiru.modules.posix;

import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;

/** {@code os.stat_result}, filled by statx(2), whose struct is the same on every architecture. */
final class Stat {
    static final StructSequenceType TYPE =
            StructSequenceType.of(
                    "os.stat_result",
                    10,
                    "st_mode",
                    "st_ino",
                    "st_dev",
                    "st_nlink",
                    "st_uid",
                    "st_gid",
                    "st_size",
                    null,
                    null,
                    null,
                    "st_atime",
                    "st_mtime",
                    "st_ctime",
                    "st_atime_ns",
                    "st_mtime_ns",
                    "st_ctime_ns",
                    "st_blksize",
                    "st_blocks",
                    "st_rdev");

    private static final int STATX_BASIC_STATS = 0x7FF;
    private static final int SIZE = 256;

    private static final int BLKSIZE = 4;
    private static final int NLINK = 16;
    private static final int UID = 20;
    private static final int GID = 24;
    private static final int MODE = 28;
    private static final int INO = 32;
    private static final int BYTES = 40;
    private static final int BLOCKS = 48;
    private static final int ATIME = 64;
    private static final int CTIME = 96;
    private static final int MTIME = 112;
    private static final int RDEV_MAJOR = 128;
    private static final int DEV_MAJOR = 136;

    private static final byte[] EMPTY = {};

    private Stat() {}

    /** The file's status, or null when the call failed (see errno). */
    static Object orNull(int directory, byte[] path, int flags) {
        try (NativeMemory memory = new NativeMemory()) {
            long s = call(memory, directory, path, flags);
            return s == 0 ? null : result(s);
        }
    }

    /** The status of an open file, or null. */
    static Object ofFdOrNull(int fd) {
        return orNull(fd, EMPTY, Posix.AT_EMPTY_PATH);
    }

    /** st_mode, or -1 when the call failed. */
    static int mode(int directory, byte[] path, int flags) {
        try (NativeMemory memory = new NativeMemory()) {
            long s = call(memory, directory, path, flags);
            return s == 0 ? -1 : NativeMemory.shortAt(s + MODE) & 0xFFFF;
        }
    }

    /** st_blksize of an open file, or -1 when the call failed. */
    static long blockSize(int fd) {
        try (NativeMemory memory = new NativeMemory()) {
            long s = call(memory, fd, EMPTY, Posix.AT_EMPTY_PATH);
            return s == 0 ? -1 : unsigned(s, BLKSIZE);
        }
    }

    private static long call(NativeMemory memory, int directory, byte[] path, int flags) {
        long s = memory.zeroed(SIZE);
        int result =
                (int)
                        Libc.call(
                                "statx",
                                directory,
                                memory.string(path),
                                flags,
                                STATX_BASIC_STATS,
                                s,
                                0);
        return result == 0 ? s : 0;
    }

    /** The statx at an address. */
    private static Object result(long s) {
        long[] seconds = {time(s, ATIME), time(s, MTIME), time(s, CTIME)};
        long[] nanos = {nanos(s, ATIME), nanos(s, MTIME), nanos(s, CTIME)};
        return TYPE.make(
                (long) (NativeMemory.shortAt(s + MODE) & 0xFFFF),
                NativeMemory.longAt(s + INO),
                device(s, DEV_MAJOR),
                unsigned(s, NLINK),
                unsigned(s, UID),
                unsigned(s, GID),
                NativeMemory.longAt(s + BYTES),
                seconds[0],
                seconds[1],
                seconds[2],
                seconds[0] + 1e-9 * nanos[0],
                seconds[1] + 1e-9 * nanos[1],
                seconds[2] + 1e-9 * nanos[2],
                seconds[0] * 1_000_000_000 + nanos[0],
                seconds[1] * 1_000_000_000 + nanos[1],
                seconds[2] * 1_000_000_000 + nanos[2],
                unsigned(s, BLKSIZE),
                NativeMemory.longAt(s + BLOCKS),
                device(s, RDEV_MAJOR));
    }

    private static long unsigned(long s, int offset) {
        return NativeMemory.intAt(s + offset) & 0xFFFFFFFFL;
    }

    private static long time(long s, int offset) {
        return NativeMemory.longAt(s + offset);
    }

    private static long nanos(long s, int offset) {
        return unsigned(s, offset + 8);
    }

    private static long device(long s, int offset) {
        return makeDevice(unsigned(s, offset), unsigned(s, offset + 4));
    }

    /** makedev(3) of glibc. */
    static long makeDevice(long major, long minor) {
        return (major & 0xFFFFF000L) << 32
                | (major & 0xFFF) << 8
                | (minor & 0xFFFFFF00L) << 12
                | minor & 0xFF;
    }
}
