package org.jabiru.modules.posix;

import org.jabiru.builtins.object.EndsInOrder;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;

/** What {@code os.scandir} returns: an iterator and context manager. */
final class PyScandirIterator extends PyObject implements JavaIterator, EndsInOrder {
    private final PathArgument path;
    private final DirectoryStream entries;
    private final Finalizers queue = Finalizers.get();

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

    boolean isOpen() {
        return entries.isOpen();
    }

    /** An iterator that was dropped is closed; see {@code PyFinalizable}. */
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        if (isOpen()) {
            queue.add(this);
        }
    }

    @Override
    public int finalizationRank() {
        return 3;
    }
}
