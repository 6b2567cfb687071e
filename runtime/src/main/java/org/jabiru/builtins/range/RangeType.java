package org.jabiru.builtins.range;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.SequenceHash;

/** The methods of range. */
@BuiltinType(
        value = "range",
        doc = "range(stop), range(start, stop[, step])\n" + "\n" + "A sequence of integers.")
public final class RangeType {
    public static final PyType TYPE = PyType.builtin("range", RangeTypeTable::new, null).sealed();

    static {
        TYPE.collectionFlag = PyType.SEQUENCE;
    }

    private RangeType() {}

    @Builtin(
            value = "__new__(cls, start, stop=<unrepresentable>, step=<unrepresentable>, /)",
            kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object start, Object stop, Object step) {
        if (stop == null) {
            return new PyRange(0L, Numbers.index(start), 1L);
        }
        Object from = Numbers.index(start);
        Object to = Numbers.index(stop);
        Object by = step == null ? (Object) 1L : Numbers.index(step);
        if (by instanceof Long l && l == 0) {
            throw Errors.valueError("range() arg 3 must not be zero");
        }
        return new PyRange(from, to, by);
    }

    @Builtin(value = "start", kind = BuiltinKind.FIELD)
    static Object start(PyRange self) {
        return self.start;
    }

    @Builtin(value = "stop", kind = BuiltinKind.FIELD)
    static Object stop(PyRange self) {
        return self.stop;
    }

    @Builtin(value = "step", kind = BuiltinKind.FIELD)
    static Object step(PyRange self) {
        return self.step;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyRange self) {
        StrBuilder out =
                new StrBuilder()
                        .literal("range(")
                        .append(Repr.repr(self.start))
                        .literal(", ")
                        .append(Repr.repr(self.stop));
        if (!(self.step instanceof Long l && l == 1)) {
            out.literal(", ").append(Repr.repr(self.step));
        }
        return out.literal(")").toStr();
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyRange self, Object value) {
        return value instanceof PyRange other ? equal(self, other) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyRange self, Object value) {
        return value instanceof PyRange other ? !equal(self, other) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyRange self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyRange self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyRange self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyRange self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    private static boolean equal(PyRange a, PyRange b) {
        if (!a.length.equals(b.length)) {
            return false;
        }
        if (a.length.equals(0L)) {
            return true;
        }
        return a.start.equals(b.start) && (a.length.equals(1L) || a.step.equals(b.step));
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyRange self) {
        boolean empty = self.length.equals(0L);
        boolean single = self.length.equals(1L);
        return SequenceHash.tuple(
                new Object[] {
                    self.length,
                    empty ? Singleton.NONE : self.start,
                    empty || single ? Singleton.NONE : self.step
                });
    }

    @Builtin("__bool__(self, /)")
    static boolean bool(PyRange self) {
        return !self.length.equals(0L);
    }

    @Builtin("__len__(self, /)")
    static Object len(PyRange self) {
        if (self.length instanceof BigInteger) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return self.length;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyRange self) {
        return self.iterator();
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the end to the beginning.")
    static Object reversed(PyRange self) {
        return self.reverseIterator();
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyRange self, Object key) {
        if (key instanceof PySlice s) {
            return self.slice(s);
        }
        if (!Numbers.isIndex(key)) {
            throw Errors.typeError(
                    "range indices must be integers or slices, not %s", Types.of(key).name());
        }
        return self.get(Numbers.index(key));
    }

    /** Ints and bools are found by computing, all else by comparing with each item. */
    private static boolean isPlainInt(Object value) {
        return value instanceof Long || value instanceof Boolean || value instanceof BigInteger;
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyRange self, Object key) {
        if (isPlainInt(key)) {
            return self.indexOfOrNull(Numbers.intOrNull(key)) != null;
        }
        return search(self, key, true) > 0;
    }

    @Builtin(value = "count(self, object, /)", doc = "How many items equal the value.")
    static Object count(PyRange self, Object value) {
        if (isPlainInt(value)) {
            return self.indexOfOrNull(Numbers.intOrNull(value)) != null ? 1L : 0L;
        }
        return search(self, value, false);
    }

    private static long search(PyRange self, Object value, boolean firstOnly) {
        long n = 0;
        var iterator = self.iterator();
        for (Object x = iterator.next(); x != null; x = iterator.next()) {
            if (Comparison.sameOrEqual(x, value)) {
                n++;
                if (firstOnly) {
                    break;
                }
            }
        }
        return n;
    }

    @Builtin(
            value = "index(self, object, /)",
            doc = "Where the value is found first; ValueError when it is not.")
    static Object index(PyRange self, Object value) {
        if (isPlainInt(value)) {
            Object found = self.indexOfOrNull(Numbers.intOrNull(value));
            if (found != null) {
                return found;
            }
            throw Errors.valueError("range.index(x): x not in range");
        }
        var iterator = self.iterator();
        long i = 0;
        for (Object x = iterator.next(); x != null; x = iterator.next(), i++) {
            if (Comparison.sameOrEqual(x, value)) {
                return i;
            }
        }
        throw Errors.valueError("sequence.index(x): x not in sequence");
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyRange self) {
        return new PyTuple(TYPE, new PyTuple(self.start, self.stop, self.step));
    }
}
