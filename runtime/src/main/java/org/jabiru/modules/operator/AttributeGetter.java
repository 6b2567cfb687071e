package org.jabiru.modules.operator;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
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

/** {@code operator.attrgetter}. */
@BuiltinType(value = "attrgetter", signature = "(attr, /, *attrs)")
public final class AttributeGetter extends PyObject implements JavaCallable {
    public static final PyType TYPE =
            PyType.builtin("operator.attrgetter", AttributeGetterTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    private final TruffleString[] names;

    /** Each name, split at its dots. */
    private final TruffleString[][] paths;

    private AttributeGetter(TruffleString[] names) {
        super(TYPE);
        this.names = names;
        this.paths = new TruffleString[names.length][];
        for (int i = 0; i < names.length; i++) {
            paths[i] = split(names[i]);
        }
    }

    private static TruffleString[] split(TruffleString name) {
        List<TruffleString> parts = new ArrayList<>();
        int from = 0;
        int length = Str.length(name);
        for (int i = 0; i <= length; i++) {
            if (i == length || Str.codePointAt(name, i) == '.') {
                parts.add(Str.substring(name, from, i));
                from = i + 1;
            }
        }
        return parts.toArray(TruffleString[]::new);
    }

    @Builtin(value = "__new__(cls, /, *attrs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] attrs) {
        if (attrs.length == 0) {
            throw Errors.typeError("attrgetter expected 1 argument, got 0");
        }
        TruffleString[] names = new TruffleString[attrs.length];
        for (int i = 0; i < attrs.length; i++) {
            names[i] = Str.valueOrNull(attrs[i]);
            if (names[i] == null) {
                throw Errors.typeError("attribute name must be a string");
            }
        }
        return new AttributeGetter(names);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (keywords != null) {
            throw Errors.typeError("attrgetter() takes no keyword arguments");
        }
        if (args.length != 1) {
            throw Errors.typeError("attrgetter expected 1 argument, got %d", args.length);
        }
        return of(args[0]);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(AttributeGetter self, Object[] args, PyDict keywords) {
        return self.call(KeywordArguments.values(args, keywords), KeywordArguments.names(keywords));
    }

    private Object of(Object o) {
        if (paths.length == 1) {
            return follow(o, paths[0]);
        }
        Object[] out = new Object[paths.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = follow(o, paths[i]);
        }
        return new PyTuple(out);
    }

    private static Object follow(Object o, TruffleString[] path) {
        Object at = o;
        for (TruffleString name : path) {
            at = Attributes.get(at, name);
        }
        return at;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(AttributeGetter self) {
        StrBuilder out = new StrBuilder().literal("operator.attrgetter(");
        for (int i = 0; i < self.names.length; i++) {
            out.literal(i == 0 ? "" : ", ").append(Repr.repr(self.names[i]));
        }
        return out.literal(")").toStr();
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(AttributeGetter self) {
        return new PyTuple(TYPE, new PyTuple((Object[]) self.names.clone()));
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static String textSignature(AttributeGetter self) {
        return "(obj, /)";
    }
}
