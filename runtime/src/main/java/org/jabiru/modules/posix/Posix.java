package org.jabiru.modules.posix;

import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.signal.Signals;

/** Numbers and idioms of the system calls. */
final class Posix {
    static final int AT_FDCWD = -100;
    static final int AT_SYMLINK_NOFOLLOW = 0x100;
    static final int AT_SYMLINK_FOLLOW = 0x400;
    static final int AT_REMOVEDIR = 0x200;
    static final int AT_EACCESS = 0x200;
    static final int AT_EMPTY_PATH = 0x1000;
    static final int O_CLOEXEC = 0x80000;
    static final int O_NONBLOCK = 0x800;
    static final int F_GETFD = 1;
    static final int F_SETFD = 2;
    static final int F_GETFL = 3;
    static final int F_SETFL = 4;
    static final int FD_CLOEXEC = 1;

    private Posix() {}

    /** Calls a function that takes no path; OSError when it returns -1. */
    static long check(long result) {
        if (result == -1) {
            throw OsErrors.last();
        }
        return result;
    }

    /** As {@link #check(long)}, for a function whose result is an int. */
    static int checkInt(int result) {
        if (result == -1) {
            throw OsErrors.last();
        }
        return result;
    }

    /** A blocking call that is tried again after a signal (PEP 475). */
    static long retry(String function, long a, long b, long c, long d) {
        while (true) {
            long result = Libc.blocking(function, a, b, c, d);
            // An int that is -1 leaves the upper half of the register as it was.
            if ((int) result != -1 || Libc.errno() != OsErrors.EINTR) {
                return result;
            }
            Signals.poll();
        }
    }

    /** OSError about a path when the result is -1. */
    static void checkPath(int result, PathArgument path) {
        if (result == -1) {
            throw OsErrors.last(path.original());
        }
    }

    /** OSError about two paths when the result is -1. */
    static void checkPaths(int result, PathArgument source, PathArgument target) {
        if (result == -1) {
            throw OsErrors.last(source.original(), target.original());
        }
    }

    /** Calls a function whose only argument is a path. */
    static void onPath(String function, PathArgument path) {
        try (NativeMemory memory = new NativeMemory()) {
            checkPath(Libc.callInt(function, path.in(memory)), path);
        }
    }
}
