package org.jabiru.builtins.set;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.HashKey;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;

/** The operations that set and frozenset share. */
public final class SetOperations {
    private SetOperations() {}

    /** The exact builtin type that results of an operation on the set have. */
    private static PyType plainType(PySet s) {
        return s.isFrozen() ? FrozenSetType.TYPE : SetType.TYPE;
    }

    /** A new set of the same builtin type with the items of an iterable. */
    static PySet make(PyType type, Object iterable) {
        PySet out = new PySet(type);
        if (iterable != null) {
            update(out, iterable);
        }
        return out;
    }

    static PySet copy(PySet s) {
        return make(plainType(s), s);
    }

    static boolean isPlainDict(Object o) {
        return o instanceof PyDict && ((PyDict) o).type() == DictType.TYPE;
    }

    /** Adds all items of an iterable. */
    public static void update(PySet s, Object other) {
        if (other instanceof PySet o) {
            s.addAll(o);
        } else if (isPlainDict(other)) {
            PyDict d = (PyDict) other;
            s.reserve(d.size());
            for (int i = d.first(); i >= 0; i = d.next(i)) {
                s.add(d.keyAt(i), d.hashAt(i));
            }
        } else {
            Object iterator = Iteration.iter(other);
            for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
                s.add(x);
            }
        }
    }

    static PySet union(PySet s, Object[] others) {
        PySet out = copy(s);
        for (Object o : others) {
            update(out, o);
        }
        return out;
    }

    static PySet intersection(PySet s, Object[] others) {
        PySet out = s;
        for (Object o : others) {
            out = intersection(out, o);
        }
        return others.length == 0 ? copy(s) : out;
    }

    static PySet intersection(PySet s, Object other) {
        if (s == other) {
            return copy(s);
        }
        PySet out = new PySet(plainType(s));
        if (other instanceof PySet o) {
            PySet walked = o;
            PySet asked = s;
            if (o.size() > s.size()) {
                walked = s;
                asked = o;
            }
            for (int i = walked.next(-1); i >= 0; i = walked.next(i)) {
                Object key = walked.keyAt(i);
                long hash = walked.hashAt(i);
                if (asked.find(key, hash) >= 0) {
                    out.add(key, hash);
                }
            }
            return out;
        }
        Object iterator = Iteration.iter(other);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            long hash = Hashing.hash(x); // CPython names no use of what cannot be hashed here
            if (s.find(x, hash) >= 0) {
                out.add(x, hash);
            }
        }
        return out;
    }

    static PySet difference(PySet s, Object[] others) {
        if (others.length == 0) {
            return copy(s);
        }
        PySet out = difference(s, others[0]);
        for (int i = 1; i < others.length; i++) {
            differenceUpdate(out, others[i]);
        }
        return out;
    }

    static PySet difference(PySet s, Object other) {
        boolean isSet = other instanceof PySet;
        int size =
                isSet ? ((PySet) other).size() : isPlainDict(other) ? ((PyDict) other).size() : -1;
        if (size < 0 || s.size() >> 2 > size) {
            PySet out = copy(s);
            differenceUpdate(out, other);
            return out;
        }
        PySet out = new PySet(plainType(s));
        for (int i = s.next(-1); i >= 0; i = s.next(i)) {
            Object key = s.keyAt(i);
            long hash = s.hashAt(i);
            boolean there =
                    isSet
                            ? ((PySet) other).find(key, hash) >= 0
                            : ((PyDict) other).find(key, hash) >= 0;
            if (!there) {
                out.add(key, hash);
            }
        }
        return out;
    }

    public static void differenceUpdate(PySet s, Object other) {
        if (s == other) {
            s.clear();
        } else if (other instanceof PySet o) {
            for (int i = o.next(-1); i >= 0; i = o.next(i)) {
                s.remove(o.keyAt(i), o.hashAt(i));
            }
        } else if (isPlainDict(other)) {
            PyDict d = (PyDict) other;
            for (int i = d.first(); i >= 0; i = d.next(i)) {
                s.remove(d.keyAt(i), d.hashAt(i));
            }
        } else {
            Object iterator = Iteration.iter(other);
            for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
                s.remove(x);
            }
        }
    }

    static PySet symmetricDifference(PySet s, Object other) {
        PySet out = make(plainType(s), other);
        symmetricDifferenceUpdate(out, s);
        return out;
    }

    public static void symmetricDifferenceUpdate(PySet s, Object other) {
        if (s == other) {
            s.clear();
            return;
        }
        PySet o = other instanceof PySet known ? known : make(plainType(s), other);
        for (int i = o.next(-1); i >= 0; i = o.next(i)) {
            Object key = o.keyAt(i);
            long hash = o.hashAt(i);
            if (!s.remove(key, hash)) {
                s.add(key, hash);
            }
        }
    }

    // ---- questions ----

    static boolean isSubset(PySet s, Object other) {
        if (!(other instanceof PySet o)) {
            return intersection(s, other).size() == s.size();
        }
        if (s.size() > o.size()) {
            return false;
        }
        for (int i = s.next(-1); i >= 0; i = s.next(i)) {
            if (o.find(s.keyAt(i), s.hashAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isSuperset(PySet s, Object other) {
        if (other instanceof PySet o) {
            return isSubset(o, s);
        }
        Object iterator = Iteration.iter(other);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (!s.contains(x)) {
                return false;
            }
        }
        return true;
    }

    static boolean isDisjoint(PySet s, Object other) {
        if (other instanceof PySet o) {
            PySet walked = o.size() > s.size() ? s : o;
            PySet asked = walked == s ? o : s;
            for (int i = walked.next(-1); i >= 0; i = walked.next(i)) {
                if (asked.find(walked.keyAt(i), walked.hashAt(i)) >= 0) {
                    return false;
                }
            }
            return true;
        }
        Object iterator = Iteration.iter(other);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (s.contains(x)) {
                return false;
            }
        }
        return true;
    }

    static Object compare(Op op, PySet s, Object other) {
        if (!(other instanceof PySet o)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case EQ -> equal(s, o);
            case NE -> !equal(s, o);
            case LE -> isSubset(s, o);
            case GE -> isSubset(o, s);
            case LT -> s.size() < o.size() && isSubset(s, o);
            case GT -> s.size() > o.size() && isSubset(o, s);
        };
    }

    private static boolean equal(PySet s, PySet o) {
        return s.size() == o.size() && isSubset(s, o);
    }

    /** Membership; a set stands for the frozenset of its items. */
    static boolean contains(PySet s, Object key) {
        return s.find(key, hashOrFrozen(key)) >= 0;
    }

    static boolean discard(PySet s, Object key) {
        return s.remove(key, hashOrFrozen(key));
    }

    private static long hashOrFrozen(Object key) {
        if (!(key instanceof PySet k)) {
            return HashKey.ofElement(key);
        }
        try {
            return HashKey.ofElement(key);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TypeError) || k.isFrozen()) {
                throw e;
            }
            return make(FrozenSetType.TYPE, k).frozenHash();
        }
    }

    // ---- conversions ----

    static TruffleString repr(PySet s) {
        StrBuilder out = new StrBuilder();
        boolean plain = s.type() == SetType.TYPE;
        if (s.size() == 0) {
            return out.append(s.type().shortName()).literal("()").toStr();
        }
        try (ReprGuard guard = ReprGuard.enterOrNull(s)) {
            if (guard == null) {
                return out.append(s.type().shortName()).literal("(...)").toStr();
            }
            if (!plain) {
                out.append(s.type().shortName()).literal("(");
            }
            out.literal("{");
            boolean first = true;
            for (Object key : toList(s).toArray()) {
                if (!first) {
                    out.literal(", ");
                }
                first = false;
                out.append(Repr.repr(key));
            }
            out.literal(plain ? "}" : "})");
            return out.toStr();
        }
    }

    /** The items in the set's order. */
    public static PyList toList(PySet s) {
        PyList out = new PyList();
        for (int i = s.next(-1); i >= 0; i = s.next(i)) {
            out.append(s.keyAt(i));
        }
        return out;
    }

    static Object reduce(PySet s) {
        Object state = Call.method(s, "__getstate__");
        return new PyTuple(Types.of(s), new PyTuple(toList(s)), state);
    }
}
