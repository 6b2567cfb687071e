package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import org.jabiru.ThreadState;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.codecs.UnicodeEscape;
import org.jabiru.builtins.codecs.Utf8;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Nesting;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** Writes objects: the builtin types here, all others through {@link ReduceSaver}. */
final class ObjectSaver {
    final PyPickler pickler;
    final PickleOutput out;
    final int protocol;
    final ContainerSaver containers = new ContainerSaver(this);
    final ReduceSaver reduce = new ReduceSaver(this);
    final GlobalSaver globals = new GlobalSaver(this);

    /** A callable, or null: hooks that subclasses and instances may have. */
    private Object persistentId;

    private Object reducerOverride;

    /** {@code dispatch_table} of the pickler, or null for copyreg's. */
    private Object dispatchTable;

    ObjectSaver(PyPickler pickler, PickleOutput out) {
        this.pickler = pickler;
        this.out = out;
        this.protocol = pickler.protocol;
    }

    IdentityHashMap<Object, Integer> memo() {
        return pickler.memo;
    }

    void dump(Object o) {
        pickler.busy = true;
        try {
            findHooks();
            if (protocol >= 2) {
                out.op(Opcode.PROTO, 1, protocol);
            }
            if (protocol >= 4) {
                out.startFraming();
            }
            save(o);
            out.op(Opcode.STOP);
            out.end();
        } finally {
            pickler.busy = false;
        }
    }

    private void findHooks() {
        if (pickler.type() == PicklerType.TYPE && Attributes.instanceDict(pickler).size() == 0) {
            return;
        }
        boolean own =
                Attributes.instanceDict(pickler).get("persistent_id") != null
                        || pickler.type().lookup("persistent_id")
                                != PicklerType.TYPE.lookup("persistent_id");
        persistentId = own ? Attributes.get(pickler, "persistent_id") : null;
        reducerOverride = Attributes.getOrNull(pickler, "reducer_override");
        dispatchTable = Attributes.getOrNull(pickler, "dispatch_table");
    }

    void save(Object o) {
        ThreadState thread = Nesting.enter(" while pickling an object");
        try {
            save(o, true);
        } finally {
            thread.nesting--;
        }
    }

    private void save(Object o, boolean persistent) {
        out.commitFrame();
        if (persistent && persistentId != null) {
            Object id = Call.call(persistentId, o);
            if (id != Singleton.NONE) {
                savePersistent(id);
                return;
            }
        }
        if (saveAtom(o)) {
            return;
        }
        Integer known = memo().get(o);
        if (known != null) {
            get(known);
            return;
        }
        if (o instanceof TruffleString s) {
            saveStr(s);
            return;
        }
        PyType type = Types.of(o);
        if (o instanceof PyBytes b && !type.isHeapType()) {
            saveBytes(b);
            return;
        }
        if (reducerOverride != null) {
            Object reduced = Call.call(reducerOverride, o);
            if (reduced != Singleton.NOT_IMPLEMENTED) {
                reduce.saveReduced(o, reduced);
                return;
            }
        }
        if (!saveContainer(o, type)) {
            saveOther(o, type);
        }
    }

    /** What is written anew wherever it occurs. */
    private boolean saveAtom(Object o) {
        switch (o) {
            case Singleton s when s == Singleton.NONE -> out.op(Opcode.NONE);
            case Boolean b when protocol >= 2 -> out.op(b ? Opcode.NEWTRUE : Opcode.NEWFALSE);
            case Boolean b -> out.ascii(b ? "I01\n" : "I00\n");
            case Long l -> saveLong(l);
            case BigInteger i -> saveBig(i);
            case Double d when pickler.bin -> out.doubleValue(Opcode.BINFLOAT, d);
            case Double d -> out.ascii("F" + Str.java(Repr.repr(d)) + "\n");
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean saveContainer(Object o, PyType type) {
        switch (o) {
            case PyDict d when type == DictType.TYPE -> containers.saveDict(d);
            case PyList l when type == ListType.TYPE -> containers.saveList(l);
            case PyTuple t when type == TupleType.TYPE -> containers.saveTuple(t);
            case PySet s when !type.isHeapType() -> containers.saveSet(s);
            case PyByteArray b when !type.isHeapType() -> saveByteArray(b);
            case PyPickleBuffer b -> saveBuffer(b);
            case PyFunction f -> globals.save(f, null);
            case PyType t when type == TypeType.TYPE -> saveType(t);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void saveOther(Object o, PyType type) {
        Object function =
                dispatchTable != null
                        ? itemOrNull(dispatchTable, type)
                        : PickleRegistry.get().dispatchTable().get(type);
        Object reduced;
        if (function != null) {
            reduced = Call.call(function, o);
        } else if (o instanceof PyType) {
            globals.save(o, null);
            return;
        } else {
            Object method = Attributes.getOrNull(o, "__reduce_ex__");
            if (method != null) {
                reduced = Call.call(method, (long) protocol);
            } else {
                method = Attributes.getOrNull(o, "__reduce__");
                if (method == null) {
                    throw PickleErrors.pickling("Can't pickle %s object", type.fullName());
                }
                reduced = Call.call(method);
            }
        }
        reduce.saveReduced(o, reduced);
    }

    private static Object itemOrNull(Object table, Object key) {
        try {
            return Sequences.getItem(table, key);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.LookupError)) {
                return null;
            }
            throw e;
        }
    }

    private void savePersistent(Object id) {
        if (pickler.bin) {
            save(id, false);
            out.op(Opcode.BINPERSID);
            return;
        }
        TruffleString text = Repr.str(id);
        for (int c : Str.codePoints(text)) {
            if (c > 127) {
                throw PickleErrors.pickling("persistent IDs in protocol 0 must be ASCII strings");
            }
        }
        out.ascii("P" + Str.java(text) + "\n");
    }

    // ---- the memo ----

    void memoize(Object o) {
        if (pickler.fast) {
            return;
        }
        int index = memo().size();
        if (protocol >= 4) {
            out.op(Opcode.MEMOIZE);
        } else if (!pickler.bin) {
            out.ascii("p" + index + "\n");
        } else if (index < 256) {
            out.op(Opcode.BINPUT, 1, index);
        } else {
            out.op(Opcode.LONG_BINPUT, 4, index);
        }
        memo().put(o, index);
    }

    void get(int index) {
        if (!pickler.bin) {
            out.ascii("g" + index + "\n");
        } else if (index < 256) {
            out.op(Opcode.BINGET, 1, index);
        } else {
            out.op(Opcode.LONG_BINGET, 4, index);
        }
    }

    // ---- numbers and text ----

    private void saveLong(long l) {
        boolean fits = l == (int) l;
        if (pickler.bin && l >= 0 && l <= 0xff) {
            out.op(Opcode.BININT1, 1, l);
        } else if (pickler.bin && l >= 0 && l <= 0xffff) {
            out.op(Opcode.BININT2, 2, l);
        } else if (pickler.bin && fits) {
            out.op(Opcode.BININT, 4, l);
        } else if (protocol >= 2) {
            saveBig(BigInteger.valueOf(l));
        } else {
            out.ascii(fits ? "I" + l + "\n" : "L" + l + "L\n");
        }
    }

    private void saveBig(BigInteger i) {
        if (protocol < 2) {
            out.ascii("L" + Str.java(Repr.repr(i)) + "L\n");
            return;
        }
        byte[] big = i.toByteArray();
        byte[] little = new byte[big.length];
        for (int k = 0; k < big.length; k++) {
            little[k] = big[big.length - 1 - k];
        }
        if (little.length < 256) {
            out.op(Opcode.LONG1, 1, little.length);
        } else {
            out.op(Opcode.LONG4, 4, little.length);
        }
        out.bytes(little);
    }

    private void saveStr(TruffleString s) {
        if (pickler.bin) {
            PyBytes encoded = new PyBytes(Utf8.encode(s, "surrogatepass"));
            if (protocol >= 4 && encoded.size() <= 0xff) {
                out.payload(Opcode.SHORT_BINUNICODE, 1, encoded);
            } else {
                out.payload(Opcode.BINUNICODE, 4, encoded);
            }
        } else {
            out.op(Opcode.UNICODE);
            out.bytes(UnicodeEscape.encodeRaw(Str.of(escaped(s))));
            out.ascii("\n");
        }
        memoize(s);
    }

    /** What the codec leaves alone, but a line of a pickle cannot hold. */
    private static String escaped(TruffleString s) {
        StringBuilder b = new StringBuilder();
        for (int c : Str.codePoints(s)) {
            switch (c) {
                case '\\', 0, '\n', '\r', 0x1a -> b.append(String.format("\\u%04x", c));
                default -> b.appendCodePoint(c);
            }
        }
        return b.toString();
    }

    // ---- bytes ----

    private void saveBytes(PyBytes b) {
        if (protocol >= 3) {
            writeBytes(b);
            memoize(b);
        } else if (b.size() == 0) {
            reduce.save(b, Types.of(b), PyTuple.EMPTY);
        } else {
            Object encode = PickleRegistry.get().codecsEncode();
            TruffleString text = Str.ofLatin1(b.value, 0, b.size());
            reduce.save(b, encode, new PyTuple(text, Str.name("latin1")));
        }
    }

    private void writeBytes(PyBytes b) {
        if (b.size() <= 0xff) {
            out.payload(Opcode.SHORT_BINBYTES, 1, b);
        } else {
            out.payload(Opcode.BINBYTES, 4, b);
        }
    }

    private void saveByteArray(PyByteArray b) {
        if (protocol >= 5) {
            out.payload(Opcode.BYTEARRAY8, 8, new PyBytes(b.toByteArray()));
            memoize(b);
        } else if (b.size() == 0) {
            reduce.save(b, Types.of(b), PyTuple.EMPTY);
        } else {
            reduce.save(b, Types.of(b), new PyTuple(new PyBytes(b.toByteArray())));
        }
    }

    private void saveBuffer(PyPickleBuffer b) {
        if (protocol < 5) {
            throw PickleErrors.pickling("PickleBuffer can only be pickled with protocol >= 5");
        }
        var view = b.view();
        if (!view.isCContiguous() && !view.isFContiguous()) {
            throw PickleErrors.pickling(
                    "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
        }
        boolean inBand =
                pickler.bufferCallback == null
                        || Truth.isTrue(Call.call(pickler.bufferCallback, b));
        if (!inBand) {
            out.op(Opcode.NEXT_BUFFER);
            if (view.readOnly) {
                out.op(Opcode.READONLY_BUFFER);
            }
            return;
        }
        PyBytes content = new PyBytes(view.toByteArray(!view.isCContiguous()));
        if (view.readOnly) {
            writeBytes(content);
            memoize(content);
        } else {
            out.payload(Opcode.BYTEARRAY8, 8, content);
            memoize(content);
        }
    }

    private void saveType(PyType t) {
        if (t == Types.of(Singleton.NONE)) {
            reduce.save(t, TypeType.TYPE, new PyTuple(Singleton.NONE));
        } else if (t == Types.of(Singleton.NOT_IMPLEMENTED)) {
            reduce.save(t, TypeType.TYPE, new PyTuple(Singleton.NOT_IMPLEMENTED));
        } else if (t == Types.of(Singleton.ELLIPSIS)) {
            reduce.save(t, TypeType.TYPE, new PyTuple(Singleton.ELLIPSIS));
        } else {
            globals.save(t, null);
        }
    }
}
