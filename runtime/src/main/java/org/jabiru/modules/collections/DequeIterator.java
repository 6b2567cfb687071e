package org.jabiru.modules.collections;

import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The iterator over a deque. */
@BuiltinType(value = "_deque_iterator", signature = "none")
public final class DequeIterator extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("collections._deque_iterator", DequeIteratorTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    private final PyDeque deque;
    private final int changes;
    private int index;

    DequeIterator(PyDeque deque, int index) {
        super(TYPE);
        this.deque = deque;
        this.changes = deque.changes;
        this.index = Math.min(Math.max(index, 0), deque.size());
    }

    @Override
    public Object next() {
        if (changes != deque.changes) {
            index = deque.size();
            throw DequeType.mutated();
        }
        if (index >= deque.size()) {
            return null;
        }
        Object item = deque.get(index);
        index++;
        return item;
    }

    @Builtin(value = "__new__(cls, deque, index=0, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, PyDeque deque, int index) {
        return new DequeIterator(deque, index);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(DequeIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(DequeIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static int lengthHint(DequeIterator self) {
        return Math.max(0, self.deque.size() - self.index);
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(DequeIterator self) {
        return new PyTuple(TYPE, new PyTuple(self.deque, (long) self.index));
    }
}
