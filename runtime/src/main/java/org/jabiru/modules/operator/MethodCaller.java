package org.jabiru.modules.operator;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.modules.functools.PartialType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.KeywordArguments;
import org.jabiru.protocol.Repr;

/** {@code operator.methodcaller}. */
@BuiltinType(value = "methodcaller", signature = "(name, /, *args, **kwargs)")
public final class MethodCaller extends PyObject implements JavaCallable {
    public static final PyType TYPE =
            PyType.builtin("operator.methodcaller", MethodCallerTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    private final TruffleString name;
    private final Object[] args;
    private final PyDict keywords;

    private MethodCaller(TruffleString name, Object[] args, PyDict keywords) {
        super(TYPE);
        this.name = name;
        this.args = args;
        this.keywords = keywords;
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length == 0) {
            throw Errors.typeError("methodcaller needs at least one argument, the method name");
        }
        TruffleString name = Str.valueOrNull(args[0]);
        if (name == null) {
            throw Errors.typeError("method name must be a string");
        }
        return new MethodCaller(name, Arrays.copyOfRange(args, 1, args.length), keywords);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (keywords != null) {
            throw Errors.typeError("methodcaller() takes no keyword arguments");
        }
        if (args.length != 1) {
            throw Errors.typeError("methodcaller expected 1 argument, got %d", args.length);
        }
        return of(args[0]);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(MethodCaller self, Object[] args, PyDict keywords) {
        return self.call(KeywordArguments.values(args, keywords), KeywordArguments.names(keywords));
    }

    private Object of(Object o) {
        return KeywordArguments.call(Attributes.get(o, name), args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(MethodCaller self) {
        StrBuilder out =
                new StrBuilder().literal("operator.methodcaller(").append(Repr.repr(self.name));
        for (Object a : self.args) {
            out.literal(", ").append(Repr.repr(a));
        }
        PyDict k = self.keywords;
        for (int i = k.first(); i >= 0; i = k.next(i)) {
            out.literal(", ")
                    .append(Repr.str(k.keyAt(i)))
                    .literal("=")
                    .append(Repr.repr(k.valueAt(i)));
        }
        return out.literal(")").toStr();
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(MethodCaller self) {
        if (self.keywords.size() == 0) {
            Object[] all = new Object[self.args.length + 1];
            all[0] = self.name;
            System.arraycopy(self.args, 0, all, 1, self.args.length);
            return new PyTuple(TYPE, new PyTuple(all));
        }
        Object made =
                KeywordArguments.call(
                        PartialType.TYPE, new Object[] {TYPE, self.name}, self.keywords);
        return new PyTuple(made, PyTuple.of(self.args));
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static String textSignature(MethodCaller self) {
        return "(obj, /)";
    }
}
