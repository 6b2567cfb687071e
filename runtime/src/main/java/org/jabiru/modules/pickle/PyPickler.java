package org.jabiru.modules.pickle;

import java.util.IdentityHashMap;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code _pickle.Pickler}. */
final class PyPickler extends PyObject {
    /** The file's method; null before {@code __init__}, and for {@code dumps}. */
    Object write;

    boolean initialised;
    boolean busy;
    int protocol;
    boolean bin;
    boolean fast;
    boolean fixImports;

    /** A callable, or null. */
    Object bufferCallback;

    /** What was written already, with its number. */
    IdentityHashMap<Object, Integer> memo = new IdentityHashMap<>();

    /** Whether nothing was written yet: CPython has a buffer from the beginning until then. */
    boolean fresh = true;

    PyPickler(PyType type) {
        super(type);
    }

    /** What {@code __sizeof__} reports: as CPython's, with its table of what was written. */
    long sizeInBytes() {
        long places = 8;
        for (int used = 1; used <= memo.size(); used++) {
            if (used * 3L >= places * 2) {
                for (places = 8; places < (used > 50_000 ? 2L : 4L) * used; ) {
                    places *= 2;
                }
            }
        }
        long buffer = fresh ? 33 + 4096 : 0;
        return TypeLayout.basicSize(type()) + 32 + 16 * places + buffer;
    }
}
