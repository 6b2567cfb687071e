package org.jabiru.modules.posix;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.FsEncoding;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** Functions of {@code posix} on file descriptors. */
@BuiltinModule("posix")
public final class PosixFiles {
    static final StructSequenceType TERMINAL_SIZE =
            StructSequenceType.of("os.terminal_size", 2, "columns", "lines");

    private static final int TIOCGWINSZ = 0x5413;
    private static final int MAX_IO = 0x7ffff000;

    private PosixFiles() {}

    @Builtin("open(path, flags, mode=511, *, dir_fd=None)")
    static long open(Object path, int flags, int mode, Object dirFd) {
        PathArgument p = PathArgument.of("open", path);
        SysHooks.audit("open", p.original(), Singleton.NONE, (long) (flags | Posix.O_CLOEXEC));
        try (NativeMemory memory = new NativeMemory()) {
            int fd =
                    (int)
                            Posix.retry(
                                    "openat",
                                    PathArgument.dirFd(dirFd),
                                    p.in(memory),
                                    flags | Posix.O_CLOEXEC,
                                    mode);
            Posix.checkPath(fd, p);
            return fd;
        }
    }

    @Builtin("close(fd)")
    static void close(Object fd) {
        int result = (int) Libc.blocking("close", PathArgument.toFd(fd), 0, 0, 0);
        if (result == -1 && Libc.errno() != OsErrors.EINTR) {
            throw OsErrors.last();
        }
    }

    @Builtin("closerange(fd_low, fd_high, /)")
    static void closeRange(int low, int high) {
        for (int fd = Math.max(low, 0); fd < high; fd++) {
            Libc.call("close", fd);
        }
    }

    @Builtin("read(fd, length, /)")
    static Object read(int fd, long length) {
        if (length < 0) {
            throw OsErrors.of(OsErrors.EINVAL);
        }
        byte[] data = FileDescriptor.read(fd, (int) Math.min(length, MAX_IO));
        if (data == null) {
            throw OsErrors.last();
        }
        return ByteArguments.bytes(data);
    }

    @Builtin("readinto(fd, buffer, /)")
    static long readInto(int fd, Object buffer) {
        byte[] data = FileDescriptor.read(fd, ByteArguments.writableLength(buffer));
        if (data == null) {
            throw OsErrors.last();
        }
        ByteArguments.write(buffer, data, data.length);
        return data.length;
    }

    @Builtin("write(fd, data, /)")
    static long write(int fd, Object data) {
        byte[] bytes = ByteArguments.read(data);
        int written = FileDescriptor.write(fd, bytes, 0, bytes.length);
        if (written < 0) {
            throw OsErrors.last();
        }
        return written;
    }

    @Builtin("pread(fd, length, offset, /)")
    static Object pread(int fd, int length, long offset) {
        if (length < 0) {
            throw OsErrors.of(OsErrors.EINVAL);
        }
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment buffer = memory.allocate(length);
            long n = Posix.check(Posix.retry("pread", fd, buffer.address(), length, offset));
            return ByteArguments.bytes(NativeMemory.read(buffer, (int) n));
        }
    }

    @Builtin("pwrite(fd, buffer, offset, /)")
    static long pwrite(int fd, Object buffer, long offset) {
        byte[] bytes = ByteArguments.read(buffer);
        try (NativeMemory memory = new NativeMemory()) {
            return Posix.check(
                    Posix.retry("pwrite", fd, memory.string(bytes), bytes.length, offset));
        }
    }

    @Builtin("writev(fd, buffers, /)")
    static long writev(int fd, Object buffers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object buffer : Iteration.toArray(buffers)) {
            all.writeBytes(ByteArguments.read(buffer));
        }
        int written = FileDescriptor.write(fd, all.toByteArray(), 0, all.size());
        if (written < 0) {
            throw OsErrors.last();
        }
        return written;
    }

    @Builtin("readv(fd, buffers, /)")
    static long readv(int fd, Object buffers) {
        Object[] all = Iteration.toArray(buffers);
        int total = 0;
        for (Object buffer : all) {
            total += ByteArguments.writableLength(buffer);
        }
        byte[] data = FileDescriptor.read(fd, total);
        if (data == null) {
            throw OsErrors.last();
        }
        int at = 0;
        for (Object buffer : all) {
            int n = Math.min(ByteArguments.writableLength(buffer), data.length - at);
            ByteArguments.write(buffer, Arrays.copyOfRange(data, at, at + n), n);
            at += n;
        }
        return data.length;
    }

    @Builtin("lseek(fd, position, whence, /)")
    static long lseek(int fd, long position, int whence) {
        return Posix.check(Libc.call("lseek", fd, position, whence));
    }

    @Builtin("isatty(fd, /)")
    static boolean isatty(int fd) {
        return Libc.callInt("isatty", fd) == 1;
    }

    @Builtin("dup(fd, /)")
    static long dup(int fd) {
        return Posix.checkInt(Libc.callInt("fcntl", fd, 1030, 0));
    }

    @Builtin("dup2(fd, fd2, inheritable=True)")
    static long dup2(int fd, int fd2, boolean inheritable) {
        if (inheritable) {
            return Posix.checkInt((int) Posix.retry("dup2", fd, fd2, 0, 0));
        }
        return Posix.checkInt((int) Posix.retry("dup3", fd, fd2, Posix.O_CLOEXEC, 0));
    }

    @Builtin("pipe()")
    static Object pipe() {
        return pipe2(Posix.O_CLOEXEC);
    }

    @Builtin("pipe2(flags, /)")
    static Object pipe2(int flags) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment fds = memory.allocate(8);
            Posix.checkInt(Libc.callInt("pipe2", fds.address(), flags));
            return PyTuple.of(
                    (long) fds.get(ValueLayout.JAVA_INT, 0),
                    (long) fds.get(ValueLayout.JAVA_INT, 4));
        }
    }

    @Builtin("fstat(fd)")
    static Object fstat(Object fd) {
        Object s = Stat.ofFdOrNull(PathArgument.toFd(fd));
        if (s == null) {
            throw OsErrors.last();
        }
        return s;
    }

    @Builtin("fsync(fd)")
    static void fsync(Object fd) {
        Posix.checkInt((int) Posix.retry("fsync", fileno(fd), 0, 0, 0));
    }

    @Builtin("fdatasync(fd)")
    static void fdatasync(Object fd) {
        Posix.checkInt((int) Posix.retry("fdatasync", fileno(fd), 0, 0, 0));
    }

    /** A file descriptor, or an object with {@code fileno()}. */
    static int fileno(Object o) {
        if (Numbers.isIndex(o)) {
            return PathArgument.toFd(o);
        }
        Object method = Attributes.getOrNull(o, "fileno");
        if (method == null) {
            throw Errors.typeError("argument must be an int, or have a fileno() method.");
        }
        return PathArgument.toFd(Call.call(method));
    }

    @Builtin("ftruncate(fd, length, /)")
    static void ftruncate(int fd, long length) {
        Audit.event("os.truncate", (long) fd, length);
        Posix.checkInt((int) Posix.retry("ftruncate", fd, length, 0, 0));
    }

    @Builtin("posix_fallocate(fd, offset, length, /)")
    static void fallocate(int fd, long offset, long length) {
        int error = (int) Libc.blocking("posix_fallocate", fd, offset, length, 0);
        if (error != 0) {
            throw OsErrors.of(error);
        }
    }

    @Builtin("posix_fadvise(fd, offset, length, advice, /)")
    static void fadvise(int fd, long offset, long length, int advice) {
        int error = (int) Libc.blocking("posix_fadvise", fd, offset, length, advice);
        if (error != 0) {
            throw OsErrors.of(error);
        }
    }

    @Builtin("fchmod(fd, mode)")
    static void fchmod(int fd, int mode) {
        Audit.event("os.chmod", (long) fd, (long) mode, -1L);
        Posix.checkInt(Libc.callInt("fchmod", fd, mode));
    }

    @Builtin("fchown(fd, uid, gid)")
    static void fchown(int fd, Object uid, Object gid) {
        int user = Ids.uid(uid);
        int group = Ids.gid(gid);
        Audit.event(
                "os.chown",
                (long) fd,
                Integer.toUnsignedLong(user),
                Integer.toUnsignedLong(group),
                -1L);
        Posix.checkInt(Libc.callInt("fchown", fd, user, group));
    }

    @Builtin("fchdir(fd)")
    static void fchdir(Object fd) {
        int number = fileno(fd);
        Audit.event("os.chdir", (long) number);
        Posix.checkInt(Libc.callInt("fchdir", number));
    }

    @Builtin("get_inheritable(fd, /)")
    static boolean getInheritable(int fd) {
        return (Posix.checkInt(Libc.callInt("fcntl", fd, Posix.F_GETFD, 0)) & Posix.FD_CLOEXEC)
                == 0;
    }

    @Builtin("set_inheritable(fd, inheritable, /)")
    static void setInheritable(int fd, int inheritable) {
        FileDescriptor.setInheritable(fd, inheritable != 0);
    }

    @Builtin("get_blocking(fd, /)")
    static boolean getBlocking(int fd) {
        return (Posix.checkInt(Libc.callInt("fcntl", fd, Posix.F_GETFL, 0)) & Posix.O_NONBLOCK)
                == 0;
    }

    @Builtin("set_blocking(fd, blocking, /)")
    static void setBlocking(int fd, boolean blocking) {
        int flags = Posix.checkInt(Libc.callInt("fcntl", fd, Posix.F_GETFL, 0));
        flags = blocking ? flags & ~Posix.O_NONBLOCK : flags | Posix.O_NONBLOCK;
        Posix.checkInt(Libc.callInt("fcntl", fd, Posix.F_SETFL, flags));
    }

    @Builtin("lockf(fd, command, length, /)")
    static void lockf(int fd, int command, long length) {
        Audit.event("os.lockf", (long) fd, (long) command, length);
        Posix.check((int) Posix.retry("lockf", fd, command, length, 0));
    }

    @Builtin("sendfile(out_fd, in_fd, offset, count)")
    static long sendfile(int out, int in, Object offset, long count) {
        try (NativeMemory memory = new NativeMemory()) {
            long where = 0;
            if (offset != Singleton.NONE) {
                MemorySegment o = memory.allocate(8);
                o.set(ValueLayout.JAVA_LONG, 0, Args.toLong(offset));
                where = o.address();
            }
            return Posix.check(Posix.retry("sendfile", out, in, where, count));
        }
    }

    @Builtin("copy_file_range(src, dst, count, offset_src=None, offset_dst=None)")
    static long copyFileRange(int src, int dst, long count, Object fromSrc, Object fromDst) {
        if (count < 0) {
            throw Errors.valueError("negative value for 'count' not allowed");
        }
        try (NativeMemory memory = new NativeMemory()) {
            return Posix.check(
                    Libc.call(
                            "copy_file_range",
                            src,
                            offset(memory, fromSrc),
                            dst,
                            offset(memory, fromDst),
                            count,
                            0));
        }
    }

    private static long offset(NativeMemory memory, Object offset) {
        if (offset == Singleton.NONE) {
            return 0;
        }
        MemorySegment o = memory.allocate(8);
        o.set(ValueLayout.JAVA_LONG, 0, Args.toLong(offset));
        return o.address();
    }

    @Builtin(value = "memfd_create(name, flags=1)", shown = "($module, /, name, flags=MFD_CLOEXEC)")
    static long memfdCreate(Object name, int flags) {
        try (NativeMemory memory = new NativeMemory()) {
            long path = PathArgument.of("memfd_create", "name", name).in(memory);
            return Posix.checkInt(Libc.callInt("memfd_create", path, flags));
        }
    }

    @Builtin(
            value = "eventfd(initval, flags=524288)",
            shown = "($module, /, initval, flags=EFD_CLOEXEC)")
    static long eventfd(long initial, int flags) {
        return Posix.checkInt(Libc.callInt("eventfd", initial, flags));
    }

    @Builtin(value = "get_terminal_size(fd=1, /)", shown = "($module, fd=<unrepresentable>, /)")
    static Object terminalSize(int fd) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment size = memory.allocate(8);
            Posix.checkInt(Libc.callInt("ioctl", fd, TIOCGWINSZ, size.address()));
            return TERMINAL_SIZE.make(
                    (long) (size.get(ValueLayout.JAVA_SHORT, 2) & 0xFFFF),
                    (long) (size.get(ValueLayout.JAVA_SHORT, 0) & 0xFFFF));
        }
    }

    @Builtin("ttyname(fd, /)")
    static Object ttyname(int fd) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment name = memory.allocate(1024);
            int error = Libc.callInt("ttyname_r", fd, name.address(), 1024);
            if (error != 0) {
                throw OsErrors.of(error);
            }
            return FsEncoding.decode(NativeMemory.stringAt(name.address()));
        }
    }

    @Builtin("openpty()")
    static Object openpty() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment fds = memory.allocate(8);
            int result = (int) Libc.call("openpty", fds.address(), fds.address() + 4, 0, 0, 0, 0);
            Posix.checkInt(result);
            int master = fds.get(ValueLayout.JAVA_INT, 0);
            int slave = fds.get(ValueLayout.JAVA_INT, 4);
            FileDescriptor.setInheritable(master, false);
            FileDescriptor.setInheritable(slave, false);
            return PyTuple.of((long) master, (long) slave);
        }
    }

    @Builtin("device_encoding(fd)")
    static Object deviceEncoding(int fd) {
        return isatty(fd) ? Str.name("utf-8") : Singleton.NONE;
    }

    @Builtin("tcgetpgrp(fd, /)")
    static long tcgetpgrp(int fd) {
        return Posix.checkInt(Libc.callInt("tcgetpgrp", fd));
    }

    @Builtin("tcsetpgrp(fd, pgid, /)")
    static void tcsetpgrp(int fd, int group) {
        Posix.checkInt(Libc.callInt("tcsetpgrp", fd, group));
    }
}
