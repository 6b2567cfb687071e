package org.jabiru.modules.collections;

import com.oracle.truffle.api.strings.TruffleString;
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
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;
import org.jabiru.protocol.SequenceIndex;

/** The methods of {@code collections.deque}. */
@BuiltinType(value = "deque", signature = "([iterable[, maxlen]])")
public final class DequeType {
    public static final PyType TYPE =
            PyType.builtin("collections.deque", DequeTypeTable::new, PyDeque::new)
                    .sequence()
                    .withWeakReferences()
                    .madeAtRunTime();

    private DequeType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, Object keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, iterable=<unrepresentable>, maxlen=None)")
    static void init(PyDeque self, Object iterable, Object maxlen) {
        int limit = PyDeque.UNLIMITED;
        if (maxlen != Singleton.NONE) {
            if (!Numbers.isIndex(maxlen)) {
                throw Errors.typeError("an integer is required");
            }
            long l = Numbers.clampedIndex(maxlen);
            if (l < 0) {
                throw Errors.valueError("maxlen must be non-negative");
            }
            limit = (int) Math.min(l, Integer.MAX_VALUE);
        }
        self.limit = limit;
        if (self.size() > 0) {
            self.clear();
        }
        if (iterable != null) {
            self.extend(iterable);
        }
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyDeque self) {
        try (ReprGuard guard = ReprGuard.enterOrNull(self)) {
            if (guard == null) {
                return Str.name("[...]");
            }
            StrBuilder out = new StrBuilder().append(self.type().shortName()).literal("([");
            Object[] items = self.toArray();
            for (int i = 0; i < items.length; i++) {
                if (i > 0) {
                    out.literal(", ");
                }
                out.append(Repr.repr(items[i]));
            }
            out.literal("]");
            if (self.limit >= 0) {
                out.append(", maxlen=" + self.limit);
            }
            return out.literal(")").toStr();
        }
    }

    // ---- comparison ----

    private static Object compare(Op op, PyDeque a, Object other) {
        if (!(other instanceof PyDeque b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (a.size() != b.size() && (op == Op.EQ || op == Op.NE)) {
            return op == Op.NE;
        }
        int changesA = a.changes;
        int changesB = b.changes;
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            Object x = a.get(i);
            Object y = b.get(i);
            if (!Comparison.sameOrEqual(x, y)) {
                return switch (op) {
                    case EQ -> false;
                    case NE -> true;
                    default -> Comparison.compare(op, x, y);
                };
            }
            if (changesA != a.changes || changesB != b.changes) {
                throw mutated();
            }
        }
        return op.holds(Integer.compare(a.size(), b.size()));
    }

    static RuntimeException mutated() {
        return Errors.runtimeError("deque mutated during iteration");
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyDeque self, Object value) {
        return compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyDeque self, Object value) {
        return compare(Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyDeque self, Object value) {
        return compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyDeque self, Object value) {
        return compare(Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyDeque self, Object value) {
        return compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyDeque self, Object value) {
        return compare(Op.GE, self, value);
    }

    // ---- sequence ----

    @Builtin("__len__(self, /)")
    static int len(PyDeque self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyDeque self) {
        return new DequeIterator(self, 0);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the right to the left.")
    static Object reversed(PyDeque self) {
        return new DequeReverseIterator(self, 0);
    }

    private static int index(PyDeque self, Object key) {
        long index = Numbers.indexForItem(key);
        return SequenceIndex.of(index, self.size(), "deque", "deque index out of range");
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyDeque self, Object key) {
        return self.get(index(self, key));
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyDeque self, Object key, Object value) {
        self.set(index(self, key), value);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyDeque self, Object key) {
        self.removeAt(index(self, key));
    }

    private static int find(PyDeque self, Object value, int from, int to) {
        int before = self.changes;
        for (int i = from; i < to; i++) {
            boolean same = Comparison.sameOrEqual(self.get(i), value);
            if (before != self.changes) {
                throw mutated();
            }
            if (same) {
                return i;
            }
        }
        return -1;
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyDeque self, Object key) {
        return find(self, key, 0, self.size()) >= 0;
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyDeque self, Object value) {
        if (!(value instanceof PyDeque)) {
            throw Errors.typeError(
                    "can only concatenate deque (not \"%s\") to deque", Types.of(value).fullName());
        }
        Object out = copy(self);
        Call.method(out, "extend", value);
        return out;
    }

    @Builtin("__iadd__(self, value, /)")
    static Object addInPlace(PyDeque self, Object value) {
        self.extend(value);
        return self;
    }

    @Builtin("__mul__(self, value, /)")
    static Object multiply(PyDeque self, Object value) {
        long times = SequenceIndex.repeatCount(value);
        Object out = copy(self);
        if (out instanceof PyDeque d) {
            d.repeat(times);
            return d;
        }
        return Numbers.inPlace(BinaryOp.MUL, out, value);
    }

    @Builtin("__rmul__(self, value, /)")
    static Object multiplyReflected(PyDeque self, Object value) {
        return multiply(self, value);
    }

    @Builtin("__imul__(self, value, /)")
    static Object multiplyInPlace(PyDeque self, Object value) {
        self.repeat(SequenceIndex.repeatCount(value));
        return self;
    }

    // ---- methods ----

    @Builtin(value = "append(self, item, /)", doc = "Adds an item on the right.")
    static void append(PyDeque self, Object item) {
        self.append(item);
    }

    @Builtin(value = "appendleft(self, item, /)", doc = "Adds an item on the left.")
    static void appendLeft(PyDeque self, Object item) {
        self.appendLeft(item);
    }

    @Builtin(value = "extend(self, iterable, /)", doc = "Adds all items on the right.")
    static void extend(PyDeque self, Object iterable) {
        self.extend(iterable);
    }

    @Builtin(
            value = "extendleft(self, iterable, /)",
            doc = "Adds one item after another on the left.")
    static void extendLeft(PyDeque self, Object iterable) {
        self.extendLeft(iterable);
    }

    @Builtin(value = "pop(self, /)", doc = "Takes the item on the right.")
    static Object pop(PyDeque self) {
        return self.pop();
    }

    @Builtin(value = "popleft(self, /)", doc = "Takes the item on the left.")
    static Object popLeft(PyDeque self) {
        return self.popLeft();
    }

    @Builtin(value = "clear(self, /)", doc = "Removes everything.")
    static void clear(PyDeque self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "A shallow copy.")
    static Object copy(PyDeque self) {
        if (self.type() == TYPE) {
            PyDeque out = new PyDeque(TYPE);
            out.limit = self.limit;
            out.extend(self);
            return out;
        }
        Object out =
                self.limit < 0
                        ? Call.call(self.type(), self)
                        : Call.call(self.type(), self, (long) self.limit);
        if (!(out instanceof PyDeque)) {
            throw Errors.typeError(
                    "%s() must return a deque, not %s", self.type().name(), Types.of(out).name());
        }
        return out;
    }

    @Builtin(value = "__copy__(self, /)", doc = "A shallow copy.")
    static Object copyProtocol(PyDeque self) {
        return copy(self);
    }

    @Builtin(value = "count(self, value, /)", doc = "How many items equal the value.")
    static int count(PyDeque self, Object value) {
        int n = 0;
        int before = self.changes;
        for (int i = 0; i < self.size(); i++) {
            if (Comparison.sameOrEqual(self.get(i), value)) {
                n++;
            }
            if (before != self.changes) {
                throw mutated();
            }
        }
        return n;
    }

    @Builtin(
            value = "index(self, value, start=0, stop=sys.maxsize, /)",
            shown = "($self, value, [start, [stop]])",
            doc = "Where the value is found first; ValueError when it is not.")
    static int index(PyDeque self, Object value, Object start, Object stop) {
        int from = SequenceIndex.searchBound(start, self.size());
        int to = SequenceIndex.searchBound(stop, self.size());
        int found = find(self, value, from, to);
        if (found < 0) {
            throw Errors.valueError("deque.index(x): x not in deque");
        }
        return found;
    }

    @Builtin(value = "insert(self, index, value, /)", doc = "Puts a value before an index.")
    static void insert(PyDeque self, long index, Object value) {
        int size = self.size();
        if (size == self.limit) {
            throw Errors.indexError("deque already at its maximum size");
        }
        long i = index < 0 ? Math.max(index + size, 0) : Math.min(index, size);
        if (i == 0) {
            self.appendLeft(value);
        } else if (i == size) {
            self.append(value);
        } else {
            self.insert((int) i, value);
        }
    }

    @Builtin(
            value = "remove(self, value, /)",
            doc = "Takes the first item that equals the value out.")
    static void remove(PyDeque self, Object value) {
        int before = self.changes;
        for (int i = 0; i < self.size(); i++) {
            boolean same = Comparison.sameOrEqual(self.get(i), value);
            if (before != self.changes) {
                throw Errors.indexError("deque mutated during remove().");
            }
            if (same) {
                self.removeAt(i);
                return;
            }
        }
        throw Errors.valueError("deque.remove(x): x not in deque");
    }

    @Builtin(value = "reverse(self, /)", doc = "Turns the order around, in place.")
    static void reverse(PyDeque self) {
        self.reverse();
    }

    @Builtin(value = "rotate(self, n=1, /)", doc = "Moves n items from the right to the left end.")
    static void rotate(PyDeque self, long n) {
        self.rotate(n);
    }

    @Builtin(value = "maxlen", kind = BuiltinKind.GETTER, doc = "The most items it holds, or None.")
    static Object maxlen(PyDeque self) {
        return self.limit < 0 ? Singleton.NONE : (Object) (long) self.limit;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickling needs to make it again.")
    static Object reduce(PyDeque self) {
        Object state = Call.method(self, "__getstate__");
        Object args =
                self.limit < 0 ? PyTuple.EMPTY : new PyTuple(PyTuple.EMPTY, (long) self.limit);
        return new PyTuple(self.type(), args, state, Iteration.iter(self));
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "The memory it takes, in bytes.")
    static long sizeOf(PyDeque self) {
        // As CPython's blocks of 64 items, which a deque fills from the second place on.
        return TypeLayout.basicSize(self.type()) + 528 * (self.size() / 64 + 1L);
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
