package org.jabiru.modules.pickle;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.protocol.Iteration;

/** Items one after the other; null at the end. */
interface Items {
    Object next();

    /** The items of an iterator. */
    record OfIterator(Object iterator) implements Items {
        @Override
        public Object next() {
            return Iteration.next(iterator);
        }
    }

    /** The items of a list, which may change meanwhile. */
    final class OfList implements Items {
        private final PyList list;
        private int position;

        OfList(PyList list) {
            this.list = list;
        }

        @Override
        public Object next() {
            return position < list.size() ? list.get(position++) : null;
        }
    }

    /** The entries of a dict as pairs; RuntimeError when its size changes. */
    final class OfDict implements Items {
        private final PyDict dict;
        private final int size;
        private int position;
        private boolean started;

        OfDict(PyDict dict) {
            this.dict = dict;
            this.size = dict.size();
        }

        @Override
        public Object next() {
            if (dict.size() != size) {
                throw Errors.runtimeError("dictionary changed size during iteration");
            }
            position = started ? position < 0 ? -1 : dict.next(position) : dict.first();
            started = true;
            return position < 0 ? null : new PyTuple(dict.keyAt(position), dict.valueAt(position));
        }
    }
}
