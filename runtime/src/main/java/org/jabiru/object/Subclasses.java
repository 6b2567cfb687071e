package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jabiru.PythonContext;

/** The direct subclasses of a type, as long as they live; those of a builtin type are anyone's. */
final class Subclasses {
    private final List<WeakReference<PyType>> list = new ArrayList<>();

    @TruffleBoundary
    synchronized void add(PyType subclass) {
        list.removeIf(w -> w.get() == null);
        list.add(new WeakReference<>(subclass));
    }

    @TruffleBoundary
    synchronized void remove(PyType subclass) {
        list.removeIf(w -> w.get() == null || w.get() == subclass);
    }

    @TruffleBoundary
    synchronized List<PyType> all() {
        if (list.isEmpty()) {
            return Collections.emptyList();
        }
        List<PyType> out = new ArrayList<>();
        for (WeakReference<PyType> w : list) {
            PyType t = w.get();
            if (t != null) {
                out.add(t);
            }
        }
        return out;
    }

    /** Builtin ones, and those of the current interpreter. */
    @TruffleBoundary
    List<PyType> ofThisInterpreter() {
        List<PyType> out = all();
        if (!out.isEmpty()) {
            PythonContext here = PythonContext.getOrNull();
            out.removeIf(t -> t.interpreter != null && t.interpreter != here);
        }
        return out;
    }
}
