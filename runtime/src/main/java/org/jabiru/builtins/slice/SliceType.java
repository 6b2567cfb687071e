package org.jabiru.builtins.slice;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleComparison;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.SequenceHash;

/** The methods of slice. */
@BuiltinType(
        value = "slice",
        doc =
                "slice(stop), slice(start, stop[, step])\n"
                        + "\n"
                        + "What selects items in extended indexing, as in a[0:10:2].")
public final class SliceType {
    public static final PyType TYPE = PyType.builtin("slice", SliceTypeTable::new, null).sealed();

    private SliceType() {}

    @Builtin(
            value = "__new__(cls, start, stop=<unrepresentable>, step=None, /)",
            kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object start, Object stop, Object step) {
        return stop == null
                ? new PySlice(Singleton.NONE, start, Singleton.NONE)
                : new PySlice(start, stop, step);
    }

    @Builtin(value = "start", kind = BuiltinKind.FIELD)
    static Object start(PySlice self) {
        return self.start;
    }

    @Builtin(value = "stop", kind = BuiltinKind.FIELD)
    static Object stop(PySlice self) {
        return self.stop;
    }

    @Builtin(value = "step", kind = BuiltinKind.FIELD)
    static Object step(PySlice self) {
        return self.step;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PySlice self) {
        return new StrBuilder()
                .literal("slice(")
                .append(Repr.repr(self.start))
                .literal(", ")
                .append(Repr.repr(self.stop))
                .literal(", ")
                .append(Repr.repr(self.step))
                .literal(")")
                .toStr();
    }

    private static Object[] parts(PySlice s) {
        return new Object[] {s.start, s.stop, s.step};
    }

    private static Object compare(Op op, PySlice self, Object other) {
        if (!(other instanceof PySlice s)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (self == s) {
            return op == Op.EQ || op == Op.LE || op == Op.GE;
        }
        return TupleComparison.compare(op, parts(self), parts(s));
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PySlice self, Object value) {
        return compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PySlice self, Object value) {
        return compare(Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PySlice self, Object value) {
        return compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PySlice self, Object value) {
        return compare(Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PySlice self, Object value) {
        return compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PySlice self, Object value) {
        return compare(Op.GE, self, value);
    }

    @Builtin("__hash__(self, /)")
    static long hash(PySlice self) {
        return SequenceHash.lanes(
                Hashing.hash(self.start), Hashing.hash(self.stop), Hashing.hash(self.step));
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PySlice self) {
        return new PyTuple(TYPE, new PyTuple(parts(self)));
    }

    @Builtin(
            value = "indices(self, object, /)",
            doc = "Start, stop and step for a sequence of the given length.")
    static Object indices(PySlice self, Object length) {
        BigInteger n = Numbers.big(Numbers.index(length));
        if (n.signum() < 0) {
            throw Errors.valueError("length should not be negative");
        }
        BigInteger[] out = self.bigIndices(n);
        return new PyTuple(
                Numbers.normalize(out[0]), Numbers.normalize(out[1]), Numbers.normalize(out[2]));
    }
}
