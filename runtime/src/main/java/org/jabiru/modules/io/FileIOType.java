package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.imports.Imports;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.posix.FileDescriptor;
import org.jabiru.modules.posix.PathArgument;
import org.jabiru.modules.signal.Signals;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Unraisable;
import org.jabiru.protocol.Warnings;

/** The methods of {@code io.FileIO}. */
@BuiltinType("_io.FileIO")
public final class FileIOType {
    private static final int S_IFMT = 0xF000;
    private static final int S_IFDIR = 0x4000;

    public static final PyType TYPE =
            PyType.builtin("_io.FileIO", RawIOBaseType.TYPE, FileIOTypeTable::new, PyFileIO::new)
                    .madeAtRunTime()
                    .announcesDeath();

    private FileIOType() {}

    @Builtin("__init__(self, file, mode='r', closefd=True, opener=None)")
    static void init(
            PyFileIO self, Object file, TruffleString mode, boolean closeFd, Object opener) {
        if (self.fd >= 0) {
            if (self.closeFd) {
                close(self);
            } else {
                self.fd = -1;
            }
        }
        FileMode parsed = FileMode.parse(Str.java(mode));
        self.mode = parsed;
        self.closeFd = closeFd;
        self.forgetSeekable();
        boolean own = true;
        Audit.event("open", file, mode, (long) parsed.flags());
        if (Numbers.isIndex(file)) {
            if (file instanceof Boolean) {
                Warnings.warn(
                        ExceptionTypes.RuntimeWarning, "bool is used as a file descriptor", 1);
            }
            Object number = Numbers.index(file);
            if (!(number instanceof Long l) || l != l.intValue()) {
                // As CPython, which then takes it for a name.
                throw Errors.typeError(
                        "expected str, bytes or os.PathLike object, not %s", Types.of(file).name());
            }
            self.fd = l.intValue();
            own = false;
            if (self.fd < 0) {
                throw Errors.valueError("negative file descriptor");
            }
        } else {
            if (!closeFd) {
                throw Errors.valueError("Cannot use closefd=False with file name");
            }
            self.fd = opener == Singleton.NONE ? open(file, parsed) : opened(opener, file, parsed);
        }
        int stat = FileDescriptor.mode(self.fd);
        if (stat < 0 || (stat & S_IFMT) == S_IFDIR) {
            int error = stat < 0 ? Libc.errno() : OsErrors.EISDIR;
            if (own) {
                Libc.call("close", self.fd);
            }
            self.fd = -1;
            throw OsErrors.of(error, own || stat >= 0 ? file : null);
        }
        long blockSize = FileDescriptor.blockSize(self.fd);
        self.blockSize = blockSize > 1 ? (int) blockSize : IoModule.DEFAULT_BUFFER_SIZE;
        Attributes.set(self, "name", file);
        if (parsed.appending()) {
            Libc.call("lseek", self.fd, 0, 2);
        }
    }

    private static int open(Object file, FileMode mode) {
        byte[] path = path(file);
        try (NativeMemory memory = new NativeMemory()) {
            long name = memory.string(path);
            while (true) {
                int fd = (int) Libc.blocking("open", name, mode.flags(), 0666, 0);
                if (fd >= 0) {
                    return fd;
                }
                if (Libc.errno() != OsErrors.EINTR) {
                    throw OsErrors.last(file);
                }
            }
        }
    }

    private static byte[] path(Object file) {
        Object path = file;
        if (Str.valueOrNull(path) == null && ByteArguments.bytesOrNull(path) == null) {
            Object converted = PathArgument.pathOrNull(path);
            if (converted == null) {
                throw Errors.typeError(
                        "expected str, bytes or os.PathLike object, not %s", Types.of(path).name());
            }
            if (Str.valueOrNull(converted) == null
                    && ByteArguments.bytesOrNull(converted) == null) {
                throw Errors.typeError(
                        "expected %s.__fspath__() to return str or bytes, not %s",
                        Types.of(file).name(), Types.of(converted).name());
            }
            path = converted;
        }
        TruffleString s = Str.valueOrNull(path);
        byte[] bytes = s == null ? ByteArguments.read(path) : FsEncoding.encode(s);
        for (byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError(
                        s == null ? "embedded null byte" : "embedded null character");
            }
        }
        return bytes;
    }

    private static int opened(Object opener, Object file, FileMode mode) {
        Object result = Call.call(opener, file, (long) mode.flags());
        if (!Numbers.isIndex(result)) {
            throw Errors.typeError("expected integer from opener");
        }
        int fd = Args.toInt(result);
        if (fd < 0) {
            throw Errors.valueError("opener returned %d", fd);
        }
        FileDescriptor.setInheritable(fd, false);
        return fd;
    }

    @Builtin("close(self, /)")
    static void close(PyFileIO self) {
        try {
            IOBaseType.close(self);
        } finally {
            if (self.finalizing) {
                deallocWarn(self, self);
            }
            if (self.closeFd && self.fd >= 0) {
                int fd = self.fd;
                self.fd = -1;
                int result = (int) Libc.blocking("close", fd, 0, 0, 0);
                if (result < 0 && Libc.errno() != OsErrors.EINTR) {
                    throw OsErrors.last();
                }
            }
            self.fd = -1;
        }
    }

    @Builtin("read(self, size=-1, /)")
    static Object read(PyFileIO self, Object size) {
        long n = IOBaseType.limit(size);
        self.requireReading();
        if (n < 0) {
            return readall(self);
        }
        byte[] data = new byte[(int) Math.min(n, 0x7ffff000)];
        int have = self.read(data, 0, data.length);
        return have < 0
                ? Singleton.NONE
                : ByteArguments.bytes(have == data.length ? data : Arrays.copyOf(data, have));
    }

    @Builtin("readall(self, /)")
    static Object readall(PyFileIO self) {
        byte[] all = self.readAll();
        return all == null ? Singleton.NONE : ByteArguments.bytes(all);
    }

    @Builtin("readinto(self, buffer, /)")
    static Object readinto(PyFileIO self, Object buffer) {
        self.requireReading();
        byte[] data = new byte[ByteArguments.writableLength(buffer)];
        int n = self.read(data, 0, data.length);
        if (n < 0) {
            return Singleton.NONE;
        }
        ByteArguments.write(buffer, data, n);
        return (long) n;
    }

    @Builtin("write(self, b, /)")
    static Object write(PyFileIO self, Object b) {
        self.requireWriting();
        byte[] data = ByteArguments.read(b);
        int n = self.write(data, 0, data.length);
        // As much as was written before a signal came is written; its handler runs now.
        Signals.poll();
        return n < 0 ? Singleton.NONE : (Object) (long) n;
    }

    @Builtin("seek(self, pos, whence=0, /)")
    static long seek(PyFileIO self, Object position, int whence) {
        self.open();
        return self.seek(position(position), whence);
    }

    private static long position(Object position) {
        if (position instanceof Double) {
            throw Errors.typeError("an integer is required");
        }
        return Args.toLong(position);
    }

    @Builtin("tell(self, /)")
    static long tell(PyFileIO self) {
        return self.seek(0, 1);
    }

    @Builtin("truncate(self, size=None, /)")
    static Object truncate(PyFileIO self, Object size) {
        self.requireWriting();
        Object wanted = size == Singleton.NONE ? (Object) tell(self) : size;
        long result = Libc.blocking("ftruncate", self.fd, position(wanted), 0, 0);
        if (result != 0) {
            throw OsErrors.last();
        }
        return wanted;
    }

    @Builtin("fileno(self, /)")
    static long fileno(PyFileIO self) {
        return self.open();
    }

    @Builtin("isatty(self, /)")
    static boolean isatty(PyFileIO self) {
        return self.isatty();
    }

    @Builtin("_isatty_open_only(self, /)")
    static boolean isattyOpenOnly(PyFileIO self) {
        return self.isatty();
    }

    @Builtin("readable(self, /)")
    static boolean readable(PyFileIO self) {
        self.open();
        return self.mode.reading();
    }

    @Builtin("writable(self, /)")
    static boolean writable(PyFileIO self) {
        self.open();
        return self.mode.writing();
    }

    @Builtin("seekable(self, /)")
    static boolean seekable(PyFileIO self) {
        return self.seekable();
    }

    @Builtin(value = "closed", kind = BuiltinKind.GETTER, doc = "True if the file is closed")
    static boolean closed(PyFileIO self) {
        return self.fd < 0;
    }

    @Builtin(value = "closefd", kind = BuiltinKind.GETTER)
    static boolean closefd(PyFileIO self) {
        return self.closeFd;
    }

    @Builtin(value = "mode", kind = BuiltinKind.GETTER)
    static Object mode(PyFileIO self) {
        return Str.name(self.mode == null ? "rb" : self.mode.shown());
    }

    @Builtin(value = "_blksize", kind = BuiltinKind.GETTER)
    static long blockSize(PyFileIO self) {
        return self.blockSize;
    }

    @Builtin(value = "_blksize", kind = BuiltinKind.SETTER)
    static void setBlockSize(PyFileIO self, Object value) {
        self.blockSize = Args.toInt(value);
    }

    @Builtin("_dealloc_warn(self, object, /)")
    static void deallocWarn(PyFileIO self, Object about) {
        if (self.fd < 0 || !self.closeFd) {
            return;
        }
        try {
            Call.method(
                    Imports.importBuiltin("_warnings"),
                    "warn",
                    Str.of("unclosed file " + Str.java(Repr.repr(about))),
                    ExceptionTypes.ResourceWarning,
                    1L,
                    about);
        } catch (PyException e) {
            // The warning may be an error: nobody could catch it.
            if (e.is(ExceptionTypes.Warning)) {
                Unraisable.report(e, null, self);
            }
        }
    }

    @Builtin(value = "_finalizing", kind = BuiltinKind.FIELD)
    static boolean finalizing(PyFileIO self) {
        return self.finalizing;
    }

    @Builtin(value = "_finalizing", kind = BuiltinKind.SETTER)
    static void setFinalizing(PyFileIO self, Object value) {
        self.finalizing = Truth.isTrue(value);
    }

    @Builtin("__getstate__(self, /)")
    static Object getstate(PyFileIO self) {
        throw Errors.typeError("cannot pickle %s instances", self.type().fullName());
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyFileIO self) {
        if (self.fd < 0) {
            return Str.of("<" + self.type().fullName() + " [closed]>");
        }
        Object name = Attributes.getOrNull(self, "name");
        String shown = name == null ? "fd=" + self.fd : "name=" + Str.java(Repr.repr(name));
        return Str.of(
                "<"
                        + self.type().fullName()
                        + " "
                        + shown
                        + " mode='"
                        + self.mode.shown()
                        + "' closefd="
                        + (self.closeFd ? "True" : "False")
                        + ">");
    }
}
