package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.capsule.CapsuleType;
import org.jabiru.builtins.complex.ComplexType;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.dict.DictItemsType;
import org.jabiru.builtins.dict.DictKeysType;
import org.jabiru.builtins.dict.DictValuesType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.dict.PyDictIterator.Part;
import org.jabiru.builtins.dict.PyDictView;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.floats.FloatType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.MemoryViewType;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.builtins.module.ModuleType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.slice.SliceType;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.weakref.PyWeakReference;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.capi.modules.ModuleDefinition;
import org.jabiru.capi.types.PyNativeObject;
import org.jabiru.modules.array.PyArray;
import org.jabiru.modules.struct.PyStruct;
import org.jabiru.object.Errors;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyInt;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyStr;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The native memory of Java's objects: what C may read of them without asking. */
public final class Mirrors {
    /** Bytes objects up to this size are copied at each crossing and get no handle. */
    static final int COPIED_BYTES = 64;

    /** {@code PySliceObject.start}, {@code stop}, {@code step}. */
    private static final int SLICE_PARTS = 16;

    private final CapiContext context;
    private final Crossing crossing;

    private final ValueWriter writer;
    private final NativeState state;
    private final ListMirrors lists;
    private final TupleMirrors tuples;

    /** What C changed without asking. */
    public final Writes writes;

    Mirrors(CapiContext context, Crossing crossing, ValueWriter writer) {
        this.context = context;
        this.crossing = crossing;
        this.writer = writer;
        this.state = context.state;
        this.lists = new ListMirrors(context, crossing);
        this.tuples = new TupleMirrors(context, crossing);
        this.writes = new Writes(context, lists);
    }

    /** Memory for an object that has none yet; the caller gets the one reference. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public long create(PyObject o) {
        if (o == NullItemType.Item.NULL) {
            throw Errors.systemError("the item of a tuple or list made in C is NULL");
        }
        if (o instanceof PyType t) {
            long address = context.types.addressOf(t);
            ObjectLayout.incref(address);
            return address;
        }
        long type = context.types.addressOf(o.type());
        long p =
                switch (o) {
                    case PyTuple t -> {
                        if (t.size() == 0 && type == context.staticTypes.tupleType) {
                            yield state.emptyTuple;
                        }
                        yield tuple(t, type);
                    }
                    case PyList l -> zeroed(type, ObjectLayout.LIST_SIZE_OF);
                    case PyDict d -> {
                        long made = zeroed(type, 0);
                        Memory.putLong(made + ObjectLayout.DICT_USED, d.size());
                        yield made;
                    }
                    case PySet s -> {
                        long made = zeroed(type, ObjectLayout.SET_USED + 8);
                        Memory.putLong(made + ObjectLayout.SET_USED, s.size());
                        yield made;
                    }
                    case PyArray a -> zeroed(type, SharedArray.SIZE);
                    case PyStruct s -> {
                        long made = zeroed(type, ObjectLayout.STRUCT_COUNT + 8);
                        Memory.putLong(made + ObjectLayout.STRUCT_SIZE, s.size());
                        Memory.putLong(made + ObjectLayout.STRUCT_COUNT, s.count());
                        yield made;
                    }
                    case PyWeakReference r -> {
                        long made = zeroed(type, ObjectLayout.WEAK_OBJECT + 8);
                        writeReferent(r, made);
                        yield made;
                    }
                    case PyMemoryView v when crossing.readsListsDirectly() ->
                            MemoryViewMirrors.create(context, v, type);
                    case PySlice s -> slice(s, type);
                    case PyBytes b -> bytes(b, type);
                    case PyInt i -> integer(i, type);
                    case PyFloat f -> {
                        long made = zeroed(type, 0);
                        Memory.putDouble(made + ObjectLayout.FLOAT_VALUE, f.value);
                        yield made;
                    }
                    case PyComplex c -> {
                        long made = zeroed(type, ObjectLayout.COMPLEX_IMAG + 8);
                        Memory.putDouble(made + ObjectLayout.COMPLEX_REAL, c.real);
                        Memory.putDouble(made + ObjectLayout.COMPLEX_IMAG, c.imag);
                        yield made;
                    }
                    case PyStr s -> str(s, type);
                    case PyNativeObject lost ->
                            throw Errors.systemError(
                                    "the memory of an object of type '%s' is gone",
                                    lost.type().name());
                    default -> {
                        long made = zeroed(type, 0);
                        DescriptorMirrors.write(context, o, type, made);
                        DateTimeMirrors.write(crossing, o, made);
                        CodeMirrors.write(crossing, o, made);
                        TracebackMirrors.write(crossing, o, made);
                        yield made;
                    }
                };
        boolean fillable =
                o instanceof PyBytes b
                        && type == context.staticTypes.bytesType
                        && UnfinishedBytes.isBlank(b);
        if (ObjectLayout.isImmortal(p)
                || o instanceof PyBytes b
                        && type == context.staticTypes.bytesType
                        && b.value.length <= COPIED_BYTES
                        && !fillable) {
            if (o instanceof PyBytes b) {
                crossing.lent(b, p);
            }
            return p;
        }
        Handle h = context.handles.bind(o, p, Handle.Kind.PROXY);
        HandleTable.hold(h, o);
        if (fillable) {
            crossing.unfinishedBytes().add(h);
        }
        if (o.type().isHeapType()) {
            referToType(h, o.type(), type);
        }
        if (state.isOurs(type) && (ObjectLayout.flags(type) & ObjectLayout.FLAG_C_FIELDS) != 0) {
            state.functions.jabiru_gc_track(p);
        }
        if (o instanceof PyArray a) {
            SharedArray.share(context, a, p);
        } else if (o instanceof PyTuple t) {
            h.ownsObjects = TupleMirrors.hasObjects(t);
        } else if (DescriptorMirrors.writeMethod(context, o, p)) {
            h.ownsObjects = true;
        } else if (o instanceof PyList l && crossing.readsListsDirectly()) {
            lists.refresh(h, l);
        } else if (o instanceof PyByteArray b && crossing.readsListsDirectly()) {
            context.byteArrays.addressOf(b);
        } else if (o instanceof PyBaseException e) {
            ExceptionMirrors.write(crossing, e, p);
        }
        return p;
    }

    /** A class of Java's is kept by its instances, and shown by their memory. */
    private void referToType(Handle h, PyType type, long address) {
        Handle known = HandleTable.of(type);
        boolean dealloc =
                !state.isOurs(address)
                        || (ObjectLayout.flags(address) & ObjectLayout.FLAG_C_FIELDS) != 0;
        if (dealloc || known == null || known.kind != Handle.Kind.TYPE) {
            // As every instance of a heap type: tp_dealloc gives it back.
            ObjectLayout.incref(address);
        } else {
            h.typeUsers = known.users().use();
        }
    }

    /**
     * The object for memory that C allocated for an instance whose type has a builtin base: from
     * now on Java's object is the truth, and C's fields stay where they are.
     */
    public PyObject adopt(PyType type, long p) {
        long flags = Memory.getLong(context.types.addressOf(type) + TypeLayout.FLAGS);
        PyObject made = null;
        if ((flags & TypeLayout.LONG_SUBCLASS) != 0) {
            made = new PyInt(type, ValueReader.readInt(p));
        } else if ((flags & TypeLayout.TUPLE_SUBCLASS) != 0) {
            int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
            made = new PyTuple(type, crossing.readItems(p + ObjectLayout.TUPLE_ITEMS, size));
        } else if ((flags & TypeLayout.BYTES_SUBCLASS) != 0) {
            made = new PyBytes(type, ValueReader.readBytes(p));
        } else if ((flags & TypeLayout.STR_SUBCLASS) != 0) {
            made = new PyStr(type, ValueReader.readStr(p));
        } else if (type.isSubtype(FloatType.TYPE)) {
            made = new PyFloat(type, ValueReader.readFloat(p));
        } else if (type.isSubtype(ComplexType.TYPE)) {
            made =
                    new PyComplex(
                            type,
                            Memory.getDouble(p + ObjectLayout.COMPLEX_REAL),
                            Memory.getDouble(p + ObjectLayout.COMPLEX_IMAG));
        } else if (type == DictKeysType.TYPE) {
            made = dictView(p, Part.KEYS);
        } else if (type == DictValuesType.TYPE) {
            made = dictView(p, Part.VALUES);
        } else if (type == DictItemsType.TYPE) {
            made = dictView(p, Part.ITEMS);
        }
        if (made == null) {
            made = (PyObject) type.factory.make(type);
        }
        if (made instanceof PyList list) {
            int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
            for (Object item :
                    crossing.readItems(Memory.getLong(p + ObjectLayout.LIST_ITEMS), size)) {
                list.append(item);
            }
        }
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) & ~ObjectLayout.FLAG_INSTANCE);
        Handle h = context.handles.bind(made, p, Handle.Kind.PROXY);
        HandleTable.hold(h, made);
        if (made instanceof PyArray a) {
            SharedArray.share(context, a, p);
        }
        h.ownsObjects = made instanceof PyTuple t && TupleMirrors.hasObjects(t);
        return made;
    }

    /** A view that C filled itself (mypyc); Java's keeps the dict from now on. */
    private PyDictView dictView(long p, Part part) {
        long dict = Memory.getLong(p + ObjectLayout.DICT_VIEW_DICT);
        context.boundary.releaseLater(dict);
        return new PyDictView((PyDict) crossing.borrowed(dict), part);
    }

    private long zeroed(long type, int atLeast) {
        long basic = Memory.getLong(type + TypeLayout.BASICSIZE);
        int size = Math.max(Math.max((int) basic, atLeast), 16);
        return state.functions.jabiru_object_new(type, size);
    }

    private long tuple(PyTuple t, long type) {
        long base = Memory.getLong(type + TypeLayout.BASICSIZE);
        long size = Math.max(base, ObjectLayout.TUPLE_ITEMS) + 8L * TupleMirrors.count(t);
        long p = state.functions.jabiru_object_new(type, size);
        tuples.write(t, p);
        return p;
    }

    /** A tuple of C's that Java has not met. */
    PyTuple adoptTuple(long p) {
        return tuples.adopt(p);
    }

    /** A tuple's memory, to which C has no reference any more, has none to objects of Java's. */
    public void giveUpItems(Handle h, PyTuple t) {
        tuples.giveUpItems(h, t);
    }

    /** A tuple's memory has references to all items, as C gets one to the tuple. */
    void takeItems(Handle h, PyObject t) {
        tuples.takeItems(h, (PyTuple) t);
    }

    private long slice(PySlice s, long type) {
        long p = zeroed(type, 0);
        Memory.putLong(p + SLICE_PARTS, crossing.toNew(s.start));
        Memory.putLong(p + SLICE_PARTS + 8, crossing.toNew(s.stop));
        Memory.putLong(p + SLICE_PARTS + 16, crossing.toNew(s.step));
        return p;
    }

    private long bytes(PyBytes b, long type) {
        byte[] value = b.value;
        if (type == context.staticTypes.bytesType && value.length == 0) {
            return state.emptyBytes;
        }
        long base = Memory.getLong(type + TypeLayout.BASICSIZE);
        long p =
                state.functions.jabiru_object_new(
                        type, Math.max(base, ObjectLayout.BYTES_DATA) + value.length + 1L);
        ValueWriter.writeBytes(p, value, 0, value.length);
        return p;
    }

    private long integer(PyInt i, long type) {
        BigInteger big = i.value instanceof BigInteger v ? v : null;
        int digits = big == null ? 3 : (big.abs().bitLength() + 29) / 30;
        long p = zeroed(type, ObjectLayout.LONG_DIGITS + 4 * digits);
        if (big == null) {
            ValueWriter.writeLong(p, (Long) i.value);
        } else {
            ValueWriter.writeBig(p, big, digits);
        }
        return p;
    }

    /** A subclass of str is not compact: the characters are behind a pointer. */
    private long str(PyStr s, long type) {
        long p = zeroed(type, ObjectLayout.STR_DATA + 8);
        Memory.putLong(p + ObjectLayout.STR_LENGTH, Str.length(s.value));
        Memory.putLong(p + ObjectLayout.STR_HASH, -1);
        Memory.putInt(p + ObjectLayout.STR_STATE, 4 << ObjectLayout.STR_KIND_SHIFT);
        Memory.putLong(p + ObjectLayout.STR_DATA, writer.utf32Buffer(s.value));
        return p;
    }

    /** What inlined code reads of an object that crosses. */
    void bringUpToDate(PyObject o, long p) {
        if (o instanceof PyList) {
            refresh(p);
        } else if (o instanceof PyDict d) {
            Memory.putLong(p + ObjectLayout.DICT_USED, d.size());
        } else if (o instanceof PySet s) {
            Memory.putLong(p + ObjectLayout.SET_USED, s.size());
        } else if (o instanceof PyByteArray b) {
            if (crossing.readsListsDirectly()) {
                context.byteArrays.addressOf(b);
            } else {
                context.byteArrays.toC(b);
            }
        } else if (o instanceof PyWeakReference r) {
            writeReferent(r, p);
        } else if (o instanceof PyBaseException e) {
            ExceptionMirrors.write(crossing, e, p);
        } else {
            DateTimeMirrors.writeFold(o, p);
        }
    }

    /** What inlined code reads of a list of which one item was set. */
    void itemSet(Handle h, PyList list, long index) {
        lists.refreshItem(h, list, index);
    }

    /** What inlined code reads of a list to which an item was appended. */
    void appended(Handle h, PyList list) {
        lists.appended(h, list);
    }

    /**
     * PyWeakref_GET_OBJECT is inlined: it takes None, or a count of 0, for a dead object. What it
     * refers to may be a weak reference as well, so the compiler must not follow.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    private void writeReferent(PyWeakReference r, long p) {
        Object referent = r.referentOrNull();
        Memory.putLong(
                p + ObjectLayout.WEAK_OBJECT,
                referent == null ? state.none : crossing.toBorrowed(referent));
    }

    /** Brings a list's mirror up to date ({@code jabiru_refresh}). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void refresh(long p) {
        Handle h = context.handles.at(p);
        if (h != null && crossing.borrowed(p) instanceof PyList list) {
            holdBorrowed(h, list);
            lists.refresh(h, list);
        }
    }

    /** Brings those up to date that changed while C had them. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void refreshChangedLists() {
        lists.refreshChanged();
    }

    /** Brings a list's size and one item up to date ({@code jabiru_refresh_item}). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void refreshItem(long p, long index) {
        Handle h = context.handles.at(p);
        if (h != null && crossing.borrowed(p) instanceof PyList list) {
            holdBorrowed(h, list);
            lists.refreshItem(h, list, index);
        }
    }

    /** A list that C knows from an earlier call gives its items up again when C has returned. */
    private void holdBorrowed(Handle h, PyList list) {
        if (!h.isHeld()) {
            context.boundary.holdUntilReturn(h, list);
        }
    }

    /** Java's list becomes what inlined code of C has made of its memory. */
    void readChanges(Handle h, PyList list) {
        lists.readChanges(h, list);
    }

    /** C has returned: does so for the lists that C got since it was called. */
    public void readChanges() {
        if (lists.hasShown()) {
            lists.readChanges();
        }
    }

    /** C calls Python code: does so for those of them that are short, and for short bytes. */
    public void readChangesOfShort() {
        if (!crossing.unfinishedBytes().isEmpty()) {
            crossing.unfinishedBytes().completeShort();
        }
        if (lists.hasShown()) {
            lists.readChangesOfShort();
        }
    }

    /** The memory of a list that C made is its mirror from now on. */
    void adopted(Handle h, PyList list) {
        lists.adopted(h, list);
    }

    /** A list's memory gives up the items, until C asks for them again. */
    public void empty(Handle h) {
        long p = h.address;
        long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
        int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        Memory.putLong(p + ObjectLayout.LIST_ITEMS, 0);
        Memory.putLong(p + ObjectLayout.SIZE, 0);
        Memory.putLong(p + ObjectLayout.LIST_ALLOCATED, 0);
        Memory.putInt(p + ObjectLayout.PREFIX_EPOCH, state.epoch() - 1);
        lists.freed(h);
        h.room = 0;
        h.exported = null;
        h.places = null;
        h.ownsObjects = false;
        if (items != 0) {
            releaseItems(items, size);
            state.functions.PyMem_Free(items);
        }
    }

    private void releaseItems(long items, int count) {
        for (int i = 0; i < count; i++) {
            context.boundary.releaseLaterOrNull(Memory.getLong(items + 8L * i));
        }
    }

    /** Frees the memory of a proxy that C no longer refers to, with what hangs off it. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void free(Handle h, PyObject objectOrNull) {
        if (h.isUsed()) {
            h.users().endLater(h, context.boundary::proxyWithoutObject);
            return;
        }
        long p = h.address;
        long type = ObjectLayout.type(p);
        long flags = Memory.getLong(type + TypeLayout.FLAGS);
        if (type == context.types.addressOf(ModuleType.TYPE)) {
            ModuleDefinition.freed(context, p);
        }
        context.handles.unbind(h);
        lists.freed(h);
        tuples.forgetBorrowed(h);
        DescriptorMirrors.free(context, type, p);
        if (type == context.staticTypes.codeType) {
            CodeMirrors.free(context, p);
        }
        if ((ObjectLayout.flags(p) & ObjectLayout.FLAG_OWNS_ITEMS) != 0) {
            SharedArray.free(context, p);
        }
        if (!state.isOurs(type) || (ObjectLayout.flags(type) & ObjectLayout.FLAG_C_FIELDS) != 0) {
            // tp_dealloc does the rest: the fields that C added, then the base's part.
            ObjectLayout.setFlags(
                    p,
                    ObjectLayout.flags(p) & ~ObjectLayout.FLAG_PROXY | ObjectLayout.FLAG_FINALIZED);
            ObjectLayout.setRefcount(p, 0);
            context.state.functions.jabiru_dealloc(p);
            return;
        }
        if ((flags & TypeLayout.LIST_SUBCLASS) != 0) {
            long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
            if (items != 0) {
                releaseItems(items, Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE)));
                state.functions.PyMem_Free(items);
            }
        } else if ((flags & TypeLayout.TUPLE_SUBCLASS) != 0 && h.ownValues == null) {
            int hidden = objectOrNull instanceof PyStructSequence s ? s.hidden.length : 0;
            releaseItems(
                    p + ObjectLayout.TUPLE_ITEMS,
                    Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE)) + hidden);
        } else if ((flags & TypeLayout.STR_SUBCLASS) != 0) {
            freeStr(p);
        } else if (type == context.types.addressOf(MemoryViewType.TYPE)) {
            context.boundary.releaseLaterOrNull(MemoryViewMirrors.shown(p));
        } else if (type == context.types.addressOf(SliceType.TYPE)) {
            releaseItems(p + SLICE_PARTS, 3);
        }
        if (type == context.types.addressOf(CapsuleType.TYPE)) {
            // C made it, and may want to know of its end.
            ObjectLayout.setFlags(p, ObjectLayout.flags(p) & ~ObjectLayout.FLAG_PROXY);
            state.functions.jabiru_dealloc(p);
        } else {
            state.functions.jabiru_object_free(p);
        }
        context.boundary.drainIfIdle();
        if (h.typeUsers != null) {
            h.typeUsers.release();
        } else if ((flags & TypeLayout.HEAPTYPE) != 0) {
            context.boundary.releaseLater(type);
        }
    }

    /** Memoryviews were released. */
    public void releaseViews(Handle[] views) {
        for (Handle h : views) {
            if (h.isBound()) {
                MemoryViewMirrors.release(context, h.address);
            }
        }
    }

    private void freeStr(long p) {
        long data = Memory.getLong(p + ObjectLayout.STR_DATA);
        state.functions.PyMem_Free(data);
        long utf8 = Memory.getLong(p + ObjectLayout.STR_UTF8);
        if (utf8 != data) {
            state.functions.PyMem_Free(utf8);
        }
    }
}
