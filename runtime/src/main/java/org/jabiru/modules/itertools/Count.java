package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** {@code itertools.count}: evenly spaced values without end. */
@BuiltinType("count")
public final class Count extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.count", CountTable::new, Count::new).madeAtRunTime();

    private Object value = 0L;
    private Object step = 1L;

    private Count(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, start=0, step=1)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object start, Object step) {
        requireNumber(start);
        requireNumber(step);
        Count self = new Count(cls);
        self.value = start;
        self.step = step;
        return self;
    }

    private static void requireNumber(Object o) {
        var type = Types.of(o);
        if (type.special().index == null
                && type.lookup("__float__") == null
                && type.lookup("__complex__") == null) {
            throw Errors.typeError("a number is required");
        }
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        Object now = value;
        value =
                now instanceof Long n && step instanceof Long by && !overflows(n, by)
                        ? (Object) (n + by)
                        : Numbers.binary(BinaryOp.ADD, now, step);
        return now;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Count self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Count self) {
        return IteratorMethods.next(self);
    }

    private static boolean overflows(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(Count self) {
        StrBuilder out =
                new StrBuilder()
                        .append(self.type().shortName())
                        .literal("(")
                        .append(Repr.repr(self.value));
        if (!(self.step instanceof Long l && l == 1)) {
            out.literal(", ").append(Repr.repr(self.step));
        }
        return out.literal(")").toStr();
    }
}
