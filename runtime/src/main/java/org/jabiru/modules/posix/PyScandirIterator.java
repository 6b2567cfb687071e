package org.jabiru.modules.posix;

import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;

/** What {@code os.scandir} returns: an iterator and context manager. */
final class PyScandirIterator extends PyObject implements JavaIterator {
    private final PathArgument path;
    private final DirectoryStream entries;

    PyScandirIterator(PathArgument path, DirectoryStream entries) {
        super(ScandirIteratorType.TYPE);
        this.path = path;
        this.entries = entries;
    }

    @Override
    public Object next() {
        return entries.advance() ? new PyDirEntry(path, entries) : null;
    }

    void close() {
        entries.close();
    }
}
