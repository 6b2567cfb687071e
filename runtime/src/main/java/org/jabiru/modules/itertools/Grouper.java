package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** The items of one group of {@code itertools.groupby}. */
@BuiltinType(value = "_grouper", signature = "none")
public final class Grouper extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools._grouper", GrouperTable::new, null).sealed().madeAtRunTime();

    private final GroupBy parent;
    private final Object key;

    Grouper(GroupBy parent, Object key) {
        super(TYPE);
        this.parent = parent;
        this.key = key;
    }

    @Builtin(value = "__new__(cls, parent, tgtkey, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, GroupBy parent, Object key) {
        Grouper made = new Grouper(parent, key);
        parent.setGroup(made);
        return made;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        return parent.nextOf(this, key);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Grouper self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Grouper self) {
        return IteratorMethods.next(self);
    }
}
