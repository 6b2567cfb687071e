package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Repr;

/** {@code itertools.repeat}: one object, for ever or a number of times. */
@BuiltinType("repeat")
public final class Repeat extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools.repeat", RepeatTable::new, Repeat::new).madeAtRunTime();

    private Object item = Singleton.NONE;

    /** How many are left; -1 for ever. */
    private long left = -1;

    private Repeat(PyType type) {
        super(type);
    }

    @Builtin(value = "__new__(cls, object, times=<unrepresentable>)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object item, Object times) {
        Repeat self = new Repeat(cls);
        self.item = item;
        if (times != null) {
            self.left = Math.max(Args.toLong(times), 0);
        }
        return self;
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        if (left == 0) {
            return null;
        }
        if (left > 0) {
            left--;
        }
        return item;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Repeat self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Repeat self) {
        return IteratorMethods.next(self);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(Repeat self) {
        StrBuilder out =
                new StrBuilder()
                        .append(self.type().shortName())
                        .literal("(")
                        .append(Repr.repr(self.item));
        if (self.left >= 0) {
            out.append(", " + self.left);
        }
        return out.literal(")").toStr();
    }

    @Builtin(value = "__length_hint__(self, /)", doc = IteratorMethods.LENGTH_HINT_DOC)
    static long lengthHint(Repeat self) {
        if (self.left < 0) {
            throw Errors.typeError("len() of unsized object");
        }
        return self.left;
    }
}
