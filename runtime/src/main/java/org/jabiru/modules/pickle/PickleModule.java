package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Buffers;

/** The functions of {@code _pickle}. */
@BuiltinModule("_pickle")
public final class PickleModule {
    private PickleModule() {}

    /** Adds the types and exceptions. */
    public static void initialize(PyModule module) {
        PickleErrors errors = PickleErrors.get();
        module.dict.put("PickleError", errors.base);
        module.dict.put("PicklingError", errors.pickling);
        module.dict.put("UnpicklingError", errors.unpickling);
        module.dict.put("Pickler", PicklerType.TYPE);
        module.dict.put("Unpickler", UnpicklerType.TYPE);
        module.dict.put("PickleBuffer", PickleBufferType.TYPE);
    }

    @Builtin(
            value = "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
            doc = "Write a pickled representation of obj to the open file object file.")
    static void dump(
            Object o, Object file, Object protocol, boolean fixImports, Object bufferCallback) {
        PyPickler pickler = new PyPickler(PicklerType.TYPE);
        PicklerType.init(pickler, file, protocol, fixImports, bufferCallback);
        PicklerType.dump(pickler, o);
    }

    @Builtin(
            value = "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
            doc = "Return the pickled representation of the object as a bytes object.")
    static Object dumps(Object o, Object protocol, boolean fixImports, Object bufferCallback) {
        PyPickler pickler = new PyPickler(PicklerType.TYPE);
        PicklerType.configure(pickler, protocol, fixImports, bufferCallback);
        PickleOutput out = new PickleOutput(null);
        new ObjectSaver(pickler, out).dump(o);
        return new PyBytes(out.toByteArray());
    }

    @Builtin(
            value =
                    "load(file, *, fix_imports=True, encoding='ASCII', errors='strict',"
                            + " buffers=())",
            doc = "Read and return an object from the pickle data stored in a file.")
    static Object load(
            Object file,
            boolean fixImports,
            TruffleString encoding,
            TruffleString errors,
            Object buffers) {
        PyUnpickler unpickler = new PyUnpickler(UnpicklerType.TYPE);
        UnpicklerType.init(unpickler, file, fixImports, encoding, errors, buffers);
        return UnpicklerType.load(unpickler);
    }

    @Builtin(
            value =
                    "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict',"
                            + " buffers=())",
            doc = "Read and return an object from the given pickle data.")
    static Object loads(
            Object data,
            boolean fixImports,
            TruffleString encoding,
            TruffleString errors,
            Object buffers) {
        if (Str.valueOrNull(data) != null) {
            throw Errors.typeError("a bytes-like object is required, not 'str'");
        }
        PyUnpickler unpickler = new PyUnpickler(UnpicklerType.TYPE);
        UnpicklerType.configure(unpickler, fixImports, encoding, errors, buffers);
        PickleInput in = new PickleInput(Buffers.bytesOf(data));
        return new ObjectLoader(unpickler, in).load();
    }

    /** No argument at all: None, or the empty tuple that stands in the signature. */
    static boolean isAbsent(Object o) {
        return o == null || o == Singleton.NONE || o instanceof PyTuple t && t.size() == 0;
    }
}
