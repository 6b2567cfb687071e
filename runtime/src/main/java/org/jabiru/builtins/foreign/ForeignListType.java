package org.jabiru.builtins.foreign;

import static org.jabiru.builtins.foreign.Messages.INTEROP;

import org.jabiru.builtins.iterator.PySequenceIterator;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** Arrays and lists of other languages: Java's arrays and {@code java.util.List}. */
@BuiltinType(
        value = "polyglot.ForeignList",
        doc = "An array or list of Java or of another language.")
public final class ForeignListType {
    public static final PyType TYPE = make();

    private ForeignListType() {}

    private static PyType make() {
        PyType type =
                PyType.builtin(
                        "polyglot.ForeignList",
                        ForeignObjectType.TYPE,
                        ForeignListTypeTable::new,
                        null);
        type.collectionFlag = PyType.SEQUENCE;
        return type;
    }

    private static long size(PyForeign self) {
        return (Long) Messages.send(() -> INTEROP.getArraySize(self.value));
    }

    private static Object read(PyForeign self, long index) {
        return Messages.send(() -> INTEROP.readArrayElement(self.value, index));
    }

    /** From the end when it is negative; IndexError outside. */
    private static long index(PyForeign self, Object key) {
        long size = size(self);
        long index = Args.toLong(key);
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw Errors.indexError("foreign list index out of range");
        }
        return at;
    }

    @Builtin("__len__(self, /)")
    static long len(PyForeign self) {
        return size(self);
    }

    @Builtin("__getitem__(self, index, /)")
    static Object getItem(PyForeign self, Object index) {
        if (!(index instanceof PySlice slice)) {
            return read(self, index(self, index));
        }
        PySlice.Indices indices = slice.indices(size(self));
        Object[] items = new Object[indices.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = read(self, indices.at(i));
        }
        return new PyList(items);
    }

    @Builtin("__setitem__(self, index, value, /)")
    static void setItem(PyForeign self, Object index, Object value) {
        if (index instanceof PySlice) {
            throw Errors.typeError("foreign lists do not support assignment to slices");
        }
        write(self, index(self, index), value);
    }

    private static void write(PyForeign self, long index, Object value) {
        Messages.send(() -> {
            INTEROP.writeArrayElement(self.value, index, Conversions.toForeign(value));
            return Singleton.NONE;
        });
    }

    @Builtin("__delitem__(self, index, /)")
    static void deleteItem(PyForeign self, Object index) {
        if (index instanceof PySlice) {
            throw Errors.typeError("foreign lists do not support deletion of slices");
        }
        long at = index(self, index);
        Messages.send(() -> {
            INTEROP.removeArrayElement(self.value, at);
            return Singleton.NONE;
        });
    }

    @Builtin("append(self, item, /)")
    static void append(PyForeign self, Object item) {
        write(self, size(self), item);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyForeign self) {
        return INTEROP.hasIterator(self.value)
                ? ForeignIterableType.iterator(self.value)
                : new PySequenceIterator(self);
    }

    @Builtin("__contains__(self, item, /)")
    static boolean contains(PyForeign self, Object item) {
        return Containment.contains(item, iter(self));
    }

    /** Lists of equal items are equal, those of Python included. */
    @Builtin("__eq__(self, value, /)")
    static Object eq(PyForeign self, Object other) {
        if (other instanceof PyForeign f && f.type() != TYPE) {
            return false;
        }
        if (!(other instanceof PyList) && !(other instanceof PyForeign)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        long size = size(self);
        if (size != Sequences.length(other)) {
            return false;
        }
        Object theirs = Iteration.iter(other);
        JavaIterator mine = (JavaIterator) iter(self);
        for (Object x = mine.next(); x != null; x = mine.next()) {
            Object y = Iteration.next(theirs);
            if (y == null || !Comparison.sameOrEqual(x, y)) {
                return false;
            }
        }
        return true;
    }

    @Builtin("__hash__(self, /)")
    static Object hash(PyForeign self) {
        return ForeignObjectType.hash(self);
    }
}
