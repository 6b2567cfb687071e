package org.jabiru.modules.functools;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.DictUpdate;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.KeywordArguments;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;

/** The methods of {@code functools.partial}. */
@BuiltinType(value = "partial", signature = "(func, /, *args, **keywords)")
public final class PartialType {
    public static final PyType TYPE =
            PyType.builtin("functools.partial", PartialTypeTable::new, PyPartial::new)
                    .withInstanceDict()
                    .withWeakReferences()
                    .madeAtRunTime();

    private PartialType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length == 0) {
            throw Errors.typeError("type 'partial' takes at least one argument");
        }
        Object function = args[0];
        if (!Call.isCallable(function)) {
            throw Errors.typeError("the first argument must be callable");
        }
        if (args.length > 1 && args[args.length - 1] == Placeholder.INSTANCE) {
            throw Errors.typeError("trailing Placeholders are not allowed");
        }
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            if (keywords.valueAt(i) == Placeholder.INSTANCE) {
                throw Errors.typeError("Placeholder cannot be passed as a keyword argument");
            }
        }
        Object[] rest = Arrays.copyOfRange(args, 1, args.length);
        PyPartial out = (PyPartial) cls.factory.make(cls);
        if (function instanceof PyPartial inner && isPlain(inner)) {
            PyDict merged = DictType.copyOf(inner.keywords);
            DictUpdate.merge(merged, keywords, true);
            out.set(inner.function, PyTuple.of(merge(inner.args.items, rest)), merged);
        } else {
            out.set(function, PyTuple.of(rest), keywords);
        }
        return out;
    }

    /** Whether calling it means calling its function: it can be taken apart. */
    private static boolean isPlain(PyPartial p) {
        return p.type().special().call == TYPE.special().call
                && (p.getShape().getPropertyCount() == 0 || Attributes.instanceDict(p).size() == 0);
    }

    /**
     * The inner arguments, their placeholders filled by the outer ones, then the other outer ones.
     */
    private static Object[] merge(Object[] inner, Object[] outer) {
        List<Object> out = new ArrayList<>(inner.length + outer.length);
        int used = 0;
        for (Object a : inner) {
            out.add(a == Placeholder.INSTANCE && used < outer.length ? outer[used++] : a);
        }
        out.addAll(Arrays.asList(outer).subList(used, outer.length));
        return out.toArray();
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyPartial self, Object[] args, PyDict keywords) {
        return self.callDirectly(
                KeywordArguments.values(args, keywords), KeywordArguments.names(keywords));
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static Object get(PyPartial self, Object instance, Object owner) {
        return instance == Singleton.NONE ? self : new PyMethod(self, instance);
    }

    @Builtin(value = "func", kind = BuiltinKind.FIELD, doc = "The function that is called.")
    static Object func(PyPartial self) {
        return self.function;
    }

    @Builtin(value = "args", kind = BuiltinKind.FIELD, doc = "The first positional arguments.")
    static Object args(PyPartial self) {
        return self.args;
    }

    @Builtin(value = "keywords", kind = BuiltinKind.FIELD, doc = "The keyword arguments.")
    static Object keywords(PyPartial self) {
        return self.keywords;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyPartial self) {
        try (ReprGuard guard = ReprGuard.enterOrNull(self)) {
            if (guard == null) {
                return Str.name("...");
            }
            StrBuilder out = new StrBuilder();
            out.append(Repr.str(Attributes.get(self.type(), "__module__")))
                    .literal(".")
                    .append(self.type().qualifiedName())
                    .literal("(")
                    .append(Repr.repr(self.function));
            for (Object a : self.args.items) {
                out.literal(", ").append(Repr.repr(a));
            }
            PyDict k = self.keywords;
            for (int i = k.first(); i >= 0; i = k.next(i)) {
                Object value = k.valueAt(i);
                out.literal(", ")
                        .append(Repr.str(k.keyAt(i)))
                        .literal("=")
                        .append(Repr.repr(value));
            }
            return out.literal(")").toStr();
        }
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickling needs to make it again.")
    static Object reduce(PyPartial self) {
        PyDict own = Attributes.instanceDict(self);
        Object dict = own.size() > 0 ? own : Singleton.NONE;
        return new PyTuple(
                self.type(),
                new PyTuple(self.function),
                new PyTuple(self.function, self.args, self.keywords, dict));
    }

    @Builtin("__setstate__(self, object, /)")
    static void setState(PyPartial self, Object state) {
        if (!(state instanceof PyTuple t)
                || t.size() != 4
                || !Call.isCallable(t.get(0))
                || !(t.get(1) instanceof PyTuple args)
                || t.get(2) != Singleton.NONE && !(t.get(2) instanceof PyDict)
                || t.get(3) != Singleton.NONE && !(t.get(3) instanceof PyDict)) {
            throw Errors.typeError("invalid partial state");
        }
        if (args.size() > 0 && args.get(args.size() - 1) == Placeholder.INSTANCE) {
            throw Errors.typeError("trailing Placeholders are not allowed");
        }
        PyTuple plainArgs = args.type() == TupleType.TYPE ? args : PyTuple.of(args.items);
        PyDict keywords =
                t.get(2) == Singleton.NONE
                        ? new PyDict()
                        : ((PyDict) t.get(2)).type() == DictType.TYPE
                                ? (PyDict) t.get(2)
                                : DictType.copyOf((PyDict) t.get(2));
        self.set(t.get(0), plainArgs, keywords);
        Attributes.setInstanceDict(self, t.get(3) instanceof PyDict dict ? dict : new PyDict());
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
