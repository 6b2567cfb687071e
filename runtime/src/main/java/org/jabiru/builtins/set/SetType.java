package org.jabiru.builtins.set;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Comparison.Op;

/** The methods of set. */
@BuiltinType(value = "set", doc = "An unordered collection of unique elements.")
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

    @Builtin(value = "__contains__(self, object, /)", doc = "Whether the key is in it.")
    static boolean contains(PySet self, Object key) {
        return SetOperations.contains(self, key);
    }

    @Builtin(
            value = "difference(self, /, *others)",
            doc = "A new set of the elements that none of the others has.")
    static Object difference(PySet self, Object[] others) {
        return SetOperations.difference(self, others);
    }

    @Builtin(
            value = "intersection(self, /, *others)",
            doc = "A new set of the elements that all the others have as well.")
    static Object intersection(PySet self, Object[] others) {
        return SetOperations.intersection(self, others);
    }

    @Builtin(value = "isdisjoint(self, other, /)", doc = "Whether both have no element in common.")
    static boolean isDisjoint(PySet self, Object other) {
        return SetOperations.isDisjoint(self, other);
    }

    @Builtin(
            value = "issubset(self, other, /)",
            doc = "Whether the other has all elements of this.")
    static boolean isSubset(PySet self, Object other) {
        return SetOperations.isSubset(self, other);
    }

    @Builtin(
            value = "issuperset(self, other, /)",
            doc = "Whether this has all elements of the other.")
    static boolean isSuperset(PySet self, Object other) {
        return SetOperations.isSuperset(self, other);
    }

    @Builtin(
            value = "symmetric_difference(self, other, /)",
            doc = "A new set of the elements that exactly one of both has.")
    static Object symmetricDifference(PySet self, Object other) {
        return SetOperations.symmetricDifference(self, other);
    }

    @Builtin(
            value = "union(self, /, *others)",
            doc = "A new set of the elements of this and all others.")
    static Object union(PySet self, Object[] others) {
        return SetOperations.union(self, others);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickling needs to make it again.")
    static Object reduce(PySet self) {
        return SetOperations.reduce(self);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "The memory it takes, in bytes.")
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

    @Builtin(value = "add(self, object, /)", doc = "Adds an element unless it is there already.")
    static void add(PySet self, Object element) {
        self.add(element);
    }

    @Builtin(value = "clear(self, /)", doc = "Removes everything.")
    static void clear(PySet self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "A shallow copy.")
    static Object copy(PySet self) {
        return SetOperations.copy(self);
    }

    @Builtin(value = "discard(self, object, /)", doc = "Takes an element out if it is there.")
    static void discard(PySet self, Object element) {
        SetOperations.discard(self, element);
    }

    @Builtin(
            value = "remove(self, object, /)",
            doc = "Takes the first item that equals the value out.")
    static void remove(PySet self, Object element) {
        if (!SetOperations.discard(self, element)) {
            throw Errors.keyError(element);
        }
    }

    @Builtin(value = "pop(self, /)", doc = "Takes an item out and returns it.")
    static Object pop(PySet self) {
        Object element = self.pop();
        if (element == null) {
            throw Errors.keyError(Str.name("pop from an empty set"));
        }
        return element;
    }

    @Builtin(value = "update(self, /, *others)", doc = "Adds what the arguments hold.")
    static void update(PySet self, Object[] others) {
        for (Object other : others) {
            SetOperations.update(self, other);
        }
    }

    @Builtin(
            value = "difference_update(self, /, *others)",
            doc = "Takes the elements of all others out.")
    static void differenceUpdate(PySet self, Object[] others) {
        for (Object other : others) {
            SetOperations.differenceUpdate(self, other);
        }
    }

    @Builtin(
            value = "intersection_update(self, /, *others)",
            doc = "Keeps only the elements that all others have as well.")
    static void intersectionUpdate(PySet self, Object[] others) {
        self.takeFrom(SetOperations.intersection(self, others));
    }

    @Builtin(
            value = "symmetric_difference_update(self, other, /)",
            doc = "Keeps only the elements that exactly one of both has.")
    static void symmetricDifferenceUpdate(PySet self, Object other) {
        SetOperations.symmetricDifferenceUpdate(self, other);
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
