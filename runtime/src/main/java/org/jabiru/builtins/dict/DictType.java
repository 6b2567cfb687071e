package org.jabiru.builtins.dict;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDictIterator.Part;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.HashKey;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;
import org.jabiru.protocol.Sequences;

/** The methods of dict. */
@BuiltinType(
        value = "dict",
        doc =
                "dict(), dict(mapping), dict(pairs), dict(**entries)\n"
                        + "\n"
                        + "A mapping from keys to values, which keeps the order of insertion.")
public final class DictType {
    public static final PyType TYPE = PyType.builtin("dict", DictTypeTable::new, PyDict::new);

    static {
        TYPE.collectionFlag = PyType.MAPPING;
    }

    private DictType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, Object keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyDict self, Object[] args, PyDict keywords) {
        DictUpdate.update(self, "dict", args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyDict self) {
        if (self.size() == 0) {
            return Str.name("{}");
        }
        try (ReprGuard guard = ReprGuard.enterOrNull(self)) {
            if (guard == null) {
                return Str.name("{...}");
            }
            StrBuilder out = new StrBuilder().literal("{");
            boolean first = true;
            for (int i = self.first(); i >= 0; i = self.next(i)) {
                if (!first) {
                    out.literal(", ");
                }
                first = false;
                Object value = self.valueAt(i);
                out.append(Repr.repr(self.keyAt(i))).literal(": ").append(Repr.repr(value));
            }
            return out.literal("}").toStr();
        }
    }

    // ---- comparison ----

    /** Whether two dicts have equal entries. */
    public static boolean equal(PyDict a, PyDict b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = a.first(); i >= 0; i = a.next(i)) {
            Object value = a.valueAt(i);
            int found = b.find(a.keyAt(i), a.hashAt(i));
            if (found < 0 || !Comparison.sameOrEqual(value, b.valueAt(found))) {
                return false;
            }
        }
        return true;
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyDict self, Object value) {
        return value instanceof PyDict d ? equal(self, d) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyDict self, Object value) {
        return value instanceof PyDict d ? !equal(self, d) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyDict self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyDict self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyDict self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyDict self, Object value) {
        return Singleton.NOT_IMPLEMENTED;
    }

    // ---- mapping ----

    @Builtin(value = "__len__(self, /)", inline = true)
    static int len(PyDict self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyDict self) {
        return new PyDictIterator(self, Part.KEYS, false);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the end to the beginning.")
    static Object reversed(PyDict self) {
        return new PyDictIterator(self, Part.KEYS, true);
    }

    @Builtin(value = "__getitem__(self, key, /)", doc = "Return self[key].")
    static Object getItem(PyDict self, Object key) {
        Object value = self.get(key);
        if (value != null) {
            return value;
        }
        if (self.type() != TYPE) {
            Object missing = Call.specialOrNull(self, "__missing__", key);
            if (missing != null) {
                return missing;
            }
        }
        throw Errors.keyError(key);
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyDict self, Object key, Object value) {
        self.put(key, value);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyDict self, Object key) {
        if (self.removeAsDict(key) == null) {
            throw Errors.keyError(key);
        }
    }

    @Builtin(value = "__contains__(self, key, /)", doc = "Whether the key is in it.")
    static boolean contains(PyDict self, Object key) {
        return self.find(key) >= 0;
    }

    /** {@code dict.copy}: a plain dict. */
    public static PyDict copyOf(PyDict d) {
        PyDict out = new PyDict();
        out.copyFrom(d);
        return out;
    }

    @Builtin("__or__(self, value, /)")
    static Object or(PyDict self, Object value) {
        if (!(value instanceof PyDict)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        PyDict out = copyOf(self);
        DictUpdate.update(out, value);
        return out;
    }

    @Builtin("__ror__(self, value, /)")
    static Object orReflected(PyDict self, Object value) {
        return value instanceof PyDict other ? or(other, self) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ior__(self, value, /)")
    static Object orInPlace(PyDict self, Object value) {
        DictUpdate.update(self, value);
        return self;
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "The memory it takes, in bytes.")
    static long sizeOf(PyDict self) {
        return TypeLayout.basicSize(self.type()) + self.tableSizeInC();
    }

    // ---- methods ----

    @Builtin(
            value = "get(self, key, default=None, /)",
            doc = "The value for a key, or the default.")
    static Object get(PyDict self, Object key, Object otherwise) {
        Object value = self.get(key);
        return value == null ? otherwise : value;
    }

    @Builtin(
            value = "setdefault(self, key, default=None, /)",
            doc = "The value for a key, which is set to the default where missing.")
    static Object setDefault(PyDict self, Object key, Object otherwise) {
        long hash = HashKey.ofKey(key);
        int position = self.find(key, hash);
        if (position >= 0) {
            return self.valueAt(position);
        }
        self.append(key, hash, otherwise);
        return otherwise;
    }

    @Builtin(
            value = "pop(self, key, default=<unrepresentable>, /)",
            doc = "Takes an item out and returns it.")
    static Object pop(PyDict self, Object key, Object otherwise) {
        Object value = self.size() == 0 ? null : self.removeAsDict(key);
        if (value != null) {
            return value;
        }
        if (otherwise == null) {
            throw Errors.keyError(key);
        }
        return otherwise;
    }

    @Builtin(
            value = "popitem(self, /)",
            doc = "Takes the last entry out and returns it as a tuple of key and value.")
    static Object popItem(PyDict self) {
        int last = self.last();
        if (last < 0) {
            throw Errors.keyError(Str.name("popitem(): dictionary is empty"));
        }
        Object key = self.keyAt(last);
        Object value = self.removeLast(last);
        self.removedAsDict(key);
        return new PyTuple(key, value);
    }

    @Builtin(value = "keys(self, /)", doc = "A view of the keys, which behaves like a set.")
    static Object keys(PyDict self) {
        return new PyDictView(self, Part.KEYS);
    }

    @Builtin(value = "values(self, /)", doc = "A view of the values.")
    static Object values(PyDict self) {
        return new PyDictView(self, Part.VALUES);
    }

    @Builtin(
            value = "items(self, /)",
            doc = "A view of the entries as tuples, which behaves like a set.")
    static Object items(PyDict self) {
        return new PyDictView(self, Part.ITEMS);
    }

    @Builtin(
            value = "update(self, /, *args, **kwargs)",
            shown = "none",
            doc = "Adds what the arguments hold.")
    static void update(PyDict self, Object[] args, PyDict keywords) {
        DictUpdate.update(self, "update", args, keywords);
    }

    @Builtin(
            value = "fromkeys(cls, iterable, value=None, /)",
            kind = BuiltinKind.CLASS,
            doc = "A new dict with the given keys, all with the same value.")
    static Object fromKeys(PyType cls, Object iterable, Object value) {
        Object made = Call.call(cls);
        boolean plain = made instanceof PyDict d && d.type() == TYPE;
        if (plain && DictUpdate.addKeys((PyDict) made, iterable, value)) {
            return made;
        }
        Object iterator = Iteration.iter(iterable);
        for (Object key = Iteration.next(iterator); key != null; key = Iteration.next(iterator)) {
            if (plain) {
                ((PyDict) made).put(key, value);
            } else {
                Sequences.setItem(made, key, value);
            }
        }
        return made;
    }

    @Builtin(value = "clear(self, /)", doc = "Removes everything.")
    static void clear(PyDict self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "A shallow copy.")
    static Object copy(PyDict self) {
        return copyOf(self);
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
