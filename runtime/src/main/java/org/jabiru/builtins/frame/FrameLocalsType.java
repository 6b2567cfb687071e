package org.jabiru.builtins.frame;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;
import org.jabiru.protocol.Sequences;

/** The methods of {@link PyFrameLocals}. */
@BuiltinType("FrameLocalsProxy")
public final class FrameLocalsType {
    public static final PyType TYPE =
            PyType.builtin("FrameLocalsProxy", FrameLocalsTypeTable::new, null).sealed();

    static {
        TYPE.collectionFlag = 1 << 6;
    }

    private FrameLocalsType() {}

    private static PyDict copy(PyFrameLocals self) {
        return FrameVariables.copy(self.frame);
    }

    /** The variable that a key means: one that is equal to it, whatever its type; or null. */
    private static TruffleString variableOrNull(PyFrameLocals self, Object key) {
        if (key instanceof TruffleString name) {
            return FrameVariables.isVariable(self.frame, name) ? name : null;
        }
        long hash = Hashing.hash(key);
        for (TruffleString name : FrameVariables.names(self.frame)) {
            if (Hashing.hash(name) == hash && Comparison.equal(name, key)) {
                return name;
            }
        }
        return null;
    }

    @Builtin(value = "__new__(cls, frame, /)", kind = BuiltinKind.NEW)
    static Object make(PyType cls, PyFrame frame) {
        return new PyFrameLocals(frame);
    }

    private static Object getOrNull(PyFrameLocals self, Object key) {
        TruffleString name = variableOrNull(self, key);
        if (name != null) {
            return FrameVariables.get(self.frame, name);
        }
        return self.frame.extraLocals == null ? null : self.frame.extraLocals.get(key);
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyFrameLocals self, Object key) {
        Object found = getOrNull(self, key);
        if (found == null) {
            TruffleString name = variableOrNull(self, key);
            if (name != null) {
                throw Errors.keyError(name);
            }
            throw Errors.raise(
                    ExceptionTypes.KeyError,
                    "local variable %s is not defined",
                    Str.java(Repr.repr(key)));
        }
        return found;
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyFrameLocals self, Object key, Object value) {
        TruffleString name = variableOrNull(self, key);
        if (name != null && FrameVariables.set(self.frame, name, value)) {
            return;
        }
        if (self.frame.extraLocals == null) {
            self.frame.extraLocals = new PyDict();
        }
        self.frame.extraLocals.put(key, value);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyFrameLocals self, Object key) {
        if (variableOrNull(self, key) != null) {
            throw Errors.valueError("cannot remove local variables from FrameLocalsProxy");
        }
        if (self.frame.extraLocals == null || self.frame.extraLocals.remove(key) == null) {
            throw Errors.keyError(key);
        }
    }

    @Builtin("__len__(self, /)")
    static int length(PyFrameLocals self) {
        return copy(self).size();
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyFrameLocals self, Object key) {
        return getOrNull(self, key) != null;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyFrameLocals self) {
        return Iteration.iter(keys(self));
    }

    @Builtin("__reversed__(self, /)")
    static Object reversed(PyFrameLocals self) {
        return listOf(Call.method(copy(self), "__reversed__"));
    }

    @Builtin("keys(self, /)")
    static Object keys(PyFrameLocals self) {
        return listOf(Call.method(copy(self), "keys"));
    }

    @Builtin("values(self, /)")
    static Object values(PyFrameLocals self) {
        return listOf(Call.method(copy(self), "values"));
    }

    @Builtin("items(self, /)")
    static Object items(PyFrameLocals self) {
        return listOf(Call.method(copy(self), "items"));
    }

    private static Object listOf(Object view) {
        return new PyList(Iteration.toArray(view));
    }

    @Builtin("get(self, key, default=None, /)")
    static Object get(PyFrameLocals self, Object key, Object whenMissing) {
        Object found = getOrNull(self, key);
        return found == null ? whenMissing : found;
    }

    @Builtin("setdefault(self, key, default=None, /)")
    static Object setDefault(PyFrameLocals self, Object key, Object value) {
        Object found = getOrNull(self, key);
        if (found == null) {
            setItem(self, key, value);
            return value;
        }
        return found;
    }

    @Builtin("pop(self, key, default=<unrepresentable>, /)")
    static Object pop(PyFrameLocals self, Object key, Object whenMissing) {
        if (variableOrNull(self, key) != null) {
            throw Errors.valueError("cannot remove local variables from FrameLocalsProxy");
        }
        PyDict extra = self.frame.extraLocals;
        Object old = extra == null ? null : extra.remove(key);
        if (old == null && whenMissing == null) {
            throw Errors.keyError(key);
        }
        return old == null ? whenMissing : old;
    }

    @Builtin("update(self, other, /)")
    static void update(PyFrameLocals self, Object other) {
        if (Attributes.getOrNull(other, "keys") == null) {
            throw Errors.typeError("update() argument must be dict or another FrameLocalsProxy");
        }
        for (Object key : Iteration.toArray(Call.method(other, "keys"))) {
            setItem(self, key, Sequences.getItem(other, key));
        }
    }

    @Builtin("copy(self, /)")
    static Object copyOf(PyFrameLocals self) {
        return copy(self);
    }

    @Builtin("__or__(self, value, /)")
    static Object or(PyFrameLocals self, Object other) {
        return Numbers.binary(BinaryOp.OR, copy(self), plain(other));
    }

    @Builtin("__ror__(self, value, /)")
    static Object reflectedOr(PyFrameLocals self, Object other) {
        return Numbers.binary(BinaryOp.OR, plain(other), copy(self));
    }

    @Builtin("__ior__(self, value, /)")
    static Object inPlaceOr(PyFrameLocals self, Object other) {
        update(self, other);
        return self;
    }

    private static Object plain(Object other) {
        return other instanceof PyFrameLocals l ? copy(l) : other;
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyFrameLocals self, Object other) {
        if (other instanceof PyFrameLocals l) {
            return self.frame == l.frame;
        }
        return other instanceof PyDict
                ? (Object) Comparison.equal(copy(self), other)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyFrameLocals self) {
        // Of the frame: each f_locals is another proxy.
        try (ReprGuard guard = ReprGuard.enterOrNull(self.frame)) {
            return guard == null ? Str.of("{...}") : Repr.repr(copy(self));
        }
    }
}
