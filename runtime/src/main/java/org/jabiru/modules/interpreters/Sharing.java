package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.bytes.BytesType;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Nesting;

/** Which objects can go to other interpreters, and as what. */
final class Sharing {
    /** A class of Python's whose instances can, as long as the class lives. */
    private static final class Classes {
        final Map<PyType, Function<Object, SharedData>> byType = new WeakHashMap<>();
    }

    private Sharing() {}

    private static Map<PyType, Function<Object, SharedData>> classes() {
        return PythonContext.get().state(Classes.class, Classes::new).byType;
    }

    /** Lets instances of a class go to other interpreters. */
    static void register(PyType type, Function<Object, SharedData> way) {
        classes().put(type, way);
    }

    static void unregister(PyType type) {
        classes().remove(type);
    }

    /** Whether objects of the object's type can be shared without pickling. */
    static boolean isShareable(Object o) {
        return isValue(o)
                || o instanceof BigInteger
                || o instanceof PyBytes b && b.type() == BytesType.TYPE
                || o instanceof PyTuple t && t.type() == TupleType.TYPE
                || o instanceof PyMemoryView
                || o instanceof PyChannelId
                || o instanceof PyObject p && classes().containsKey(p.type());
    }

    /** Whether it is immutable, and all interpreters may have the same. */
    private static boolean isValue(Object o) {
        return o == Singleton.NONE
                || o instanceof Long
                || o instanceof Boolean
                || o instanceof Double
                || o instanceof TruffleString;
    }

    /** An object as such; NotShareableError for one that is not shareable. */
    static SharedData only(Object o) {
        return of(o, false);
    }

    /** An object as such, a function as its code, and everything else pickled. */
    static SharedData orPickled(Object o) {
        return of(o, true);
    }

    private static SharedData of(Object o, boolean fallback) {
        try {
            return asSuch(o, fallback);
        } catch (PyException e) {
            if (!fallback) {
                throw e;
            }
            if (o instanceof PyFunction f) {
                try {
                    return SharedCode.ofFunction(f);
                } catch (PyException ignored) {
                    // It may be one that can be found by its name.
                }
            }
            try {
                return SharedPickle.of(o);
            } catch (PyException ignored) {
                throw e;
            }
        }
    }

    private static SharedData asSuch(Object o, boolean fallback) {
        if (isValue(o)) {
            return () -> o;
        }
        if (!isShareable(o)) {
            throw InterpreterErrors.notShareable(o, null);
        }
        try {
            if (o instanceof BigInteger) {
                throw Errors.overflowError("try sending as bytes");
            } else if (o instanceof PyBytes b && b.type() == BytesType.TYPE) {
                byte[] value = b.value;
                return () -> new PyBytes(value);
            } else if (o instanceof PyTuple t && t.type() == TupleType.TYPE) {
                return tuple(t.items, fallback);
            } else if (o instanceof PyMemoryView v) {
                return SharedBuffer.of(v);
            } else if (o instanceof PyChannelId id) {
                return ChannelsModule.shared(id);
            }
            return classes().get(((PyObject) o).type()).apply(o);
        } catch (PyException e) {
            throw InterpreterErrors.notShareable(o, e.exception());
        }
    }

    private static SharedData tuple(Object[] items, boolean fallback) {
        SharedData[] shared = new SharedData[items.length];
        ThreadState thread = Nesting.enter(" while sharing a tuple");
        try {
            for (int i = 0; i < items.length; i++) {
                shared[i] = of(items[i], fallback);
            }
        } finally {
            thread.nesting--;
        }
        return new SharedTuple(shared);
    }

    private record SharedTuple(SharedData[] items) implements SharedData {
        @Override
        public Object newObject() {
            Object[] made = new Object[items.length];
            for (int i = 0; i < items.length; i++) {
                made[i] = items[i].newObject();
            }
            return PyTuple.of(made);
        }

        @Override
        public void release() {
            for (SharedData item : items) {
                item.release();
            }
        }
    }
}
