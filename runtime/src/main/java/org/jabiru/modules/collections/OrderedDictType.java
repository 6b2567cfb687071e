package org.jabiru.modules.collections;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.dict.PyDictIterator.Part;
import org.jabiru.builtins.tuple.PyTuple;
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
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;
import org.jabiru.protocol.Sequences;

/** The methods of {@code collections.OrderedDict}. */
@BuiltinType("OrderedDict")
public final class OrderedDictType {
    public static final PyType TYPE =
            PyType.builtin(
                            "collections.OrderedDict",
                            DictType.TYPE,
                            OrderedDictTypeTable::new,
                            PyOrderedDict::new)
                    .withInstanceDict()
                    .withWeakReferences();

    private OrderedDictType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyOrderedDict self, Object[] args, PyDict keywords) {
        update(self, args, keywords);
    }

    @Builtin(value = "update(self, /, *args, **kwargs)", shown = "none")
    static void update(PyOrderedDict self, Object[] args, PyDict keywords) {
        if (args.length > 1) {
            throw Errors.typeError("expected at most 1 argument, got %d", args.length);
        }
        if (args.length == 1) {
            updateFrom(self, args[0]);
        }
        addEntries(self, keywords);
    }

    private static void addEntries(PyOrderedDict self, PyDict other) {
        for (int i = other.first(); i >= 0; i = other.next(i)) {
            Sequences.setItem(self, other.keyAt(i), other.valueAt(i));
        }
    }

    /** As {@code MutableMapping.update}: through the {@code __setitem__} of subclasses. */
    private static void updateFrom(PyOrderedDict self, Object other) {
        if (other instanceof PyDict d && d.type() == DictType.TYPE) {
            addEntries(self, DictType.copyOf(d));
            return;
        }
        Object keys = Attributes.getOrNull(other, "keys");
        if (keys != null) {
            Object iterator = Iteration.iter(Call.call(keys));
            for (Object k = Iteration.next(iterator); k != null; k = Iteration.next(iterator)) {
                Sequences.setItem(self, k, Sequences.getItem(other, k));
            }
            return;
        }
        Object items = Attributes.getOrNull(other, "items");
        addPairs(self, items == null ? other : Call.call(items));
    }

    private static void addPairs(PyOrderedDict self, Object pairs) {
        Object iterator = Iteration.iter(pairs);
        for (Object pair = Iteration.next(iterator); pair != null; ) {
            Object[] both = Iteration.toArray(pair);
            if (both.length != 2) {
                throw both.length < 2
                        ? Errors.valueError(
                                "need more than %d value%s to unpack",
                                both.length, both.length == 1 ? "" : "s")
                        : Errors.valueError("too many values to unpack (expected 2)");
            }
            Sequences.setItem(self, both[0], both[1]);
            pair = Iteration.next(iterator);
        }
    }

    @Builtin("__sizeof__(self, /)")
    static long sizeOf(PyOrderedDict self) {
        return self.sizeInBytes();
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyOrderedDict self) {
        StrBuilder out = new StrBuilder().append(self.type().shortName()).literal("(");
        if (self.size() == 0) {
            return out.literal(")").toStr();
        }
        try (ReprGuard guard = ReprGuard.enterOrNull(self)) {
            if (guard == null) {
                return Str.name("...");
            }
            PyDict shown = new PyDict();
            if (self.type() == TYPE) {
                self.checkEntries();
                shown.copyFrom(self);
            } else {
                for (Object pair : Iteration.toArray(Call.method(self, "items"))) {
                    PyTuple t = (PyTuple) pair;
                    shown.put(t.get(0), t.get(1));
                }
            }
            return out.append(Repr.repr(shown)).literal(")").toStr();
        }
    }

    // ---- comparison ----

    private static Object compare(PyOrderedDict self, Object other, boolean equal) {
        if (!(other instanceof PyDict d)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        boolean same =
                DictType.equal(self, d) && (!(d instanceof PyOrderedDict) || sameOrder(self, d));
        return same == equal;
    }

    private static boolean sameOrder(PyDict a, PyDict b) {
        long layoutA = a.layout();
        long layoutB = b.layout();
        int i = a.first();
        int j = b.first();
        while (i >= 0 && j >= 0) {
            boolean same = Comparison.sameOrEqual(a.keyAt(i), b.keyAt(j));
            if (a.layout() != layoutA || b.layout() != layoutB) {
                throw Errors.runtimeError("OrderedDict mutated during iteration");
            }
            if (!same) {
                return false;
            }
            i = a.next(i);
            j = b.next(j);
        }
        return i < 0 && j < 0;
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyOrderedDict self, Object value) {
        return compare(self, value, true);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyOrderedDict self, Object value) {
        return compare(self, value, false);
    }

    // ---- mapping ----

    @Builtin("__iter__(self, /)")
    static Object iter(PyOrderedDict self) {
        return new OrderedDictIterator(self, Part.KEYS, false);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the last key to the first.")
    static Object reversed(PyOrderedDict self) {
        return new OrderedDictIterator(self, Part.KEYS, true);
    }

    // CPython's asks for the hash of a key itself: what goes wrong names no dict.

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyOrderedDict self, Object key, Object value) {
        self.put(key, Hashing.hash(key), value);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyOrderedDict self, Object key) {
        if (self.remove(key, Hashing.hash(key)) == null) {
            throw Errors.keyError(key);
        }
    }

    @Builtin("__or__(self, value, /)")
    static Object or(PyOrderedDict self, Object value) {
        return value instanceof PyDict
                ? merged(self.type(), self, value)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ror__(self, value, /)")
    static Object orReflected(PyOrderedDict self, Object value) {
        return value instanceof PyDict
                ? merged(self.type(), value, self)
                : Singleton.NOT_IMPLEMENTED;
    }

    private static Object merged(PyType type, Object first, Object second) {
        Object out = Call.call(type, first);
        updateFrom((PyOrderedDict) out, second);
        return out;
    }

    @Builtin("__ior__(self, value, /)")
    static Object orInPlace(PyOrderedDict self, Object value) {
        updateFrom(self, value);
        return self;
    }

    // ---- methods ----

    @Builtin(value = "keys(self, /)", doc = "A view of the keys, which behaves like a set.")
    static Object keys(PyOrderedDict self) {
        return new OrderedDictView(self, Part.KEYS);
    }

    @Builtin(value = "values(self, /)", doc = "A view of the values.")
    static Object values(PyOrderedDict self) {
        return new OrderedDictView(self, Part.VALUES);
    }

    @Builtin(value = "items(self, /)", doc = "A view of the entries as tuples.")
    static Object items(PyOrderedDict self) {
        return new OrderedDictView(self, Part.ITEMS);
    }

    @Builtin(value = "clear(self, /)", doc = "Removes everything.")
    static void clear(PyOrderedDict self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "A shallow copy.")
    static Object copy(PyOrderedDict self) {
        if (self.type() == TYPE) {
            PyOrderedDict out = new PyOrderedDict(TYPE);
            self.checkEntries();
            out.copyFrom(self);
            return out;
        }
        Object out = Call.call(self.type());
        for (Object key : Iteration.toArray(self)) {
            Sequences.setItem(out, key, Sequences.getItem(self, key));
        }
        return out;
    }

    @Builtin(
            value = "move_to_end(self, /, key, last=True)",
            doc = "Moves an entry to the end, or to the front when last is false.")
    static void moveToEnd(PyOrderedDict self, Object key, boolean last) {
        int position = self.find(key, Hashing.hash(key));
        if (position < 0) {
            throw Errors.keyError(key);
        }
        if (last) {
            self.moveToEnd(position);
        } else {
            self.moveToFront(position);
        }
    }

    @Builtin(
            value = "popitem(self, /, last=True)",
            doc = "Takes the last entry out, or the first one when last is false.")
    static Object popItem(PyOrderedDict self, boolean last) {
        int position = last ? self.last() : self.first();
        if (position < 0) {
            throw Errors.keyError(Str.name("dictionary is empty"));
        }
        Object key = self.keyAt(position);
        return new PyTuple(key, last ? self.removeLast(position) : self.removeAt(position));
    }

    @Builtin(
            value = "pop(self, /, key, default=<unrepresentable>)",
            doc = "Takes an entry out and returns its value, or the default.")
    static Object pop(PyOrderedDict self, Object key, Object otherwise) {
        Object value = self.remove(key, Hashing.hash(key));
        if (value != null) {
            return value;
        }
        if (otherwise == null) {
            throw Errors.keyError(key);
        }
        return otherwise;
    }

    @Builtin(
            value = "setdefault(self, /, key, default=None)",
            doc = "The value for a key, which is set to the default where missing.")
    static Object setDefault(PyOrderedDict self, Object key, Object otherwise) {
        if (self.type() == TYPE) {
            Object value = self.get(key);
            if (value == null) {
                self.put(key, otherwise);
                return otherwise;
            }
            return value;
        }
        if (Sequences.contains(self, key)) {
            return Sequences.getItem(self, key);
        }
        Sequences.setItem(self, key, otherwise);
        return otherwise;
    }

    @Builtin(
            value = "fromkeys(cls, /, iterable, value=None)",
            kind = BuiltinKind.CLASS,
            doc = "A new OrderedDict with the given keys, all with the same value.")
    static Object fromKeys(PyType cls, Object iterable, Object value) {
        Object made = Call.call(cls);
        for (Object key : Iteration.toArray(iterable)) {
            Sequences.setItem(made, key, value);
        }
        return made;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickling needs to make it again.")
    static Object reduce(PyOrderedDict self) {
        Object state = Call.method(self, "__getstate__");
        Object items = Iteration.iter(Call.method(self, "items"));
        return new PyTuple(self.type(), PyTuple.EMPTY, state, Singleton.NONE, items);
    }
}
