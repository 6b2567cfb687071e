package org.jabiru.modules.thread;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.WeakHashMap;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** A {@code _thread._local}: an object with other attributes in each thread. */
public final class PyLocal extends PyObject {
    private final WeakHashMap<Thread, PyDict> dicts = new WeakHashMap<>();
    private final Object[] args;
    private final TruffleString[] keywords;

    PyLocal(PyType type, Object[] args, TruffleString[] keywords) {
        super(type);
        this.args = args;
        this.keywords = keywords;
        dicts.put(Thread.currentThread(), new PyDict());
        PythonThreads.get().locals.add(this);
    }

    /** A thread has ended. */
    void forget(Thread thread) {
        dicts.remove(thread);
    }

    /** The current thread's attributes; a thread's first look runs {@code __init__}. */
    PyDict dict() {
        PyDict known = dicts.get(Thread.currentThread());
        if (known != null) {
            return known;
        }
        PyDict made = new PyDict();
        dicts.put(Thread.currentThread(), made);
        if (args.length > 0 || type().isHeapType()) {
            Call.call(Attributes.get(this, "__init__"), args, keywords);
        }
        return made;
    }
}
