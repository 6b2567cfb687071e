package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** {@code itertools.islice}: a slice of an iterator. */
@BuiltinType("islice")
public final class Slice extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.islice", SliceTable::new, Slice::new).madeAtRunTime();

    /** Null when exhausted. */
    private Object iterator;

    /** The index of the next item to give, and of the next one to read. */
    private long next;

    private long count;

    /** Where to stop; -1 for never. */
    private long stop;

    private long step;

    private Slice(PyType type) {
        super(type);
    }

    @Builtin(
            value =
                    "__new__(cls, iterable, start, stop=<unrepresentable>,"
                            + " step=<unrepresentable>, /)",
            kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, Object start, Object stop, Object step) {
        Slice self = new Slice(cls);
        if (stop == null) {
            self.stop = bound(start, -1, STOP);
        } else {
            self.next = bound(start, 0, INDICES);
            self.stop = bound(stop, -1, STOP);
        }
        self.step = step == null ? 1 : bound(step, 1, STEP);
        if (self.step < 1) {
            throw Errors.valueError(STEP);
        }
        self.iterator = Iteration.iter(iterable);
        return self;
    }

    private static final String INDICES =
            "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    private static final String STOP =
            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    private static final String STEP = "Step for islice() must be a positive integer or None.";

    private static long bound(Object value, long none, String message) {
        if (value == Singleton.NONE) {
            return none;
        }
        if (!Numbers.isIndex(value) || !(Numbers.index(value) instanceof Long l) || l < 0) {
            throw Errors.valueError(message);
        }
        return l;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (iterator == null) {
            return null;
        }
        long wanted = stop >= 0 ? Math.min(next, stop) : next;
        while (count < wanted) {
            if (Iteration.next(iterator) == null) {
                iterator = null;
                return null;
            }
            count++;
        }
        if (stop >= 0 && count >= stop) {
            iterator = null;
            return null;
        }
        Object item = Iteration.next(iterator);
        if (item == null) {
            iterator = null;
            return null;
        }
        count++;
        next = next > Long.MAX_VALUE - step ? Long.MAX_VALUE : next + step;
        if (stop >= 0) {
            next = Math.min(next, stop);
        }
        return item;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Slice self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Slice self) {
        return IteratorMethods.next(self);
    }
}
