package org.jabiru.builtins.foreign;

import static org.jabiru.builtins.foreign.Messages.INTEROP;

import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** Maps of other languages: Java's {@code java.util.Map}. */
@BuiltinType(value = "polyglot.ForeignDict", doc = "A map of Java or of another language.")
public final class ForeignDictType {
    public static final PyType TYPE = make();

    private ForeignDictType() {}

    private static PyType make() {
        PyType type =
                PyType.builtin(
                        "polyglot.ForeignDict",
                        ForeignObjectType.TYPE,
                        ForeignDictTypeTable::new,
                        null);
        type.collectionFlag = PyType.MAPPING;
        return type;
    }

    @Builtin("__len__(self, /)")
    static Object len(PyForeign self) {
        return Messages.send(() -> INTEROP.getHashSize(self.value));
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyForeign self, Object key) {
        return INTEROP.isHashEntryExisting(self.value, Conversions.toForeign(key));
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyForeign self, Object key) {
        Object k = required(self, key);
        return Messages.send(() -> INTEROP.readHashValue(self.value, k));
    }

    private static Object required(PyForeign self, Object key) {
        if (!contains(self, key)) {
            throw Errors.keyError(key);
        }
        return Conversions.toForeign(key);
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyForeign self, Object key, Object value) {
        Object k = Conversions.toForeign(key);
        Object v = Conversions.toForeign(value);
        Messages.send(() -> {
            INTEROP.writeHashEntry(self.value, k, v);
            return Singleton.NONE;
        });
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyForeign self, Object key) {
        Object k = required(self, key);
        Messages.send(() -> {
            INTEROP.removeHashEntry(self.value, k);
            return Singleton.NONE;
        });
    }

    @Builtin("get(self, key, default=None, /)")
    static Object get(PyForeign self, Object key, Object fallback) {
        return contains(self, key) ? getItem(self, key) : fallback;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyForeign self) {
        return Messages.send(() -> INTEROP.getHashKeysIterator(self.value));
    }

    @Builtin(value = "keys(self, /)", doc = "The keys, in a new list.")
    static Object keys(PyForeign self) {
        return new PyList(Iteration.toArray(iter(self)));
    }

    @Builtin(value = "values(self, /)", doc = "The values, in a new list.")
    static Object values(PyForeign self) {
        return new PyList(
                Iteration.toArray(Messages.send(() -> INTEROP.getHashValuesIterator(self.value))));
    }

    @Builtin(value = "items(self, /)", doc = "The pairs of key and value, in a new list.")
    static Object items(PyForeign self) {
        PyList out = new PyList();
        Object entries = Messages.send(() -> INTEROP.getHashEntriesIterator(self.value));
        for (Object e = Iteration.next(entries); e != null; e = Iteration.next(entries)) {
            out.append(PyTuple.of(Sequences.getItem(e, 0L), Sequences.getItem(e, 1L)));
        }
        return out;
    }
}
