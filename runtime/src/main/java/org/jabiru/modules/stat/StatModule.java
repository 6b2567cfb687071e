package org.jabiru.modules.stat;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;

/** The module {@code _stat}, with the numbers of Linux. */
@BuiltinModule("_stat")
public final class StatModule {
    private static final int TYPE = 0170000;
    private static final int SOCKET = 0140000;
    private static final int LINK = 0120000;
    private static final int REGULAR = 0100000;
    private static final int BLOCK_DEVICE = 0060000;
    private static final int DIRECTORY = 0040000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int FIFO = 0010000;

    private StatModule() {}

    /** Adds the constants. */
    public static void initialize(PyModule module) {
        module.dict.put("SF_APPEND", 262144L);
        module.dict.put("SF_ARCHIVED", 65536L);
        module.dict.put("SF_DATALESS", 1073741824L);
        module.dict.put("SF_FIRMLINK", 8388608L);
        module.dict.put("SF_IMMUTABLE", 131072L);
        module.dict.put("SF_NOUNLINK", 1048576L);
        module.dict.put("SF_SETTABLE", 4294901760L);
        module.dict.put("SF_SNAPSHOT", 2097152L);
        module.dict.put("ST_ATIME", 7L);
        module.dict.put("ST_CTIME", 9L);
        module.dict.put("ST_DEV", 2L);
        module.dict.put("ST_GID", 5L);
        module.dict.put("ST_INO", 1L);
        module.dict.put("ST_MODE", 0L);
        module.dict.put("ST_MTIME", 8L);
        module.dict.put("ST_NLINK", 3L);
        module.dict.put("ST_SIZE", 6L);
        module.dict.put("ST_UID", 4L);
        module.dict.put("S_ENFMT", 1024L);
        module.dict.put("S_IEXEC", 64L);
        module.dict.put("S_IFBLK", 24576L);
        module.dict.put("S_IFCHR", 8192L);
        module.dict.put("S_IFDIR", 16384L);
        module.dict.put("S_IFDOOR", 0L);
        module.dict.put("S_IFIFO", 4096L);
        module.dict.put("S_IFLNK", 40960L);
        module.dict.put("S_IFPORT", 0L);
        module.dict.put("S_IFREG", 32768L);
        module.dict.put("S_IFSOCK", 49152L);
        module.dict.put("S_IFWHT", 0L);
        module.dict.put("S_IREAD", 256L);
        module.dict.put("S_IRGRP", 32L);
        module.dict.put("S_IROTH", 4L);
        module.dict.put("S_IRUSR", 256L);
        module.dict.put("S_IRWXG", 56L);
        module.dict.put("S_IRWXO", 7L);
        module.dict.put("S_IRWXU", 448L);
        module.dict.put("S_ISGID", 1024L);
        module.dict.put("S_ISUID", 2048L);
        module.dict.put("S_ISVTX", 512L);
        module.dict.put("S_IWGRP", 16L);
        module.dict.put("S_IWOTH", 2L);
        module.dict.put("S_IWRITE", 128L);
        module.dict.put("S_IWUSR", 128L);
        module.dict.put("S_IXGRP", 8L);
        module.dict.put("S_IXOTH", 1L);
        module.dict.put("S_IXUSR", 64L);
        module.dict.put("UF_APPEND", 4L);
        module.dict.put("UF_COMPRESSED", 32L);
        module.dict.put("UF_DATAVAULT", 128L);
        module.dict.put("UF_HIDDEN", 32768L);
        module.dict.put("UF_IMMUTABLE", 2L);
        module.dict.put("UF_NODUMP", 1L);
        module.dict.put("UF_NOUNLINK", 16L);
        module.dict.put("UF_OPAQUE", 8L);
        module.dict.put("UF_SETTABLE", 65535L);
        module.dict.put("UF_TRACKED", 64L);
    }

    private static int mode(Object o) {
        long mode = Args.toLong(o);
        if (mode < 0 || mode > 0xFFFFFFFFL) {
            throw Errors.overflowError(
                    mode < 0
                            ? "can't convert negative value to unsigned int"
                            : "mode out of range");
        }
        return (int) mode;
    }

    @Builtin(value = "S_ISDIR(object, /)", doc = "Whether a mode is that of a directory.")
    static boolean isDirectory(Object mode) {
        return (mode(mode) & TYPE) == DIRECTORY;
    }

    @Builtin(value = "S_ISCHR(object, /)", doc = "Whether a mode is that of a character device.")
    static boolean isCharacterDevice(Object mode) {
        return (mode(mode) & TYPE) == CHARACTER_DEVICE;
    }

    @Builtin(value = "S_ISBLK(object, /)", doc = "Whether a mode is that of a block device.")
    static boolean isBlockDevice(Object mode) {
        return (mode(mode) & TYPE) == BLOCK_DEVICE;
    }

    @Builtin(value = "S_ISREG(object, /)", doc = "Whether a mode is that of a regular file.")
    static boolean isRegular(Object mode) {
        return (mode(mode) & TYPE) == REGULAR;
    }

    @Builtin(value = "S_ISFIFO(object, /)", doc = "Whether a mode is that of a named pipe.")
    static boolean isFifo(Object mode) {
        return (mode(mode) & TYPE) == FIFO;
    }

    @Builtin(value = "S_ISLNK(object, /)", doc = "Whether a mode is that of a symbolic link.")
    static boolean isLink(Object mode) {
        return (mode(mode) & TYPE) == LINK;
    }

    @Builtin(value = "S_ISSOCK(object, /)", doc = "Whether a mode is that of a socket.")
    static boolean isSocket(Object mode) {
        return (mode(mode) & TYPE) == SOCKET;
    }

    @Builtin(value = "S_ISDOOR(object, /)", doc = "Whether a mode is that of a door (Solaris).")
    static boolean isDoor(Object mode) {
        return false;
    }

    @Builtin(
            value = "S_ISPORT(object, /)",
            doc = "Whether a mode is that of an event port (Solaris).")
    static boolean isPort(Object mode) {
        return false;
    }

    @Builtin(value = "S_ISWHT(object, /)", doc = "Whether a mode is that of a whiteout (BSD).")
    static boolean isWhiteout(Object mode) {
        return false;
    }

    @Builtin(value = "S_IMODE(object, /)", doc = "The part of a mode that chmod can set.")
    static long permissions(Object mode) {
        return mode(mode) & 07777;
    }

    @Builtin(value = "S_IFMT(object, /)", doc = "The part of a mode that tells the type of file.")
    static long format(Object mode) {
        return mode(mode) & TYPE;
    }

    @Builtin(value = "filemode(object, /)", doc = "A mode as ls shows it, such as -rwxr-xr-x.")
    static String fileMode(Object object) {
        int mode = mode(object);
        char type =
                switch (mode & TYPE) {
                    case SOCKET -> 's';
                    case LINK -> 'l';
                    case REGULAR -> '-';
                    case BLOCK_DEVICE -> 'b';
                    case DIRECTORY -> 'd';
                    case CHARACTER_DEVICE -> 'c';
                    case FIFO -> 'p';
                    default -> '?';
                };
        return type
                + triple(mode >> 6, (mode & 04000) != 0, 's')
                + triple(mode >> 3, (mode & 02000) != 0, 's')
                + triple(mode, (mode & 01000) != 0, 't');
    }

    private static String triple(int bits, boolean special, char mark) {
        boolean execute = (bits & 1) != 0;
        char last = special ? (execute ? mark : (char) (mark - 32)) : execute ? 'x' : '-';
        return "" + ((bits & 4) != 0 ? 'r' : '-') + ((bits & 2) != 0 ? 'w' : '-') + last;
    }
}
