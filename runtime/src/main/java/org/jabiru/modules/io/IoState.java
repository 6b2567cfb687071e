package org.jabiru.modules.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.object.PyType;

/** What {@code _io} keeps for one interpreter. */
public final class IoState {
    /** {@code io.UnsupportedOperation}. */
    final PyType unsupportedOperation;

    /**
     * Streams that hold data which is not written yet, for the end of the interpreter. One that was
     * dropped before is closed by its finalizer.
     */
    private final Set<PyIOBase> unwritten = Collections.newSetFromMap(new WeakHashMap<>());

    private IoState() {
        unsupportedOperation =
                NewException.of(
                        "io",
                        "UnsupportedOperation",
                        ExceptionTypes.OSError,
                        ExceptionTypes.ValueError);
    }

    static IoState get() {
        return PythonContext.get().state(IoState.class, IoState::new);
    }

    void hasUnwritten(PyIOBase stream) {
        unwritten.add(stream);
    }

    void isWritten(PyIOBase stream) {
        unwritten.remove(stream);
    }

    /** The streams with unwritten data, text streams first. */
    List<PyIOBase> unwritten() {
        List<PyIOBase> out = new ArrayList<>();
        for (PyIOBase s : unwritten) {
            if (s instanceof PyTextIOWrapper) {
                out.addFirst(s);
            } else {
                out.add(s);
            }
        }
        return out;
    }
}
