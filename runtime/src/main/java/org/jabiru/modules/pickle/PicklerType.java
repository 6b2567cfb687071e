package org.jabiru.modules.pickle;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;

/** The methods of {@code _pickle.Pickler}. */
@BuiltinType(
        value = "_pickle.Pickler",
        signature = "(file, protocol=None, fix_imports=True, buffer_callback=None)",
        doc = "This takes a binary file for writing a pickle data stream.")
public final class PicklerType {
    public static final PyType TYPE =
            PyType.builtin("_pickle.Pickler", PicklerTypeTable::new, PyPickler::new)
                    .withInstanceDict()
                    .madeAtRunTime();

    private PicklerType() {}

    @Builtin(
            value =
                    "__init__(self, /, file, protocol=None, fix_imports=True,"
                            + " buffer_callback=None)",
            doc = "Initialize self.  See help(type(self)) for accurate signature.")
    static void init(
            PyPickler self, Object file, Object protocol, boolean fixImports, Object callback) {
        if (self.busy) {
            throw Errors.runtimeError("Pickler object is already used");
        }
        configure(self, protocol, fixImports, callback);
        Object write = Attributes.getOrNull(file, "write");
        if (write == null) {
            throw Errors.typeError("file must have a 'write' attribute");
        }
        self.write = write;
        self.memo = new IdentityHashMap<>();
        self.initialised = true;
        self.fresh = true;
    }

    static void configure(PyPickler self, Object protocol, boolean fixImports, Object callback) {
        int p = protocol == Singleton.NONE ? Opcode.DEFAULT_PROTOCOL : Args.toInt(protocol);
        if (p < 0) {
            p = Opcode.HIGHEST_PROTOCOL;
        } else if (p > Opcode.HIGHEST_PROTOCOL) {
            throw Errors.valueError("pickle protocol must be <= %d", Opcode.HIGHEST_PROTOCOL);
        }
        self.bufferCallback = callback == Singleton.NONE ? null : callback;
        if (self.bufferCallback != null && p < 5) {
            throw Errors.valueError("buffer_callback needs protocol >= 5");
        }
        self.protocol = p;
        self.bin = p > 0;
        self.fast = false;
        self.fixImports = fixImports && p < 3;
    }

    @Builtin(
            value = "dump(self, obj, /)",
            doc = "Write a pickled representation of the given object to the open file.")
    static void dump(PyPickler self, Object o) {
        if (!self.initialised) {
            throw PickleErrors.pickling(
                    "Pickler.__init__() was not called by %s.__init__()", Types.of(self).name());
        }
        if (self.busy) {
            throw Errors.runtimeError("Pickler object is already used");
        }
        self.fresh = false;
        PickleOutput out = new PickleOutput(self.write);
        new ObjectSaver(self, out).dump(o);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
    static long sizeOf(PyPickler self) {
        return self.sizeInBytes();
    }

    @Builtin(value = "clear_memo(self, /)", doc = "Clears the pickler's \"memo\".")
    static void clearMemo(PyPickler self) {
        self.memo = new IdentityHashMap<>();
    }

    @Builtin(value = "persistent_id(self, obj, /)", doc = "The persistent id of an object: None.")
    static Object persistentId(PyPickler self, Object o) {
        return Singleton.NONE;
    }

    @Builtin(value = "bin", kind = BuiltinKind.FIELD)
    static long bin(PyPickler self) {
        return self.bin ? 1 : 0;
    }

    @Builtin(value = "bin", kind = BuiltinKind.SETTER)
    static void setBin(PyPickler self, Object value) {
        self.bin = Args.toLong(require(value, "bin")) != 0;
    }

    @Builtin(value = "fast", kind = BuiltinKind.FIELD)
    static long fast(PyPickler self) {
        return self.fast ? 1 : 0;
    }

    @Builtin(value = "fast", kind = BuiltinKind.SETTER)
    static void setFast(PyPickler self, Object value) {
        self.fast = Args.toLong(require(value, "fast")) != 0;
    }

    static Object require(Object value, String name) {
        if (value == null) {
            throw Errors.typeError("attribute deletion is not supported");
        }
        return value;
    }

    @Builtin(value = "memo", kind = BuiltinKind.GETTER)
    static Object memo(PyPickler self) {
        return new Memo(self);
    }

    @Builtin(value = "memo", kind = BuiltinKind.SETTER)
    static void setMemo(PyPickler self, Object value) {
        require(value, "memo");
        if (value instanceof Memo m) {
            self.memo = new IdentityHashMap<>(m.pickler.memo);
            return;
        }
        if (!(value instanceof PyDict d)) {
            throw Errors.typeError(
                    "'memo' attribute must be a PicklerMemoProxy object or dict, not %s",
                    Types.of(value).fullName());
        }
        IdentityHashMap<Object, Integer> memo = new IdentityHashMap<>();
        for (int i = d.first(); i >= 0; i = d.next(i)) {
            if (!(d.valueAt(i) instanceof PyTuple t) || t.size() != 2) {
                throw Errors.typeError("'memo' values must be 2-item tuples");
            }
            memo.put(t.get(1), Args.toInt(t.get(0)));
        }
        self.memo = memo;
    }

    /** {@code Pickler.memo}. */
    public static final class Memo extends PyObject {
        static final PyType TYPE =
                PyType.builtin("_pickle.PicklerMemoProxy", PicklerMemoTable::new, null)
                        .sealed()
                        .madeAtRunTime();

        final PyPickler pickler;

        Memo(PyPickler pickler) {
            super(TYPE);
            this.pickler = pickler;
        }

        PyDict copy() {
            PyDict out = new PyDict();
            pickler.memo.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(e ->
                            out.put(
                                    Identity.id(e.getKey()),
                                    new PyTuple((long) e.getValue(), e.getKey())));
            return out;
        }
    }
}
