package org.jabiru.builtins.iterator;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** The methods of reversed. */
@BuiltinType(value = "reversed", doc = "The items of a sequence from the last to the first.")
public final class ReversedType {
    public static final PyType TYPE =
            PyType.builtin(
                    "reversed",
                    ReversedTypeTable::new,
                    type -> new PyReversed(type, PyTuple.EMPTY, 0));

    private ReversedType() {}

    @Builtin(value = "__new__(cls, sequence, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object sequence) {
        Object method = Types.of(sequence).lookup("__reversed__");
        if (method == Singleton.NONE) {
            throw notReversible(sequence);
        }
        if (method != null) {
            return Call.callUnbound(method, sequence, new Object[0], null);
        }
        if (!Sequences.isSequence(sequence)) {
            throw notReversible(sequence);
        }
        return new PyReversed(cls, sequence, Sequences.length(sequence));
    }

    private static RuntimeException notReversible(Object o) {
        return Errors.typeError("'%s' object is not reversible", Types.of(o).name());
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyReversed self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyReversed self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static Object lengthHint(PyReversed self) {
        if (self.sequence == null) {
            return 0L;
        }
        long size = Sequences.length(self.sequence);
        return size < self.index + 1 ? 0L : self.index + 1;
    }

    @Builtin(value = "__reduce__(self, /)", doc = IteratorMethods.REDUCE_DOC)
    static Object reduce(PyReversed self) {
        return self.sequence == null || self.index < 0
                ? new PyTuple(Types.of(self), new PyTuple(PyTuple.EMPTY))
                : new PyTuple(Types.of(self), new PyTuple(self.sequence), self.index);
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = IteratorMethods.SETSTATE_DOC)
    static void setState(PyReversed self, Object state) {
        long index = Numbers.indexForItem(state);
        if (self.sequence != null) {
            long size = Sequences.length(self.sequence);
            self.index = Math.min(Math.max(index, -1), size - 1);
        }
    }
}
