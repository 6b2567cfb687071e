package org.jabiru.modules.posix;

import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** The methods of {@code os.DirEntry}. */
@BuiltinType("posix.DirEntry")
public final class DirEntryType {
    private static final int S_IFDIR = 0x4000;
    private static final int S_IFREG = 0x8000;

    public static final PyType TYPE =
            PyType.builtin("posix.DirEntry", DirEntryTypeTable::new, null).sealed().madeAtRunTime();

    private DirEntryType() {}

    @Builtin(value = "name", kind = BuiltinKind.FIELD)
    static Object name(PyDirEntry self) {
        return self.name;
    }

    @Builtin(value = "path", kind = BuiltinKind.FIELD)
    static Object path(PyDirEntry self) {
        return self.path;
    }

    @Builtin("is_dir(self, /, *, follow_symlinks=True)")
    static boolean isDir(PyDirEntry self, boolean follow) {
        return self.isType(follow, PyDirEntry.DT_DIR, S_IFDIR);
    }

    @Builtin("is_file(self, /, *, follow_symlinks=True)")
    static boolean isFile(PyDirEntry self, boolean follow) {
        return self.isType(follow, PyDirEntry.DT_REG, S_IFREG);
    }

    @Builtin("is_symlink(self, /)")
    static boolean isSymlink(PyDirEntry self) {
        return self.isSymlink();
    }

    @Builtin("is_junction(self, /)")
    static boolean isJunction(PyDirEntry self) {
        return false;
    }

    @Builtin("stat(self, /, *, follow_symlinks=True)")
    static Object stat(PyDirEntry self, boolean follow) {
        return self.stat(follow);
    }

    @Builtin("inode(self, /)")
    static long inode(PyDirEntry self) {
        return self.inode;
    }

    @Builtin("__fspath__(self, /)")
    static Object fspath(PyDirEntry self) {
        return self.path;
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyDirEntry self) {
        return Str.of("<DirEntry " + Str.java(Repr.repr(self.name)) + ">");
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "See PEP 585")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
