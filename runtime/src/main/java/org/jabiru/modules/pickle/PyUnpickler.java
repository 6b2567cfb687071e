package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** A {@code _pickle.Unpickler}. */
final class PyUnpickler extends PyObject {
    private static final int DENSE = 1 << 16;

    /** The file's methods; null before {@code __init__}. */
    Object read;

    Object readline;
    boolean busy;
    int protocol;
    boolean fixImports;
    TruffleString encoding = Str.name("ASCII");
    TruffleString errors = Str.name("strict");

    /** An iterator of out-of-band buffers, or null. */
    Object buffers;

    private Object[] dense = new Object[32];

    /** Objects under numbers that leave gaps. */
    private TreeMap<Long, Object> sparse = new TreeMap<>();

    private int memoSize;

    /** Room for the marks of the deepest pickle that was loaded. */
    int marks;

    /** How long the last line of a pickle was, with its end. */
    int lastLine;

    PyUnpickler(PyType type) {
        super(type);
    }

    void clearMemo() {
        dense = new Object[32];
        sparse = new TreeMap<>();
        memoSize = 0;
    }

    int memoSize() {
        return memoSize;
    }

    /** What was remembered under a number, or null. */
    Object remembered(long index) {
        return index >= 0 && index < dense.length ? dense[(int) index] : sparse.get(index);
    }

    void remember(long index, Object o) {
        if (index >= dense.length && index < Math.max(DENSE, 2L * memoSize + 2)) {
            int size = (int) (2 * index);
            dense = Arrays.copyOf(dense, size);
            while (!sparse.isEmpty() && sparse.firstKey() < size) {
                var entry = sparse.pollFirstEntry();
                dense[entry.getKey().intValue()] = entry.getValue();
            }
        }
        Object before;
        if (index < dense.length) {
            before = dense[(int) index];
            dense[(int) index] = o;
        } else {
            before = sparse.put(index, o);
        }
        memoSize += before == null ? 1 : 0;
    }

    /** What {@code __sizeof__} reports: as CPython's. */
    long sizeInBytes() {
        long texts = Str.length(encoding) + Str.length(errors) + 2L;
        long memo = 8L * (dense.length + sparse.size());
        long line = lastLine == 0 ? 0 : lastLine + 1L;
        return TypeLayout.basicSize(type()) + memo + 8L * marks + texts + line;
    }

    /** Visits the memo in order. */
    void forEachRemembered(BiConsumer<Long, Object> visitor) {
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] != null) {
                visitor.accept((long) i, dense[i]);
            }
        }
        sparse.forEach(visitor);
    }
}
