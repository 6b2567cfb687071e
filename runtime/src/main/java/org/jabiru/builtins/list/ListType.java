package org.jabiru.builtins.list;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;
import org.jabiru.protocol.SequenceIndex;

/** The methods of list. */
@BuiltinType(
        value = "list",
        signature = "(iterable=(), /)",
        doc = "A mutable sequence; the items of the iterable, if one is given.")
public final class ListType {
    public static final PyType TYPE =
            PyType.builtin("list", ListTypeTable::new, PyList::new).sequence();

    private ListType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, Object keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyList self, Object[] args, PyDict keywords) {
        if (keywords.size() > 0 && self.type().special().make == TYPE.special().make) {
            throw Errors.typeError("list() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw Errors.typeError("list expected at most 1 argument, got %d", args.length);
        }
        self.clear();
        if (args.length == 1) {
            ListItems.extend(self, args[0]);
        }
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyList self) {
        if (self.size() == 0) {
            return Str.name("[]");
        }
        try (ReprGuard guard = ReprGuard.enterOrNull(self)) {
            if (guard == null) {
                return Str.name("[...]");
            }
            StrBuilder out = new StrBuilder().literal("[");
            for (int i = 0; i < self.size(); i++) {
                if (i > 0) {
                    out.literal(", ");
                }
                out.append(Repr.repr(self.get(i)));
            }
            return out.literal("]").toStr();
        }
    }

    // ---- comparison ----

    private static Object compare(Op op, PyList a, Object other) {
        if (!(other instanceof PyList b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (a.size() != b.size() && (op == Op.EQ || op == Op.NE)) {
            return op == Op.NE;
        }
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            Object x = a.get(i);
            Object y = b.get(i);
            if (!Comparison.sameOrEqual(x, y) && i < a.size() && i < b.size()) {
                return switch (op) {
                    case EQ -> false;
                    case NE -> true;
                    default -> Comparison.compare(op, x, y);
                };
            }
        }
        return op.holds(Integer.compare(a.size(), b.size()));
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyList self, Object value) {
        return compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyList self, Object value) {
        return compare(Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyList self, Object value) {
        return compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyList self, Object value) {
        return compare(Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyList self, Object value) {
        return compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyList self, Object value) {
        return compare(Op.GE, self, value);
    }

    // ---- sequence ----

    @Builtin(value = "__len__(self, /)", inline = true)
    static int len(PyList self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyList self) {
        return new PyListIterator(self);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the end to the beginning.")
    static Object reversed(PyList self) {
        return new PyListReverseIterator(self);
    }

    @Builtin(value = "__getitem__(self, index, /)", doc = "Return self[key].")
    static Object getItem(PyList self, Object index) {
        if (index instanceof PySlice s) {
            return ListItems.slice(self, s.indices(self.size()));
        }
        int size = self.size();
        return self.get(SequenceIndex.of(index, size, "list", "list index out of range"));
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyList self, Object key, Object value) {
        if (key instanceof PySlice s) {
            ListItems.assign(self, s, value);
        } else {
            self.set(indexForAssignment(self, key), value);
        }
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyList self, Object key) {
        if (key instanceof PySlice s) {
            ListItems.delete(self, s.indices(self.size()));
        } else {
            self.removeAt(indexForAssignment(self, key));
        }
    }

    private static int indexForAssignment(PyList self, Object key) {
        return SequenceIndex.of(key, self.size(), "list", "list assignment index out of range");
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyList self, Object key) {
        return ListItems.find(self, key, 0, Integer.MAX_VALUE) >= 0;
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyList self, Object value) {
        if (!(value instanceof PyList other)) {
            throw Errors.typeError(
                    "can only concatenate list (not \"%s\") to list", Types.of(value).name());
        }
        Object[] out = new Object[Math.addExact(self.size(), other.size())];
        System.arraycopy(self.backing(), 0, out, 0, self.size());
        System.arraycopy(other.backing(), 0, out, self.size(), other.size());
        return new PyList(out);
    }

    @Builtin("__iadd__(self, value, /)")
    static Object addInPlace(PyList self, Object value) {
        ListItems.extend(self, value);
        return self;
    }

    @Builtin("__mul__(self, value, /)")
    static Object multiply(PyList self, Object value) {
        long times = SequenceIndex.repeatCount(value);
        return new PyList(SequenceIndex.repeat(self.backing(), self.size(), times));
    }

    @Builtin("__rmul__(self, value, /)")
    static Object multiplyReflected(PyList self, Object value) {
        return multiply(self, value);
    }

    @Builtin("__imul__(self, value, /)")
    static Object multiplyInPlace(PyList self, Object value) {
        long times = SequenceIndex.repeatCount(value);
        Object[] out = SequenceIndex.repeat(self.backing(), self.size(), times);
        self.setBacking(out, out.length);
        return self;
    }

    // ---- methods ----

    @Builtin(value = "append(self, object, /)", doc = "Adds an item at the end.", inline = true)
    static void append(PyList self, Object item) {
        self.append(item);
    }

    @Builtin(value = "clear(self, /)", doc = "Removes everything.")
    static void clear(PyList self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "A shallow copy.")
    static Object copy(PyList self) {
        return new PyList(self.toArray());
    }

    @Builtin(value = "count(self, value, /)", doc = "How many items equal the value.")
    static int count(PyList self, Object value) {
        int n = 0;
        for (int i = 0; i < self.size(); i++) {
            if (Comparison.sameOrEqual(self.get(i), value)) {
                n++;
            }
        }
        return n;
    }

    @Builtin(value = "extend(self, iterable, /)", doc = "Adds all items of an iterable at the end.")
    static void extend(PyList self, Object iterable) {
        ListItems.extend(self, iterable);
    }

    @Builtin(
            value = "index(self, value, start=0, stop=sys.maxsize, /)",
            doc = "Where the value is found first; ValueError when it is not.")
    static int index(PyList self, Object value, Object start, Object stop) {
        int from = SequenceIndex.searchBound(start, self.size());
        int to = SequenceIndex.searchBound(stop, self.size());
        int found = ListItems.find(self, value, from, to);
        if (found < 0) {
            throw Errors.valueError("list.index(x): x not in list");
        }
        return found;
    }

    @Builtin(
            value = "insert(self, index, object, /)",
            doc = "Puts an item before the one at an index.")
    static void insert(PyList self, long index, Object item) {
        int size = self.size();
        long i = index < 0 ? Math.max(index + size, 0) : Math.min(index, size);
        self.insert((int) i, item);
    }

    @Builtin(value = "pop(self, index=-1, /)", doc = "Takes an item out and returns it.")
    static Object pop(PyList self, long index) {
        int size = self.size();
        if (size == 0) {
            throw Errors.indexError("pop from empty list");
        }
        long i = index < 0 ? index + size : index;
        if (i < 0 || i >= size) {
            throw Errors.indexError("pop index out of range");
        }
        return self.removeAt((int) i);
    }

    @Builtin(
            value = "remove(self, value, /)",
            doc = "Takes the first item that equals the value out.")
    static void remove(PyList self, Object value) {
        int found = ListItems.find(self, value, 0, Integer.MAX_VALUE);
        if (found < 0) {
            throw Errors.valueError("list.remove(x): x not in list");
        }
        if (found < self.size()) {
            self.removeAt(found);
        }
    }

    @Builtin(value = "reverse(self, /)", doc = "Turns the order around, in place.")
    static void reverse(PyList self) {
        ListItems.reverse(self.backing(), 0, self.size());
        self.changed(0, self.size());
    }

    @Builtin(
            value = "sort(self, /, *, key=None, reverse=False)",
            doc = "Sorts in place; items that compare equal stay in their order.")
    static void sort(PyList self, Object key, boolean reverse) {
        ListSort.sort(self, key == Singleton.NONE ? null : key, reverse);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "The memory it takes, in bytes.")
    static long sizeOf(PyList self) {
        return TypeLayout.basicSize(self.type()) + 8L * self.backing().length;
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
