package org.jabiru.libc;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Makes the OSError for a call of the C library that failed. */
public final class OsErrors {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int EBADF = 9;
    public static final int EAGAIN = 11;
    public static final int EEXIST = 17;
    public static final int EISDIR = 21;
    public static final int EINVAL = 22;
    public static final int ESPIPE = 29;
    public static final int ENOSYS = 38;

    private OsErrors() {}

    /** The OSError for this thread's errno. */
    public static PyException last() {
        return of(Libc.errno());
    }

    /** The OSError for this thread's errno, about a file. */
    public static PyException last(Object filename) {
        return of(Libc.errno(), filename);
    }

    /** The OSError for this thread's errno, about two files. */
    @TruffleBoundary
    public static PyException last(Object filename, Object filename2) {
        int errno = Libc.errno();
        return Errors.of(
                ExceptionTypes.OSError,
                (long) errno,
                strerror(errno),
                filename,
                Singleton.NONE,
                filename2);
    }

    /** {@code OSError(errno, strerror(errno))}. */
    @TruffleBoundary
    public static PyException of(int errno) {
        return Errors.of(ExceptionTypes.OSError, (long) errno, strerror(errno));
    }

    /** {@code OSError(errno, strerror(errno), filename)}; null for no file name. */
    @TruffleBoundary
    public static PyException of(int errno, Object filename) {
        return filename == null
                ? of(errno)
                : Errors.of(ExceptionTypes.OSError, (long) errno, strerror(errno), filename);
    }

    /** {@code os.strerror}. */
    @TruffleBoundary
    public static TruffleString strerror(int errno) {
        long text = Libc.call("strerror", errno);
        return text == 0
                ? Str.of("Unknown error " + errno)
                : FsEncoding.decode(NativeMemory.stringAt(text));
    }
}
