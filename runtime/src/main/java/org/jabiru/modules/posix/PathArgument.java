package org.jabiru.modules.posix;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.NativeMemory;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Warnings;

/**
 * A path given to a function of {@code posix}: a str, bytes, an os.PathLike, or a file descriptor
 * where that is allowed.
 *
 * @param original what was given, for the OSError's filename
 * @param bytes the path in the file system's encoding; null for a file descriptor
 * @param fd the file descriptor; -1 for a path
 * @param binary whether results should be bytes, because the path is
 */
public record PathArgument(Object original, byte[] bytes, int fd, boolean binary) {
    /** The current directory, for {@code path=None}. */
    private static final byte[] HERE = {'.'};

    /** A path; the name is the function's, for messages. */
    static PathArgument of(String function, Object value) {
        return of(function, "path", value, false, false);
    }

    static PathArgument of(String function, String parameter, Object value) {
        return of(function, parameter, value, false, false);
    }

    /** A path or a file descriptor. */
    static PathArgument orFd(String function, Object value) {
        return of(function, "path", value, true, false);
    }

    static PathArgument of(
            String function, String parameter, Object value, boolean fdAllowed, boolean nullable) {
        if (nullable && (value == null || value == Singleton.NONE)) {
            return new PathArgument(Singleton.NONE, HERE, -1, false);
        }
        Object path = value;
        byte[] bytes = encodedOrNull(path);
        if (bytes == null && fdAllowed && Numbers.isIndex(value)) {
            return new PathArgument(value, null, toFd(value), false);
        }
        if (bytes == null) {
            Object converted = pathOrNull(value);
            if (converted == null) {
                throw Errors.typeError(
                        "%s: %s should be %s, not %s",
                        function,
                        parameter,
                        fdAllowed && nullable
                                ? "string, bytes, os.PathLike, integer or None"
                                : fdAllowed
                                        ? "string, bytes, os.PathLike or integer"
                                        : nullable
                                                ? "string, bytes, os.PathLike or None"
                                                : "string, bytes or os.PathLike",
                        Types.of(value).name());
            }
            path = converted;
            bytes = encodedOrNull(converted);
            if (bytes == null) {
                throw Errors.typeError(
                        "expected %s.__fspath__() to return str or bytes, not %s",
                        Types.of(value).name(), Types.of(converted).name());
            }
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError(
                        "%s: embedded null %s in %s",
                        function, path instanceof TruffleString ? "character" : "byte", parameter);
            }
        }
        return new PathArgument(value, bytes, -1, Str.valueOrNull(path) == null);
    }

    /** {@code value.__fspath__()}; null where the class has none, or says so with None. */
    public static Object pathOrNull(Object value) {
        Object method = Types.of(value).lookup("__fspath__");
        return method == null || method == Singleton.NONE
                ? null
                : Call.specialOrNull(value, "__fspath__");
    }

    /** What {@code os.fsencode} gives, without null bytes (PyUnicode_FSConverter). */
    public static byte[] encoded(Object value) {
        byte[] bytes = encodedOrNull(value);
        if (bytes == null) {
            Object converted = pathOrNull(value);
            bytes = converted == null ? null : encodedOrNull(converted);
        }
        if (bytes == null) {
            throw Errors.typeError(
                    "expected str, bytes or os.PathLike object, not %s", Types.of(value).name());
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError("embedded null byte");
            }
        }
        return bytes;
    }

    private static byte[] encodedOrNull(Object path) {
        TruffleString s = Str.valueOrNull(path);
        return s != null ? FsEncoding.encode(s) : ByteArguments.bytesOrNull(path);
    }

    /** A file descriptor argument that may be any int. */
    static int toFd(Object value) {
        if (value instanceof Boolean) {
            Warnings.warn(ExceptionTypes.RuntimeWarning, "bool is used as a file descriptor", 1);
        }
        Object index = Numbers.index(value);
        if (index instanceof BigInteger b) {
            throw Errors.overflowError(
                    b.signum() < 0 ? "fd is less than minimum" : "fd is greater than maximum");
        }
        long l = (Long) index;
        if ((int) l != l) {
            throw Errors.overflowError(
                    l < 0 ? "fd is less than minimum" : "fd is greater than maximum");
        }
        return (int) l;
    }

    /** {@code dir_fd=}: AT_FDCWD for None. */
    static int dirFd(Object value) {
        if (value == null || value == Singleton.NONE) {
            return Posix.AT_FDCWD;
        }
        if (!Numbers.isIndex(value)) {
            throw Errors.typeError(
                    "argument should be integer or None, not %s", Types.of(value).name());
        }
        return toFd(value);
    }

    /** A {@code dir_fd} argument as auditing events have it: -1 for none. */
    static Object shownDirFd(Object value) {
        return value == null || value == Singleton.NONE ? (Object) (-1L) : value;
    }

    /** Whether results should be bytes too. */
    boolean isBytes() {
        return binary;
    }

    boolean isFd() {
        return bytes == null;
    }

    /** The path as a C string. */
    long in(NativeMemory memory) {
        return memory.string(bytes);
    }

    /** A name found there, as str or bytes. */
    Object result(byte[] name) {
        return isBytes() ? ByteArguments.bytes(name) : FsEncoding.decode(name);
    }
}
