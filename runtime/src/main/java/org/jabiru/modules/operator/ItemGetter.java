package org.jabiru.modules.operator;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.KeywordArguments;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** {@code operator.itemgetter}. */
@BuiltinType(value = "itemgetter", signature = "(item, /, *items)")
public final class ItemGetter extends PyObject implements JavaCallable {
    public static final PyType TYPE =
            PyType.builtin("operator.itemgetter", ItemGetterTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    private final Object[] items;

    private ItemGetter(Object[] items) {
        super(TYPE);
        this.items = items;
    }

    @Builtin(value = "__new__(cls, /, *items)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] items) {
        if (items.length == 0) {
            throw Errors.typeError("itemgetter expected 1 argument, got 0");
        }
        return new ItemGetter(items);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (keywords != null) {
            throw Errors.typeError("itemgetter() takes no keyword arguments");
        }
        if (args.length != 1) {
            throw Errors.typeError("itemgetter expected 1 argument, got %d", args.length);
        }
        return of(args[0]);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(ItemGetter self, Object[] args, PyDict keywords) {
        return self.call(KeywordArguments.values(args, keywords), KeywordArguments.names(keywords));
    }

    private Object of(Object o) {
        if (items.length == 1) {
            return Sequences.getItem(o, items[0]);
        }
        Object[] out = new Object[items.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Sequences.getItem(o, items[i]);
        }
        return new PyTuple(out);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(ItemGetter self) {
        StrBuilder out = new StrBuilder().literal("operator.itemgetter(");
        for (int i = 0; i < self.items.length; i++) {
            out.literal(i == 0 ? "" : ", ").append(Repr.repr(self.items[i]));
        }
        return out.literal(")").toStr();
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(ItemGetter self) {
        return new PyTuple(TYPE, new PyTuple(self.items));
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static String textSignature(ItemGetter self) {
        return "(obj, /)";
    }
}
