package org.jabiru.builtins.dict;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.mappingproxy.PyMappingProxy;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Comparison.Op;

/** The methods of dict_items. */
@BuiltinType("dict_items")
public final class DictItemsType {
    public static final PyType TYPE =
            PyType.builtin("dict_items", DictItemsTypeTable::new, null).sealed();

    private DictItemsType() {}

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyDictView self) {
        return DictViewOperations.repr(self);
    }

    @Builtin("__len__(self, /)")
    static int len(PyDictView self) {
        return self.dict.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyDictView self) {
        return self.iterator(false);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the end to the beginning.")
    static Object reversed(PyDictView self) {
        return self.iterator(true);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyDictView self, Object value) {
        return DictViewOperations.compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyDictView self, Object value) {
        return DictViewOperations.compare(Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyDictView self, Object value) {
        return DictViewOperations.compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyDictView self, Object value) {
        return DictViewOperations.compare(Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyDictView self, Object value) {
        return DictViewOperations.compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyDictView self, Object value) {
        return DictViewOperations.compare(Op.GE, self, value);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyDictView self, Object key) {
        return self.contains(key);
    }

    @Builtin("__and__(self, value, /)")
    static Object and(PyDictView self, Object value) {
        return DictViewOperations.intersection(self, value);
    }

    @Builtin("__rand__(self, value, /)")
    static Object andReflected(PyDictView self, Object value) {
        return DictViewOperations.intersection(self, value);
    }

    @Builtin("__or__(self, value, /)")
    static Object or(PyDictView self, Object value) {
        return DictViewOperations.union(self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static Object orReflected(PyDictView self, Object value) {
        return DictViewOperations.union(value, self);
    }

    @Builtin("__sub__(self, value, /)")
    static Object sub(PyDictView self, Object value) {
        return DictViewOperations.difference(self, value);
    }

    @Builtin("__rsub__(self, value, /)")
    static Object subReflected(PyDictView self, Object value) {
        return DictViewOperations.difference(value, self);
    }

    @Builtin("__xor__(self, value, /)")
    static Object xor(PyDictView self, Object value) {
        return DictViewOperations.symmetricDifference(self, value);
    }

    @Builtin("__rxor__(self, value, /)")
    static Object xorReflected(PyDictView self, Object value) {
        return DictViewOperations.symmetricDifference(value, self);
    }

    @Builtin(value = "isdisjoint(self, other, /)", doc = "Whether both have no element in common.")
    static boolean isDisjoint(PyDictView self, Object other) {
        return DictViewOperations.isDisjoint(self, other);
    }

    @Builtin(
            value = "mapping",
            kind = BuiltinKind.GETTER,
            doc = "The dict that the view shows, read-only.")
    static Object mapping(PyDictView self) {
        return new PyMappingProxy(self.dict);
    }
}
