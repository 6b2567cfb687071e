package org.jabiru.modules.io;

import org.jabiru.object.PyType;

/** A BufferedRWPair: a reader and a writer that are not tied to each other. */
public final class PyBufferedPair extends PyIOBase {
    Object reader;
    Object writer;

    public PyBufferedPair(PyType type) {
        super(type);
    }

    @Override
    public int finalizationRank() {
        return 2;
    }
}
