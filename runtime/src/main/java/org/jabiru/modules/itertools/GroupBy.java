package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;

/** {@code itertools.groupby}: runs of items with equal keys. */
@BuiltinType("groupby")
public final class GroupBy extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.groupby", GroupByTable::new, GroupBy::new).madeAtRunTime();

    private Object iterator;
    private Object keyFunction;

    /**
     * The key of the group that was given last, and the one whose items are read; null for none.
     */
    private Object targetKey;

    private Object currentKey;
    private Object currentValue;

    /** The group that was given last: older ones are exhausted. */
    private Grouper group;

    private GroupBy(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, iterable, key=None)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, Object key) {
        GroupBy self = new GroupBy(cls);
        self.iterator = Iteration.iter(iterable);
        self.keyFunction = key;
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        group = null;
        while (true) {
            if (currentKey != null) {
                if (targetKey == null) {
                    break;
                }
                if (!Comparison.sameOrEqual(targetKey, currentKey)) {
                    break;
                }
            }
            if (!step()) {
                return null;
            }
        }
        targetKey = currentKey;
        group = new Grouper(this, targetKey);
        return new PyTuple(currentKey, group);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(GroupBy self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(GroupBy self) {
        return IteratorMethods.next(self);
    }

    /** Reads an item; false at the end. */
    private boolean step() {
        Object item = Iteration.next(iterator);
        if (item == null) {
            return false;
        }
        Object key = keyFunction == Singleton.NONE ? item : Call.call(keyFunction, item);
        currentValue = item;
        currentKey = key;
        return true;
    }

    /** The next item of a group, or null. */
    Object nextOf(Grouper asking, Object key) {
        if (group != asking) {
            return null;
        }
        if (currentValue == null && !step()) {
            return null;
        }
        if (!Comparison.sameOrEqual(key, currentKey)) {
            return null;
        }
        Object item = currentValue;
        currentValue = null;
        return item;
    }

    void setGroup(Grouper made) {
        group = made;
    }
}
