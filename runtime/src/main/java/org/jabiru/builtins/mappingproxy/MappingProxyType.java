package org.jabiru.builtins.mappingproxy;

import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** The methods of {@code types.MappingProxyType}. */
@BuiltinType(value = "mappingproxy", doc = "A view of a mapping that cannot be changed.")
public final class MappingProxyType {
    public static final PyType TYPE = make();

    private MappingProxyType() {}

    private static PyType make() {
        PyType t = PyType.builtin("mappingproxy", MappingProxyTypeTable::new, null).sealed();
        t.collectionFlag = 1 << 6;
        return t;
    }

    private static Object unwrap(Object o) {
        return o instanceof PyMappingProxy p ? p.mapping : o;
    }

    @Builtin(value = "__new__(cls, mapping)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object mapping) {
        if (Types.of(mapping).special().getItem == null
                || mapping instanceof PyList
                || mapping instanceof PyTuple) {
            throw Errors.typeError(
                    "mappingproxy() argument must be a mapping, not %s", Types.of(mapping).name());
        }
        return new PyMappingProxy(mapping);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyMappingProxy self) {
        return "mappingproxy(" + Str.java(Repr.repr(self.mapping)) + ")";
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static Object str(PyMappingProxy self) {
        return Repr.str(self.mapping);
    }

    @Builtin(value = "__hash__(self, /)", doc = "Return hash(self).")
    static long hash(PyMappingProxy self) {
        return Hashing.hash(self.mapping);
    }

    @Builtin(value = "__eq__(self, value, /)", doc = "Return self==value.")
    static Object eq(PyMappingProxy self, Object value) {
        return Comparison.compare(Comparison.Op.EQ, self.mapping, value);
    }

    @Builtin(value = "__ne__(self, value, /)", doc = "Return self!=value.")
    static Object ne(PyMappingProxy self, Object value) {
        return Comparison.compare(Comparison.Op.NE, self.mapping, value);
    }

    @Builtin(value = "__lt__(self, value, /)", doc = "Return self<value.")
    static Object lt(PyMappingProxy self, Object value) {
        return Comparison.compare(Comparison.Op.LT, self.mapping, value);
    }

    @Builtin(value = "__le__(self, value, /)", doc = "Return self<=value.")
    static Object le(PyMappingProxy self, Object value) {
        return Comparison.compare(Comparison.Op.LE, self.mapping, value);
    }

    @Builtin(value = "__gt__(self, value, /)", doc = "Return self>value.")
    static Object gt(PyMappingProxy self, Object value) {
        return Comparison.compare(Comparison.Op.GT, self.mapping, value);
    }

    @Builtin(value = "__ge__(self, value, /)", doc = "Return self>=value.")
    static Object ge(PyMappingProxy self, Object value) {
        return Comparison.compare(Comparison.Op.GE, self.mapping, value);
    }

    @Builtin(value = "__iter__(self, /)", doc = "Implement iter(self).")
    static Object iter(PyMappingProxy self) {
        return self.mapping instanceof PyDict d && d.type() == DictType.TYPE
                ? Iteration.iter(Call.method(self.mapping, "keys"))
                : Iteration.iter(self.mapping);
    }

    @Builtin(value = "__or__(self, value, /)", doc = "Return self|value.")
    static Object or(Object self, Object value) {
        return Numbers.binary(BinaryOp.OR, unwrap(self), unwrap(value));
    }

    @Builtin(value = "__ror__(self, value, /)", doc = "Return value|self.")
    static Object reflectedOr(Object self, Object value) {
        return Numbers.binary(BinaryOp.OR, unwrap(value), unwrap(self));
    }

    @Builtin(value = "__ior__(self, value, /)", doc = "Return self|=value.")
    static Object inPlaceOr(PyMappingProxy self, Object value) {
        throw Errors.typeError(
                "'|=' is not supported by %s; use '|' instead", Types.of(self).name());
    }

    @Builtin(value = "__len__(self, /)", doc = "Return len(self).")
    static long len(PyMappingProxy self) {
        return self.mapping instanceof PyDict d && !d.type().isHeapType()
                ? d.size()
                : Sequences.length(self.mapping);
    }

    @Builtin(value = "__getitem__(self, key, /)", doc = "Return self[key].")
    static Object getItem(PyMappingProxy self, Object key) {
        return Sequences.getItem(self.mapping, key);
    }

    @Builtin(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
    static boolean contains(PyMappingProxy self, Object key) {
        return Sequences.contains(self.mapping, key);
    }

    @Builtin(
            value = "get(self, key, default=None, /)",
            doc = "Return the value for key if key is in the mapping, else default.")
    static Object get(PyMappingProxy self, Object key, Object fallback) {
        return Call.method(self.mapping, "get", key, fallback);
    }

    @Builtin(
            value = "keys(self, /)",
            doc = "D.keys() -> a set-like object providing a view on D's keys")
    static Object keys(PyMappingProxy self) {
        return Call.method(self.mapping, "keys");
    }

    @Builtin(
            value = "values(self, /)",
            doc = "D.values() -> an object providing a view on D's values")
    static Object values(PyMappingProxy self) {
        return Call.method(self.mapping, "values");
    }

    @Builtin(
            value = "items(self, /)",
            doc = "D.items() -> a set-like object providing a view on D's items")
    static Object items(PyMappingProxy self) {
        return Call.method(self.mapping, "items");
    }

    @Builtin(value = "copy(self, /)", doc = "D.copy() -> a shallow copy of D")
    static Object copy(PyMappingProxy self) {
        return Call.method(self.mapping, "copy");
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "See PEP 585")
    static Object classGetItem(Object cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "D.__reversed__() -> reverse iterator")
    static Object reversed(PyMappingProxy self) {
        return Call.method(self.mapping, "__reversed__");
    }
}
