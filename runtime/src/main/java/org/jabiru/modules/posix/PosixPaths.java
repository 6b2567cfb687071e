package org.jabiru.modules.posix;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jabiru.builtins.list.PyList;
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
import org.jabiru.object.Types;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** Functions of {@code posix} on paths. */
@BuiltinModule("posix")
public final class PosixPaths {
    static final StructSequenceType STATVFS =
            StructSequenceType.of(
                    "os.statvfs_result",
                    10,
                    "f_bsize",
                    "f_frsize",
                    "f_blocks",
                    "f_bfree",
                    "f_bavail",
                    "f_files",
                    "f_ffree",
                    "f_favail",
                    "f_flag",
                    "f_namemax",
                    "f_fsid");

    private PosixPaths() {}

    @Builtin("stat(path, *, dir_fd=None, follow_symlinks=True)")
    static Object stat(Object path, Object dirFd, boolean follow) {
        return stat("stat", path, dirFd, follow, true);
    }

    @Builtin("lstat(path, *, dir_fd=None)")
    static Object lstat(Object path, Object dirFd) {
        return stat("lstat", path, dirFd, false, false);
    }

    private static Object stat(
            String function, Object path, Object dirFd, boolean follow, boolean fdAllowed) {
        PathArgument p = PathArgument.of(function, "path", path, fdAllowed, false);
        int directory = PathArgument.dirFd(dirFd);
        Object s;
        if (p.isFd()) {
            if (directory != Posix.AT_FDCWD) {
                throw Errors.valueError("stat: can't specify dir_fd without matching path");
            }
            if (!follow) {
                throw Errors.valueError("stat: cannot use fd and follow_symlinks together");
            }
            s = Stat.ofFdOrNull(p.fd());
        } else {
            s = Stat.orNull(directory, p.bytes(), follow ? 0 : Posix.AT_SYMLINK_NOFOLLOW);
        }
        if (s == null) {
            throw OsErrors.last(p.original());
        }
        return s;
    }

    @Builtin("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
    static boolean access(Object path, int mode, Object dirFd, boolean effective, boolean follow) {
        PathArgument p = PathArgument.of("access", path);
        int flags = (effective ? Posix.AT_EACCESS : 0) | (follow ? 0 : Posix.AT_SYMLINK_NOFOLLOW);
        try (NativeMemory memory = new NativeMemory()) {
            return Libc.callInt("faccessat", PathArgument.dirFd(dirFd), p.in(memory), mode, flags)
                    == 0;
        }
    }

    @Builtin("mkdir(path, mode=511, *, dir_fd=None)")
    static void mkdir(Object path, int mode, Object dirFd) {
        PathArgument p = PathArgument.of("mkdir", path);
        SysHooks.audit("os.mkdir", p.original(), (long) mode, -1L);
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPath(
                    Libc.callInt("mkdirat", PathArgument.dirFd(dirFd), p.in(memory), mode), p);
        }
    }

    @Builtin("rmdir(path, *, dir_fd=None)")
    static void rmdir(Object path, Object dirFd) {
        unlinkAt("rmdir", path, dirFd, Posix.AT_REMOVEDIR);
    }

    @Builtin("unlink(path, *, dir_fd=None)")
    static void unlink(Object path, Object dirFd) {
        unlinkAt("unlink", path, dirFd, 0);
    }

    @Builtin("remove(path, *, dir_fd=None)")
    static void remove(Object path, Object dirFd) {
        unlinkAt("remove", path, dirFd, 0);
    }

    private static void unlinkAt(String function, Object path, Object dirFd, int flags) {
        PathArgument p = PathArgument.of(function, path);
        SysHooks.audit(flags == 0 ? "os.remove" : "os.rmdir", p.original(), -1L);
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPath(
                    Libc.callInt("unlinkat", PathArgument.dirFd(dirFd), p.in(memory), flags), p);
        }
    }

    @Builtin("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void rename(Object src, Object dst, Object srcDirFd, Object dstDirFd) {
        rename("rename", src, dst, srcDirFd, dstDirFd);
    }

    @Builtin("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void replace(Object src, Object dst, Object srcDirFd, Object dstDirFd) {
        rename("replace", src, dst, srcDirFd, dstDirFd);
    }

    private static void rename(
            String function, Object src, Object dst, Object srcDirFd, Object dstDirFd) {
        PathArgument from = PathArgument.of(function, "src", src);
        PathArgument to = PathArgument.of(function, "dst", dst);
        SysHooks.audit("os.rename", from.original(), to.original(), -1L, -1L);
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPaths(
                    Libc.callInt(
                            "renameat",
                            PathArgument.dirFd(srcDirFd),
                            from.in(memory),
                            PathArgument.dirFd(dstDirFd),
                            to.in(memory)),
                    from,
                    to);
        }
    }

    @Builtin(
            value = "link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
            shown =
                    "($module, src, dst, *, src_dir_fd=None, dst_dir_fd=None,"
                            + " follow_symlinks=(os.name != 'nt'))")
    static void link(Object src, Object dst, Object srcDirFd, Object dstDirFd, boolean follow) {
        PathArgument from = PathArgument.of("link", "src", src);
        PathArgument to = PathArgument.of("link", "dst", dst);
        Audit.event(
                "os.link",
                from.original(),
                to.original(),
                PathArgument.shownDirFd(srcDirFd),
                PathArgument.shownDirFd(dstDirFd));
        try (NativeMemory memory = new NativeMemory()) {
            int result =
                    (int)
                            Libc.call(
                                    "linkat",
                                    PathArgument.dirFd(srcDirFd),
                                    from.in(memory),
                                    PathArgument.dirFd(dstDirFd),
                                    to.in(memory),
                                    follow ? Posix.AT_SYMLINK_FOLLOW : 0,
                                    0);
            Posix.checkPaths(result, from, to);
        }
    }

    @Builtin("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
    static void symlink(Object src, Object dst, boolean isDirectory, Object dirFd) {
        PathArgument from = PathArgument.of("symlink", "src", src);
        PathArgument to = PathArgument.of("symlink", "dst", dst);
        Audit.event("os.symlink", from.original(), to.original(), PathArgument.shownDirFd(dirFd));
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPaths(
                    Libc.callInt(
                            "symlinkat", from.in(memory), PathArgument.dirFd(dirFd), to.in(memory)),
                    from,
                    to);
        }
    }

    @Builtin("readlink(path, *, dir_fd=None)")
    static Object readlink(Object path, Object dirFd) {
        PathArgument p = PathArgument.of("readlink", path);
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment buffer = memory.allocate(4097);
            int n =
                    Libc.callInt(
                            "readlinkat",
                            PathArgument.dirFd(dirFd),
                            p.in(memory),
                            buffer.address(),
                            4096);
            Posix.checkPath(n, p);
            return p.result(NativeMemory.read(buffer, n));
        }
    }

    @Builtin(
            value = "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)",
            shown = "($module, path, mode, *, dir_fd=None, follow_symlinks=(os.name != 'nt'))")
    static void chmod(Object path, int mode, Object dirFd, boolean follow) {
        PathArgument p = PathArgument.orFd("chmod", path);
        Audit.event("os.chmod", p.original(), (long) mode, PathArgument.shownDirFd(dirFd));
        try (NativeMemory memory = new NativeMemory()) {
            int result =
                    p.isFd()
                            ? Libc.callInt("fchmod", p.fd(), mode)
                            : Libc.callInt(
                                    "fchmodat",
                                    PathArgument.dirFd(dirFd),
                                    p.in(memory),
                                    mode,
                                    follow ? 0 : Posix.AT_SYMLINK_NOFOLLOW);
            if (result == -1 && !follow && Libc.errno() == 95) {
                throw Errors.notImplemented("chmod: follow_symlinks unavailable on this platform");
            }
            Posix.checkPath(result, p);
        }
    }

    @Builtin("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)")
    static void chown(Object path, Object user, Object group, Object dirFd, boolean follow) {
        int uid = Ids.uid(user);
        int gid = Ids.gid(group);
        PathArgument p = PathArgument.orFd("chown", path);
        auditOwner(p, uid, gid, dirFd);
        try (NativeMemory memory = new NativeMemory()) {
            int result =
                    p.isFd()
                            ? Libc.callInt("fchown", p.fd(), uid, gid)
                            : (int)
                                    Libc.call(
                                            "fchownat",
                                            PathArgument.dirFd(dirFd),
                                            p.in(memory),
                                            uid,
                                            gid,
                                            follow ? 0 : Posix.AT_SYMLINK_NOFOLLOW,
                                            0);
            Posix.checkPath(result, p);
        }
    }

    private static void auditOwner(PathArgument path, int uid, int gid, Object dirFd) {
        Audit.event(
                "os.chown",
                path.original(),
                Integer.toUnsignedLong(uid),
                Integer.toUnsignedLong(gid),
                PathArgument.shownDirFd(dirFd));
    }

    @Builtin("lchown(path, uid, gid)")
    static void lchown(Object path, Object uid, Object gid) {
        PathArgument p = PathArgument.of("lchown", path);
        auditOwner(p, Ids.uid(uid), Ids.gid(gid), Singleton.NONE);
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPath(Libc.callInt("lchown", p.in(memory), Ids.uid(uid), Ids.gid(gid)), p);
        }
    }

    @Builtin("truncate(path, length)")
    static void truncate(Object path, long length) {
        PathArgument p = PathArgument.orFd("truncate", path);
        Audit.event("os.truncate", p.original(), length);
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPath(
                    p.isFd()
                            ? Libc.callInt("ftruncate", p.fd(), length)
                            : Libc.callInt("truncate", p.in(memory), length),
                    p);
        }
    }

    @Builtin("mkfifo(path, mode=438, *, dir_fd=None)")
    static void mkfifo(Object path, int mode, Object dirFd) {
        PathArgument p = PathArgument.of("mkfifo", path);
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPath(
                    Libc.callInt("mkfifoat", PathArgument.dirFd(dirFd), p.in(memory), mode), p);
        }
    }

    @Builtin("mknod(path, mode=384, device=0, *, dir_fd=None)")
    static void mknod(Object path, int mode, long device, Object dirFd) {
        PathArgument p = PathArgument.of("mknod", path);
        try (NativeMemory memory = new NativeMemory()) {
            Posix.checkPath(
                    Libc.callInt("mknodat", PathArgument.dirFd(dirFd), p.in(memory), mode, device),
                    p);
        }
    }

    /** A device number that there is not. */
    private static final long NO_DEVICE = -1;

    @Builtin("major(device, /)")
    static long major(Object device) {
        long d = Unsigned.of(device, Long.SIZE);
        return d == NO_DEVICE ? d : d >>> 32 & 0xFFFFF000L | d >>> 8 & 0xFFF;
    }

    @Builtin("minor(device, /)")
    static long minor(Object device) {
        long d = Unsigned.of(device, Long.SIZE);
        return d == NO_DEVICE ? d : d >>> 12 & 0xFFFFFF00L | d & 0xFF;
    }

    @Builtin("makedev(major, minor, /)")
    static Object makedev(Object major, Object minor) {
        long high = Unsigned.of(major, Integer.SIZE);
        long low = Unsigned.of(minor, Integer.SIZE);
        if (high == NO_DEVICE && low == NO_DEVICE) {
            return NO_DEVICE;
        }
        return Unsigned.toPython(Stat.makeDevice(high, low));
    }

    // ---- the current directory ----

    @Builtin("getcwd()")
    static Object getcwd() {
        return FsEncoding.decode(cwd());
    }

    @Builtin("getcwdb()")
    static Object getcwdb() {
        return ByteArguments.bytes(cwd());
    }

    private static byte[] cwd() {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment buffer = memory.allocate(4096);
            if (Libc.call("getcwd", buffer.address(), 4096) == 0) {
                throw OsErrors.last();
            }
            return NativeMemory.stringAt(buffer.address());
        }
    }

    @Builtin("chdir(path)")
    static void chdir(Object path) {
        PathArgument p = PathArgument.orFd("chdir", path);
        SysHooks.audit("os.chdir", p.original());
        if (p.isFd()) {
            Posix.checkPath(Libc.callInt("fchdir", p.fd()), p);
        } else {
            Posix.onPath("chdir", p);
        }
    }

    @Builtin("chroot(path)")
    static void chroot(Object path) {
        Posix.onPath("chroot", PathArgument.of("chroot", path));
    }

    // ---- directories ----

    @Builtin("listdir(path=None)")
    static Object listdir(Object path) {
        PathArgument p = PathArgument.of("listdir", "path", path, true, true);
        SysHooks.audit("os.listdir", p.original());
        try (DirectoryStream entries = DirectoryStream.open(p)) {
            PyList out = new PyList();
            while (entries.advance()) {
                out.append(p.result(entries.name()));
            }
            return out;
        }
    }

    @Builtin("scandir(path=None)")
    static Object scandir(Object path) {
        PathArgument p = PathArgument.of("scandir", "path", path, true, true);
        SysHooks.audit("os.scandir", p.original());
        return new PyScandirIterator(p, DirectoryStream.open(p));
    }

    // ---- times ----

    @Builtin("utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)")
    static void utime(Object path, Object times, Object ns, Object dirFd, boolean follow) {
        PathArgument p = PathArgument.orFd("utime", path);
        if (times != Singleton.NONE && ns != null) {
            throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
        }
        Audit.event(
                "os.utime",
                p.original(),
                times,
                ns == null ? Singleton.NONE : ns,
                PathArgument.shownDirFd(dirFd));
        try (NativeMemory memory = new NativeMemory()) {
            long where = 0;
            if (times != Singleton.NONE || ns != null) {
                MemorySegment both = memory.allocate(32);
                Object pair = ns == null ? times : ns;
                if (!(pair instanceof PyTuple t) || t.size() != 2) {
                    throw Errors.typeError(
                            ns == null
                                    ? "utime: 'times' must be either a tuple of two ints or None"
                                    : "utime: 'ns' must be a tuple of two ints");
                }
                for (int i = 0; i < 2; i++) {
                    long nanos = ns == null ? nanoseconds(t.get(i)) : exact(t.get(i));
                    both.set(ValueLayout.JAVA_LONG, i * 16L, Math.floorDiv(nanos, 1_000_000_000L));
                    both.set(
                            ValueLayout.JAVA_LONG,
                            i * 16L + 8,
                            Math.floorMod(nanos, 1_000_000_000L));
                }
                where = both.address();
            }
            int result =
                    p.isFd()
                            ? Libc.callInt("futimens", p.fd(), where)
                            : Libc.callInt(
                                    "utimensat",
                                    PathArgument.dirFd(dirFd),
                                    p.in(memory),
                                    where,
                                    follow ? 0 : Posix.AT_SYMLINK_NOFOLLOW);
            Posix.checkPath(result, p);
        }
    }

    private static long nanoseconds(Object seconds) {
        if (seconds instanceof Double d) {
            return (long) Math.floor(d) * 1_000_000_000
                    + (long) Math.floor((d - Math.floor(d)) * 1e9);
        }
        return Args.toLong(seconds) * 1_000_000_000;
    }

    private static long exact(Object nanoseconds) {
        return Args.toLong(nanoseconds);
    }

    // ---- file systems ----

    @Builtin("statvfs(path)")
    static Object statvfs(Object path) {
        PathArgument p = PathArgument.orFd("statvfs", path);
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment s = memory.allocate(256);
            Posix.checkPath(
                    p.isFd()
                            ? Libc.callInt("fstatvfs", p.fd(), s.address())
                            : Libc.callInt("statvfs", p.in(memory), s.address()),
                    p);
            // struct statvfs of 64-bit Linux: longs, with f_fsid before f_flag and f_namemax.
            Object[] fields = new Object[11];
            for (int i = 0; i < 8; i++) {
                fields[i] = s.get(ValueLayout.JAVA_LONG, i * 8L);
            }
            fields[10] = s.get(ValueLayout.JAVA_LONG, 64);
            fields[8] = s.get(ValueLayout.JAVA_LONG, 72);
            fields[9] = s.get(ValueLayout.JAVA_LONG, 80);
            return STATVFS.make(fields);
        }
    }

    @Builtin("fstatvfs(fd, /)")
    static Object fstatvfs(Object fd) {
        return statvfs(fd);
    }

    @Builtin("sync()")
    static void sync() {
        Libc.blocking("sync", 0, 0, 0, 0);
    }

    // ---- path syntax ----

    @Builtin("fspath(path)")
    static Object fspath(Object path) {
        if (Str.valueOrNull(path) != null || ByteArguments.bytesOrNull(path) != null) {
            return path;
        }
        Object method = Types.of(path).lookup("__fspath__");
        if (method == null || method == Singleton.NONE) {
            throw Errors.typeError(
                    "expected str, bytes or os.PathLike object, not %s", Types.of(path).name());
        }
        Object result = Call.specialOrNull(path, "__fspath__");
        if (Str.valueOrNull(result) == null && ByteArguments.bytesOrNull(result) == null) {
            throw Errors.typeError(
                    "expected %s.__fspath__() to return str or bytes, not %s",
                    Types.of(path).name(), Types.of(result).name());
        }
        return result;
    }

    @Builtin("_path_normpath(path)")
    static Object normpath(Object path) {
        byte[] bytes = ByteArguments.bytesOrNull(path);
        TruffleString s = bytes != null ? FsEncoding.decode(bytes) : Str.valueOrNull(path);
        if (s == null) {
            Object converted = fspath(path);
            return normpath(converted);
        }
        TruffleString result = Str.of(PathSyntax.normalize(Str.java(s)));
        return bytes != null ? ByteArguments.bytes(FsEncoding.encode(result)) : result;
    }

    @Builtin("_path_splitroot_ex(p)")
    static Object splitRoot(Object path) {
        byte[] bytes = ByteArguments.bytesOrNull(path);
        if (bytes != null) {
            int root = PathSyntax.rootLength(FsEncoding.decode(bytes));
            return PyTuple.of(
                    ByteArguments.bytes(new byte[0]),
                    ByteArguments.bytes(Arrays.copyOf(bytes, root)),
                    ByteArguments.bytes(Arrays.copyOfRange(bytes, root, bytes.length)));
        }
        TruffleString s = Str.valueOrNull(path);
        if (s == null) {
            return splitRoot(fspath(path));
        }
        int root = PathSyntax.rootLength(s);
        return PyTuple.of(
                Str.EMPTY, Str.substring(s, 0, root), Str.substring(s, root, Str.length(s)));
    }
}
