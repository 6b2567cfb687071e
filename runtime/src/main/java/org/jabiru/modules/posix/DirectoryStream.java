package org.jabiru.modules.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** The entries of a directory, without "." and "..": opendir(3) and readdir(3). */
final class DirectoryStream implements AutoCloseable {
    // struct dirent of 64-bit Linux: d_ino, d_off, d_reclen (2 bytes), d_type (1), d_name.
    private static final int TYPE_OFFSET = 18;
    private static final int NAME_OFFSET = 19;

    private final PathArgument path;
    private long handle;
    private long entry;

    private DirectoryStream(PathArgument path, long handle) {
        this.path = path;
        this.handle = handle;
    }

    static DirectoryStream open(PathArgument path) {
        try (NativeMemory memory = new NativeMemory()) {
            long handle;
            if (path.isFd()) {
                int own = Libc.callInt("fcntl", path.fd(), 1030, 0);
                if (own < 0) {
                    throw OsErrors.last(path.original());
                }
                handle = Libc.call("fdopendir", own);
                if (handle == 0) {
                    int errno = Libc.errno();
                    Libc.call("close", own);
                    throw OsErrors.of(errno, path.original());
                }
                Libc.call("rewinddir", handle);
            } else {
                handle = Libc.call("opendir", path.in(memory));
                if (handle == 0) {
                    throw OsErrors.last(
                            path.original() == Singleton.NONE ? Str.name(".") : path.original());
                }
            }
            return new DirectoryStream(path, handle);
        }
    }

    /** Goes to the next entry; whether there is one. */
    boolean advance() {
        while (handle != 0) {
            entry = Libc.call("readdir", handle);
            if (entry == 0) {
                close();
                return false;
            }
            byte[] name = name();
            boolean dots =
                    name.length > 0
                            && name.length < 3
                            && name[0] == '.'
                            && (name.length == 1 || name[1] == '.');
            if (!dots) {
                return true;
            }
        }
        return false;
    }

    byte[] name() {
        return NativeMemory.stringAt(entry + NAME_OFFSET);
    }

    /** d_type. */
    int type() {
        return at(TYPE_OFFSET, 1).get(ValueLayout.JAVA_BYTE, 0);
    }

    long inode() {
        return at(0, 8).get(ValueLayout.JAVA_LONG, 0);
    }

    private MemorySegment at(long offset, long size) {
        return MemorySegment.ofAddress(entry + offset).reinterpret(size);
    }

    boolean isOpen() {
        return handle != 0;
    }

    PathArgument path() {
        return path;
    }

    @Override
    public void close() {
        if (handle != 0) {
            long h = handle;
            handle = 0;
            Libc.call("closedir", h);
        }
    }
}
