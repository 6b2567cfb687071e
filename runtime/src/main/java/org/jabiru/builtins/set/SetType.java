package org.jabiru.builtins.set;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Comparison.Op;

/** The methods of set. */
@BuiltinType("set")
public final class SetType {
    public static final PyType TYPE =
            PyType.builtin("set", SetTypeTable::new, PySet::new).withWeakReferences();

    private SetType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, Object keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, iterable=(), /)")
    static void init(PySet self, Object iterable) {
        self.clear();
        SetOperations.update(self, iterable);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PySet self) {
        return SetOperations.repr(self);
    }

    @Builtin(value = "__len__(self, /)", inline = true)
    static int len(PySet self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PySet self) {
        return new PySetIterator(self);
    }

    @Builtin(value = "__contains__(self, object, /)", doc = "x.__contains__(y) <==> y in x.")
    static boolean contains(PySet self, Object key) {
        return SetOperations.contains(self, key);
    }

    @Builtin(
            value = "difference(self, /, *others)",
            doc = "Return a new set with elements in the set that are not in the others.")
    static Object difference(PySet self, Object[] others) {
        return SetOperations.difference(self, others);
    }

    @Builtin(
            value = "intersection(self, /, *others)",
            doc = "Return a new set with elements common to the set and all others.")
    static Object intersection(PySet self, Object[] others) {
        return SetOperations.intersection(self, others);
    }

    @Builtin(
            value = "isdisjoint(self, other, /)",
            doc = "Return True if two sets have a null intersection.")
    static boolean isDisjoint(PySet self, Object other) {
        return SetOperations.isDisjoint(self, other);
    }

    @Builtin(
            value = "issubset(self, other, /)",
            doc = "Report whether another set contains this set.")
    static boolean isSubset(PySet self, Object other) {
        return SetOperations.isSubset(self, other);
    }

    @Builtin(
            value = "issuperset(self, other, /)",
            doc = "Report whether this set contains another set.")
    static boolean isSuperset(PySet self, Object other) {
        return SetOperations.isSuperset(self, other);
    }

    @Builtin(
            value = "symmetric_difference(self, other, /)",
            doc =
                    "Return a new set with elements in either the set or other but not both.")
    static Object symmetricDifference(PySet self, Object other) {
        return SetOperations.symmetricDifference(self, other);
    }

    @Builtin(
            value = "union(self, /, *others)",
            doc = "Return a new set with elements from the set and all others.")
    static Object union(PySet self, Object[] others) {
        return SetOperations.union(self, others);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
    static Object reduce(PySet self) {
        return SetOperations.reduce(self);
    }

    @Builtin(
            value = "__sizeof__(self, /)",
            doc = "S.__sizeof__() -> size of S in memory, in bytes.")
    static long sizeOf(PySet self) {
        return self.sizeInBytes();
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PySet self, Object value) {
        return SetOperations.compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PySet self, Object value) {
        return SetOperations.compare(Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PySet self, Object value) {
        return SetOperations.compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PySet self, Object value) {
        return SetOperations.compare(Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PySet self, Object value) {
        return SetOperations.compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PySet self, Object value) {
        return SetOperations.compare(Op.GE, self, value);
    }

    @Builtin("__and__(self, value, /)")
    static Object and(PySet self, Object value) {
        return value instanceof PySet
                ? SetOperations.intersection(self, value)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rand__(self, value, /)")
    static Object andReflected(PySet self, Object value) {
        return value instanceof PySet other
                ? SetOperations.intersection(other, self)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__or__(self, value, /)")
    static Object or(PySet self, Object value) {
        return value instanceof PySet
                ? SetOperations.union(self, new Object[] {value})
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ror__(self, value, /)")
    static Object orReflected(PySet self, Object value) {
        return value instanceof PySet other
                ? SetOperations.union(other, new Object[] {self})
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__sub__(self, value, /)")
    static Object sub(PySet self, Object value) {
        return value instanceof PySet
                ? SetOperations.difference(self, value)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static Object subReflected(PySet self, Object value) {
        return value instanceof PySet other
                ? SetOperations.difference(other, self)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__xor__(self, value, /)")
    static Object xor(PySet self, Object value) {
        return value instanceof PySet
                ? SetOperations.symmetricDifference(self, value)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rxor__(self, value, /)")
    static Object xorReflected(PySet self, Object value) {
        return value instanceof PySet other
                ? SetOperations.symmetricDifference(other, self)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__iand__(self, value, /)")
    static Object andInPlace(PySet self, Object value) {
        if (!(value instanceof PySet)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        SetType.intersectionUpdate(self, new Object[] {value});
        return self;
    }

    @Builtin("__ior__(self, value, /)")
    static Object orInPlace(PySet self, Object value) {
        if (!(value instanceof PySet)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        SetOperations.update(self, value);
        return self;
    }

    @Builtin("__isub__(self, value, /)")
    static Object subInPlace(PySet self, Object value) {
        if (!(value instanceof PySet)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        SetOperations.differenceUpdate(self, value);
        return self;
    }

    @Builtin("__ixor__(self, value, /)")
    static Object xorInPlace(PySet self, Object value) {
        if (!(value instanceof PySet)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        SetOperations.symmetricDifferenceUpdate(self, value);
        return self;
    }

    @Builtin(
            value = "add(self, object, /)",
            doc =
                    "Add an element to a set.\n\nThis has no effect if the element is already"
                            + " present.")
    static void add(PySet self, Object element) {
        self.add(element);
    }

    @Builtin(value = "clear(self, /)", doc = "Remove all elements from this set.")
    static void clear(PySet self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "Return a shallow copy of a set.")
    static Object copy(PySet self) {
        return SetOperations.copy(self);
    }

    @Builtin(
            value = "discard(self, object, /)",
            doc =
                    "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the"
                            + " discard() method does not raise\nan exception when an element is"
                            + " missing from the set.")
    static void discard(PySet self, Object element) {
        SetOperations.discard(self, element);
    }

    @Builtin(
            value = "remove(self, object, /)",
            doc =
                    "Remove an element from a set; it must be a member.\n\nIf the element is not a"
                            + " member, raise a KeyError.")
    static void remove(PySet self, Object element) {
        if (!SetOperations.discard(self, element)) {
            throw Errors.keyError(element);
        }
    }

    @Builtin(
            value = "pop(self, /)",
            doc =
                    "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is"
                            + " empty.")
    static Object pop(PySet self) {
        Object element = self.pop();
        if (element == null) {
            throw Errors.keyError(Str.name("pop from an empty set"));
        }
        return element;
    }

    @Builtin(
            value = "update(self, /, *others)",
            doc = "Update the set, adding elements from all others.")
    static void update(PySet self, Object[] others) {
        for (Object other : others) {
            SetOperations.update(self, other);
        }
    }

    @Builtin(
            value = "difference_update(self, /, *others)",
            doc = "Update the set, removing elements found in others.")
    static void differenceUpdate(PySet self, Object[] others) {
        for (Object other : others) {
            SetOperations.differenceUpdate(self, other);
        }
    }

    @Builtin(
            value = "intersection_update(self, /, *others)",
            doc = "Update the set, keeping only elements found in it and all others.")
    static void intersectionUpdate(PySet self, Object[] others) {
        self.takeFrom(SetOperations.intersection(self, others));
    }

    @Builtin(
            value = "symmetric_difference_update(self, other, /)",
            doc =
                    "Update the set, keeping only elements found in either set, but not in both.")
    static void symmetricDifferenceUpdate(PySet self, Object other) {
        SetOperations.symmetricDifferenceUpdate(self, other);
    }
}
