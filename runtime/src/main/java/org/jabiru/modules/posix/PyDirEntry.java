package org.jabiru.modules.posix;

import java.util.Arrays;
import org.jabiru.libc.Libc;
import org.jabiru.libc.OsErrors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;

/** What {@code os.scandir} yields: a name, and what the directory told of its type. */
final class PyDirEntry extends PyObject {
    static final int DT_DIR = 4;
    static final int DT_REG = 8;
    static final int DT_LNK = 10;
    private static final int DT_UNKNOWN = 0;

    final Object name;
    final Object path;
    final long inode;
    private final byte[] fullPath;
    private final int directory;
    private final int type;
    private Object stat;
    private Object lstat;

    PyDirEntry(PathArgument scanned, DirectoryStream at) {
        super(DirEntryType.TYPE);
        byte[] bytes = at.name();
        this.name = scanned.result(bytes);
        this.inode = at.inode();
        this.type = at.type();
        if (scanned.isFd()) {
            this.directory = scanned.fd();
            this.fullPath = bytes;
            this.path = name;
        } else {
            this.directory = Posix.AT_FDCWD;
            this.fullPath =
                    scanned.original() == Singleton.NONE ? bytes : join(scanned.bytes(), bytes);
            byte[] shown =
                    scanned.original() == Singleton.NONE ? join(new byte[] {'.'}, bytes) : fullPath;
            this.path = scanned.result(shown);
        }
    }

    private static byte[] join(byte[] directory, byte[] name) {
        int n = directory.length;
        boolean slash = n > 0 && directory[n - 1] != '/';
        byte[] out = Arrays.copyOf(directory, n + (slash ? 1 : 0) + name.length);
        if (slash) {
            out[n] = '/';
        }
        System.arraycopy(name, 0, out, out.length - name.length, name.length);
        return out;
    }

    /** {@code DirEntry.stat}. */
    Object stat(boolean follow) {
        Object known = follow ? stat : lstat;
        if (known == null && follow && !isSymlink()) {
            known = stat(false);
        }
        if (known == null) {
            known = Stat.orNull(directory, fullPath, follow ? 0 : Posix.AT_SYMLINK_NOFOLLOW);
            if (known == null) {
                throw OsErrors.last(path);
            }
        }
        if (follow) {
            stat = known;
        } else {
            lstat = known;
        }
        return known;
    }

    boolean isSymlink() {
        return type == DT_UNKNOWN ? modeIs(false, 0xA000) : type == DT_LNK;
    }

    /** Whether it is a directory or a regular file; false when it is gone. */
    boolean isType(boolean follow, int wantedType, int wantedMode) {
        if (type == DT_UNKNOWN || follow && type == DT_LNK) {
            return modeIs(follow, wantedMode);
        }
        return type == wantedType;
    }

    private boolean modeIs(boolean follow, int wanted) {
        int mode = Stat.mode(directory, fullPath, follow ? 0 : Posix.AT_SYMLINK_NOFOLLOW);
        if (mode < 0) {
            if (Libc.errno() == OsErrors.ENOENT) {
                return false;
            }
            throw OsErrors.last(path);
        }
        return (mode & 0xF000) == wanted;
    }
}
