package org.jabiru.builtins.namespace;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.HashSet;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** The methods of {@code types.SimpleNamespace}: an object that is only its attributes. */
@BuiltinType("SimpleNamespace")
public final class NamespaceType {
    public static final PyType TYPE =
            PyType.builtin("types.SimpleNamespace", NamespaceTypeTable::new, PyObject::new)
                    .withInstanceDict()
                    .withWeakReferences();

    // Reprs in progress: a namespace may contain itself. Of the thread, as CPython's.
    private static final ThreadLocal<Set<Object>> ACTIVE = ThreadLocal.withInitial(HashSet::new);

    private NamespaceType() {}

    /** A namespace with the given names and values, in turn. */
    public static PyObject make(Object... namesAndValues) {
        PyObject made = new PyObject(TYPE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Attributes.genericSet(
                    made, Str.name((String) namesAndValues[i]), namesAndValues[i + 1]);
        }
        return made;
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, mapping_or_iterable=(), /, **kwargs)")
    static void init(PyObject self, Object source, PyDict keywords) {
        PyDict own = Attributes.instanceDict(self);
        if (source instanceof PyDict d) {
            addAll(own, d);
        } else if (Types.of(source).lookup("keys") != null) {
            for (Object key : Iteration.toArray(Call.method(source, "keys"))) {
                add(own, key, Sequences.getItem(source, key));
            }
        } else {
            for (Object pair : Iteration.toArray(source)) {
                Object[] two = Iteration.toArray(pair);
                if (two.length != 2) {
                    throw Errors.valueError(
                            "dictionary update sequence element has length %d; 2 is required",
                            two.length);
                }
                add(own, two[0], two[1]);
            }
        }
        addAll(own, keywords);
    }

    private static void addAll(PyDict own, PyDict from) {
        for (int i = from.first(); i >= 0; i = from.next(i)) {
            add(own, from.keyAt(i), from.valueAt(i));
        }
    }

    private static void add(PyDict own, Object key, Object value) {
        if (Str.valueOrNull(key) == null) {
            throw Errors.typeError("keywords must be strings");
        }
        own.put(key, value);
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyObject self) {
        String name = self.type() == TYPE ? "namespace" : self.type().name();
        Set<Object> active = ACTIVE.get();
        if (!active.add(self)) {
            return Str.of(name + "(...)");
        }
        try {
            PyDict own = Attributes.instanceDict(self);
            StringBuilder out = new StringBuilder(name).append('(');
            boolean first = true;
            for (int i = own.first(); i >= 0; i = own.next(i)) {
                TruffleString key = Str.valueOrNull(own.keyAt(i));
                if (key != null && Str.length(key) > 0) {
                    out.append(first ? "" : ", ").append(Str.java(key)).append('=');
                    out.append(Str.java(Repr.repr(own.valueAt(i))));
                    first = false;
                }
            }
            return Str.of(out.append(')').toString());
        } finally {
            active.remove(self);
        }
    }

    @Builtin(value = "__dict__", kind = BuiltinKind.FIELD)
    static Object dict(PyObject self) {
        return Attributes.instanceDict(self);
    }

    private static Object compare(Comparison.Op op, PyObject self, Object other) {
        if (!Types.isInstance(other, TYPE)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Comparison.compare(
                op, Attributes.instanceDict(self), Attributes.instanceDict((PyObject) other));
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyObject self, Object other) {
        return compare(Comparison.Op.EQ, self, other);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyObject self, Object other) {
        return compare(Comparison.Op.NE, self, other);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyObject self, Object other) {
        return compare(Comparison.Op.LT, self, other);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyObject self, Object other) {
        return compare(Comparison.Op.LE, self, other);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyObject self, Object other) {
        return compare(Comparison.Op.GT, self, other);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyObject self, Object other) {
        return compare(Comparison.Op.GE, self, other);
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyObject self) {
        return PyTuple.of(self.type(), PyTuple.EMPTY, Attributes.instanceDict(self));
    }

    @Builtin("__replace__(self, /, **changes)")
    static Object replace(PyObject self, PyDict changes) {
        PyObject made = (PyObject) Call.call(self.type());
        PyDict own = Attributes.instanceDict(made);
        addAll(own, Attributes.instanceDict(self));
        addAll(own, changes);
        return made;
    }
}
