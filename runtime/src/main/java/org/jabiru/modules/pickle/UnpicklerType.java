package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Iteration;

/** The methods of {@code _pickle.Unpickler}. */
@BuiltinType(
        value = "_pickle.Unpickler",
        signature = "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
        doc = "This takes a binary file for reading a pickle data stream.")
public final class UnpicklerType {
    public static final PyType TYPE =
            PyType.builtin("_pickle.Unpickler", UnpicklerTypeTable::new, PyUnpickler::new)
                    .withInstanceDict()
                    .madeAtRunTime();

    private UnpicklerType() {}

    @Builtin(
            value =
                    "__init__(self, /, file, *, fix_imports=True, encoding='ASCII',"
                            + " errors='strict', buffers=())",
            doc = "Initialize self.  See help(type(self)) for accurate signature.")
    static void init(
            PyUnpickler self,
            Object file,
            boolean fixImports,
            TruffleString encoding,
            TruffleString errors,
            Object buffers) {
        if (self.busy) {
            throw Errors.runtimeError("Unpickler object is already used");
        }
        Object read = Attributes.getOrNull(file, "read");
        Object readline = Attributes.getOrNull(file, "readline");
        if (read == null || readline == null) {
            throw Errors.typeError("file must have 'read', 'readinto' and 'readline' attributes");
        }
        configure(self, fixImports, encoding, errors, buffers);
        self.read = read;
        self.readline = readline;
        self.clearMemo();
    }

    static void configure(
            PyUnpickler self,
            boolean fixImports,
            TruffleString encoding,
            TruffleString errors,
            Object buffers) {
        self.fixImports = fixImports;
        self.encoding = encoding;
        self.errors = errors;
        self.buffers = PickleModule.isAbsent(buffers) ? null : Iteration.iter(buffers);
        self.protocol = 0;
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Returns size in memory, in bytes.")
    static long sizeOf(PyUnpickler self) {
        return self.sizeInBytes();
    }

    @Builtin(value = "load(self, /)", doc = "Load a pickle.")
    static Object load(PyUnpickler self) {
        if (self.read == null) {
            throw PickleErrors.unpickling(
                    "Unpickler.__init__() was not called by %s.__init__()", Types.of(self).name());
        }
        if (self.busy) {
            throw Errors.runtimeError("Unpickler object is already used");
        }
        return new ObjectLoader(self, new PickleInput(self.read, self.readline)).load();
    }

    @Builtin(
            value = "find_class(self, module_name, global_name, /)",
            doc = "Return an object from a specified module.")
    static Object findClass(PyUnpickler self, Object module, Object name) {
        return GlobalLoader.find(self, module, name);
    }

    @Builtin("persistent_load(self, pid, /)")
    static Object persistentLoad(PyUnpickler self, Object id) {
        throw PickleErrors.unpickling(
                "A load persistent id instruction was encountered, but no persistent_load"
                        + " function was specified.");
    }

    @Builtin(value = "memo", kind = BuiltinKind.GETTER)
    static Object memo(PyUnpickler self) {
        return new Memo(self);
    }

    @Builtin(value = "memo", kind = BuiltinKind.SETTER)
    static void setMemo(PyUnpickler self, Object value) {
        PicklerType.require(value, "memo");
        PyDict d = value instanceof Memo m ? m.copy() : value instanceof PyDict p ? p : null;
        if (d == null) {
            throw Errors.typeError(
                    "'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s",
                    Types.of(value).fullName());
        }
        for (int i = d.first(); i >= 0; i = d.next(i)) {
            if (!(d.keyAt(i) instanceof Long key)) {
                throw Errors.typeError("memo key must be integers");
            }
            if (key < 0) {
                throw Errors.valueError("memo key must be positive integers.");
            }
        }
        self.clearMemo();
        for (int i = d.first(); i >= 0; i = d.next(i)) {
            self.remember((Long) d.keyAt(i), d.valueAt(i));
        }
    }

    /** {@code Unpickler.memo}. */
    public static final class Memo extends PyObject {
        static final PyType TYPE =
                PyType.builtin("_pickle.UnpicklerMemoProxy", UnpicklerMemoTable::new, null)
                        .sealed()
                        .madeAtRunTime();

        final PyUnpickler unpickler;

        Memo(PyUnpickler unpickler) {
            super(TYPE);
            this.unpickler = unpickler;
        }

        PyDict copy() {
            PyDict out = new PyDict();
            unpickler.forEachRemembered(out::put);
            return out;
        }
    }

    static Object reduced(Memo m) {
        return new PyTuple(DictType.TYPE, new PyTuple(m.copy()));
    }
}
