package org.jabiru.builtins.set;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Comparison.Op;

/** The methods of frozenset. */
@BuiltinType(value = "frozenset", doc = "An immutable unordered collection of unique elements.")
public final class FrozenSetType {
    public static final PyType TYPE =
            PyType.builtin("frozenset", FrozenSetTypeTable::new, PySet::new).withWeakReferences();

    private FrozenSetType() {}

    @Builtin(value = "__new__(cls, iterable=(), /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable) {
        if (cls == TYPE && iterable instanceof PySet s && s.type() == TYPE) {
            return s;
        }
        return Finalizers.watched(SetOperations.make(cls, iterable));
    }

    @Builtin("__hash__(self, /)")
    static long hash(PySet self) {
        return self.frozenHash();
    }

    @Builtin(value = "copy(self, /)", doc = "A shallow copy.")
    static Object copy(PySet self) {
        return self.type() == TYPE ? self : SetOperations.copy(self);
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

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
