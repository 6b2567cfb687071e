package org.jabiru.modules.collections;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Repr;

/** The descriptor behind the fields of a named tuple. */
@BuiltinType(value = "_tuplegetter", signature = "none")
public final class TupleGetter extends PyObject implements Descriptor.Data {
    public static final PyType TYPE =
            PyType.builtin("collections._tuplegetter", TupleGetterTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    private final int index;
    private Object doc;

    private TupleGetter(int index, Object doc) {
        super(TYPE);
        this.index = index;
        this.doc = doc;
    }

    @Builtin(value = "__new__(cls, index, doc, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, int index, Object doc) {
        return new TupleGetter(index, doc);
    }

    @Override
    public Object get(Object instance, PyType owner) {
        if (instance == null) {
            return this;
        }
        if (!(instance instanceof PyTuple t)) {
            if (instance == Singleton.NONE) {
                return this;
            }
            throw Errors.typeError(
                    "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object",
                    index, Types.of(instance).fullName());
        }
        if (index < 0 || index >= t.size()) {
            throw Errors.indexError("tuple index out of range");
        }
        return t.get(index);
    }

    @Override
    public void set(Object instance, Object value) {
        throw Errors.attributeError(
                value == null ? "can't delete attribute" : "can't set attribute");
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static Object get(TupleGetter self, Object instance, Object owner) {
        if (instance == Singleton.NONE && owner == Singleton.NONE) {
            throw Errors.typeError("__get__(None, None) is invalid");
        }
        return self.get(instance == Singleton.NONE ? null : instance, null);
    }

    @Builtin("__set__(self, instance, value, /)")
    static void set(TupleGetter self, Object instance, Object value) {
        self.set(instance, value);
    }

    @Builtin("__delete__(self, instance, /)")
    static void delete(TupleGetter self, Object instance) {
        self.set(instance, (Object) null);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(TupleGetter self) {
        return new StrBuilder()
                .append("_tuplegetter(" + self.index + ", ")
                .append(Repr.repr(self.doc))
                .literal(")")
                .toStr();
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(TupleGetter self) {
        return new PyTuple(TYPE, new PyTuple((long) self.index, self.doc));
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.FIELD)
    static Object doc(TupleGetter self) {
        return self.doc;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.SETTER)
    static void setDoc(TupleGetter self, Object value) {
        self.doc = value == null ? Singleton.NONE : value;
    }
}
