package org.jabiru.builtins.tuple;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.list.ListItems;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.slice.PySlice;
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
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;
import org.jabiru.protocol.SequenceIndex;

/** The methods of tuple. */
@BuiltinType(
        value = "tuple",
        doc = "An immutable sequence; the items of the iterable, if one is given.")
public final class TupleType {
    public static final PyType TYPE =
            PyType.builtin("tuple", TupleTypeTable::new, type -> new PyTuple(type, new Object[0]))
                    .sequence();

    private TupleType() {}

    @Builtin(value = "__new__(cls, iterable=(), /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable) {
        if (cls == TYPE) {
            return iterable instanceof PyTuple t && t.type() == TYPE
                    ? t
                    : PyTuple.of(Iteration.toArray(iterable));
        }
        return Finalizers.watched(new PyTuple(cls, Iteration.toArray(iterable)));
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyTuple self) {
        if (self.size() == 0) {
            return Str.name("()");
        }
        try (ReprGuard guard = ReprGuard.enterOrNull(self)) {
            if (guard == null) {
                return Str.name("(...)");
            }
            StrBuilder out = new StrBuilder().literal("(");
            for (int i = 0; i < self.size(); i++) {
                if (i > 0) {
                    out.literal(", ");
                }
                out.append(Repr.repr(self.get(i)));
            }
            return out.literal(self.size() == 1 ? ",)" : ")").toStr();
        }
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyTuple self) {
        return self.itemsHash();
    }

    private static Object compare(Op op, PyTuple self, Object other) {
        return other instanceof PyTuple t
                ? TupleComparison.compare(op, self.items, t.items)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyTuple self, Object value) {
        return compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyTuple self, Object value) {
        return compare(Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyTuple self, Object value) {
        return compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyTuple self, Object value) {
        return compare(Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyTuple self, Object value) {
        return compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyTuple self, Object value) {
        return compare(Op.GE, self, value);
    }

    @Builtin(value = "__len__(self, /)", inline = true)
    static int len(PyTuple self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyTuple self) {
        return new PyTupleIterator(self);
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyTuple self, Object key) {
        if (key instanceof PySlice s) {
            PySlice.Indices part = s.indices(self.size());
            if (part.count() == self.size() && part.step() == 1 && self.type() == TYPE) {
                return self;
            }
            return PyTuple.of(ListItems.slice(self.items, part));
        }
        int size = self.size();
        return self.get(SequenceIndex.of(key, size, "tuple", "tuple index out of range"));
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyTuple self, Object key) {
        return find(self, key, 0, self.size()) >= 0;
    }

    private static int find(PyTuple self, Object value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Comparison.sameOrEqual(self.items[i], value)) {
                return i;
            }
        }
        return -1;
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyTuple self, Object value) {
        if (!(value instanceof PyTuple other)) {
            throw Errors.typeError(
                    "can only concatenate tuple (not \"%s\") to tuple", Types.of(value).name());
        }
        if (self.size() == 0 && other.type() == TYPE) {
            return other;
        }
        if (other.size() == 0 && self.type() == TYPE) {
            return self;
        }
        Object[] out = new Object[self.size() + other.size()];
        System.arraycopy(self.items, 0, out, 0, self.size());
        System.arraycopy(other.items, 0, out, self.size(), other.size());
        return PyTuple.of(out);
    }

    @Builtin("__mul__(self, value, /)")
    static Object multiply(PyTuple self, Object value) {
        long times = SequenceIndex.repeatCount(value);
        if (self.type() == TYPE && (times == 1 || self.size() == 0)) {
            return self;
        }
        return PyTuple.of(SequenceIndex.repeat(self.items, self.size(), times));
    }

    @Builtin("__rmul__(self, value, /)")
    static Object multiplyReflected(PyTuple self, Object value) {
        return multiply(self, value);
    }

    @Builtin("__getnewargs__(self, /)")
    static Object getNewArgs(PyTuple self) {
        return new PyTuple(PyTuple.of(self.items));
    }

    @Builtin(
            value = "index(self, value, start=0, stop=sys.maxsize, /)",
            doc = "Where the value is found first; ValueError when it is not.")
    static int index(PyTuple self, Object value, Object start, Object stop) {
        int from = SequenceIndex.searchBound(start, self.size());
        int to = SequenceIndex.searchBound(stop, self.size());
        int found = find(self, value, from, to);
        if (found < 0) {
            throw Errors.valueError("tuple.index(x): x not in tuple");
        }
        return found;
    }

    @Builtin(value = "count(self, value, /)", doc = "How many items equal the value.")
    static int count(PyTuple self, Object value) {
        int n = 0;
        for (Object item : self.items) {
            if (Comparison.sameOrEqual(item, value)) {
                n++;
            }
        }
        return n;
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
