package org.jabiru.modules.collections;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.DictUpdate;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.HashKey;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;

/** The methods of {@code collections.defaultdict}. */
@BuiltinType("defaultdict")
public final class DefaultDictType {
    public static final PyType TYPE =
            PyType.builtin(
                            "collections.defaultdict",
                            DictType.TYPE,
                            DefaultDictTypeTable::new,
                            PyDefaultDict::new)
                    .madeAtRunTime();

    private DefaultDictType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyDefaultDict self, Object[] args, PyDict keywords) {
        Object[] rest = args;
        self.defaultFactory = Singleton.NONE;
        if (args.length > 0) {
            if (args[0] != Singleton.NONE && !Call.isCallable(args[0])) {
                throw Errors.typeError("first argument must be callable or None");
            }
            self.defaultFactory = args[0];
            rest = Arrays.copyOfRange(args, 1, args.length);
        }
        DictUpdate.update(self, "dict", rest, keywords);
    }

    @Builtin(
            value = "__missing__(self, key, /)",
            shown = "($self, object, /)",
            doc = "The value that the factory makes for a key.")
    static Object missing(PyDefaultDict self, Object key) {
        if (self.defaultFactory == Singleton.NONE) {
            throw Errors.keyError(key);
        }
        Object value = Call.call(self.defaultFactory);
        // The factory may have set the key itself: that value stays.
        long hash = HashKey.ofKey(key);
        int position = self.find(key, hash);
        if (position >= 0) {
            return self.valueAt(position);
        }
        self.append(key, hash, value);
        return value;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyDefaultDict self) {
        TruffleString base = (TruffleString) Call.call(DictType.TYPE.lookup("__repr__"), self);
        TruffleString factory;
        try (ReprGuard guard = ReprGuard.enterOrNull(self.defaultFactory)) {
            factory = guard == null ? Str.name("...") : Repr.repr(self.defaultFactory);
        }
        return new StrBuilder()
                .append(self.type().shortName())
                .literal("(")
                .append(factory)
                .literal(", ")
                .append(base)
                .literal(")")
                .toStr();
    }

    @Builtin(value = "copy(self, /)", doc = "A shallow copy.")
    static Object copy(PyDefaultDict self) {
        return Call.call(self.type(), self.defaultFactory, self);
    }

    @Builtin(value = "__copy__(self, /)", doc = "A shallow copy.")
    static Object copyProtocol(PyDefaultDict self) {
        return copy(self);
    }

    @Builtin("__or__(self, value, /)")
    static Object or(PyDefaultDict self, Object value) {
        return value instanceof PyDict ? merged(self, self, value) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ror__(self, value, /)")
    static Object orReflected(PyDefaultDict self, Object value) {
        return value instanceof PyDict ? merged(self, value, self) : Singleton.NOT_IMPLEMENTED;
    }

    private static Object merged(PyDefaultDict self, Object first, Object second) {
        Object out = Call.call(self.type(), self.defaultFactory, first);
        DictUpdate.update((PyDict) out, second);
        return out;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickling needs to make it again.")
    static Object reduce(PyDefaultDict self) {
        Object args =
                self.defaultFactory == Singleton.NONE
                        ? PyTuple.EMPTY
                        : new PyTuple(self.defaultFactory);
        Object items = Iteration.iter(Call.method(self, "items"));
        return new PyTuple(self.type(), args, Singleton.NONE, Singleton.NONE, items);
    }

    @Builtin(
            value = "default_factory",
            kind = BuiltinKind.FIELD,
            doc = "Called to make the value for a missing key.")
    static Object defaultFactory(PyDefaultDict self) {
        return self.defaultFactory;
    }

    @Builtin(value = "default_factory", kind = BuiltinKind.SETTER)
    static void setDefaultFactory(PyDefaultDict self, Object value) {
        self.defaultFactory = value == null ? Singleton.NONE : value;
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
