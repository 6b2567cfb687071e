package org.jabiru.modules.testinternalcapi;

import java.util.List;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** What {@code hamt.items()} and its relatives give: an iterator that knows how many there were. */
@BuiltinType("items")
public final class HamtIterator extends PyObject implements JavaIterator {
    static final PyType TYPE = PyType.builtin("items", HamtIteratorTable::new, null).sealed();

    private final List<Object> all;
    private int next;

    HamtIterator(List<Object> all) {
        super(TYPE);
        this.all = all;
    }

    @Override
    public Object next() {
        return next == all.size() ? null : all.get(next++);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(HamtIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(HamtIterator self) {
        return IteratorMethods.next(self);
    }

    @Builtin("__len__(self, /)")
    static long len(HamtIterator self) {
        return self.all.size();
    }
}
