package org.jabiru.capi.convert;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.complex.PyComplex;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.capi.types.StaticTypes;
import org.jabiru.modules.datetime.PyDateTime;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;

/**
 * Objects crossing the border. Each method says what happens to references: C's rules are those of
 * the C-API manual (Objects, Types and Reference Counts).
 */
public final class Crossing {
    /** A list of C's whose items are being read, in the course of others: it may be among them. */
    private record Adoption(long address, PyList list, Adoption outer) {}

    private final CapiContext context;
    private final NativeState state;
    private final HandleTable handles;
    private final StaticTypes types;
    private final ValueWriter writer;
    private final StrCache strs;
    private final Mirrors mirrors;
    private final UnfinishedLists unfinishedLists;
    private final UnfinishedBytes unfinishedBytes;

    public Crossing(CapiContext context) {
        this.context = context;
        this.state = context.state;
        this.handles = context.handles;
        this.types = context.staticTypes;
        this.writer = new ValueWriter(state, types);
        this.strs = new StrCache(this, writer);
        this.mirrors = new Mirrors(context, this, writer);
        this.unfinishedLists = new UnfinishedLists(this, mirrors);
        this.unfinishedBytes = new UnfinishedBytes(handles);
    }

    /** Whether an extension was loaded whose inlined code reads the memory of lists. */
    private boolean readsListsDirectly;

    private final LentBytes lentBytes = new LentBytes();

    /** The innermost list that is being read. */
    private Adoption adoption;

    /** From now on the memory of a list is up to date whenever it crosses. */
    public void fillLists() {
        readsListsDirectly = true;
        state.functions.jabiru_inlined_lists();
    }

    /** An object's memory after Java changed the object under C's eyes. */
    public void bringUpToDate(PyObject o) {
        Handle h = readsListsDirectly ? HandleTable.of(o) : null;
        if (h != null) {
            mirrors.bringUpToDate(o, h.address);
        }
    }

    /** A list's memory after Java set an item under C's eyes. */
    public void itemSet(PyList list, long index) {
        Handle h = readsListsDirectly ? HandleTable.of(list) : null;
        if (h != null) {
            mirrors.itemSet(h, list, index);
        }
    }

    /** A list's memory after Java appended an item under C's eyes. */
    public void appended(PyList list) {
        Handle h = readsListsDirectly ? HandleTable.of(list) : null;
        if (h != null) {
            mirrors.appended(h, list);
        }
    }

    boolean readsListsDirectly() {
        return readsListsDirectly;
    }

    public Mirrors mirrors() {
        return mirrors;
    }

    public UnfinishedLists unfinishedLists() {
        return unfinishedLists;
    }

    public UnfinishedBytes unfinishedBytes() {
        return unfinishedBytes;
    }

    public ValueWriter writer() {
        return writer;
    }

    // ---- Java to C ----

    /** The object for C, with a new reference. */
    public long toNew(Object o) {
        if (o instanceof Long l) {
            return writer.ofLong(l);
        }
        if (o instanceof PyObject p) {
            Handle h = HandleTable.of(p);
            if (h == null) {
                return mirrors.create(p);
            }
            ObjectLayout.incref(h.address);
            HandleTable.hold(h, p);
            if (h.ownValues != null) {
                mirrors.takeItems(h, p);
            }
            if (readsListsDirectly) {
                mirrors.bringUpToDate(p, h.address);
            }
            return h.address;
        }
        if (o instanceof TruffleString s) {
            return strs.toNew(s);
        }
        if (o instanceof Double d) {
            return writer.ofDouble(d);
        }
        if (o instanceof Boolean b) {
            return b ? state.trueValue : state.falseValue;
        }
        if (o instanceof BigInteger i) {
            return writer.ofBig(i);
        }
        if (o instanceof Singleton s) {
            return switch (s) {
                case NONE -> state.none;
                case NOT_IMPLEMENTED -> state.notImplemented;
                case ELLIPSIS -> state.ellipsis;
            };
        }
        throw Errors.systemError("not a Python object: %s", o == null ? "null" : o.getClass());
    }

    /**
     * The object for C while a call lasts; {@link #takeBack} ends the loan. What has a handle is
     * not held: the caller keeps it reachable until then.
     */
    public long lend(Object o) {
        if (o instanceof PyObject p) {
            Handle h = HandleTable.of(p);
            if (h != null) {
                ObjectLayout.incref(h.address);
                if (h.ownValues != null) {
                    mirrors.takeItems(h, p);
                }
                if (readsListsDirectly) {
                    mirrors.bringUpToDate(p, h.address);
                }
                return h.address;
            }
            return mirrors.create(p);
        }
        return toNew(o);
    }

    /** Ends a loan. C may have kept references of its own: then the object stays alive for it. */
    public void takeBack(Object o, long p) {
        if (ObjectLayout.isImmortal(p)) {
            ObjectLayout.resetImmortal(p);
            return;
        }
        long count = ObjectLayout.refcount(p) - 1;
        ObjectLayout.setRefcount(p, count);
        if (o instanceof PyObject x) {
            takeBackObject(x, p, count);
        } else if (count == 0) {
            if (o instanceof Long || o instanceof Double || isPlainStr(p)) {
                state.free(p);
            } else {
                dead(p);
            }
        }
    }

    /** Whether nothing hangs off a str that Java made. */
    private boolean isPlainStr(long p) {
        return ObjectLayout.type(p) == types.strType
                && (ObjectLayout.flags(p) & ObjectLayout.FLAG_TEXT) == 0
                && ((Memory.getInt(p + ObjectLayout.STR_STATE) & ObjectLayout.STR_ASCII) != 0
                        || Memory.getLong(p + ObjectLayout.STR_UTF8) == 0);
    }

    private void takeBackObject(PyObject o, long p, long count) {
        Handle h = HandleTable.of(o);
        if (readsListsDirectly && h != null && o instanceof PyList list) {
            mirrors.readChanges(h, list);
        }
        if (h == null) {
            if (count == 0) {
                ObjectLayout.setRefcount(p, 1);
                long over = lentBytes.keep(p);
                if (over != 0) {
                    release(over);
                }
            }
        } else if (count == 0) {
            if (h.isHeld() || h.ownsObjects || h.ownValues != null) {
                dead(p);
            }
        } else if (!h.isHeld() && (count > 1 || h.kind != Handle.Kind.INSTANCE)) {
            HandleTable.hold(h, o);
        }
    }

    /** A new reference for a place in a tuple or list, 0 for an item that C had left NULL. */
    long toNewItem(Object item) {
        return item == NullItemType.Item.NULL ? 0 : toNew(item);
    }

    /** Remembers of which object this is a copy. */
    void lent(PyBytes b, long p) {
        lentBytes.remember(b, p);
    }

    /** A tuple made for C, with references to its items; Java does not know it. */
    public long tuple(Object[] items, int from, int count) {
        long p = newTuple(count);
        for (int i = 0; i < count; i++) {
            Memory.putLong(p + ObjectLayout.TUPLE_ITEMS + 8L * i, toNew(items[from + i]));
        }
        return p;
    }

    private long newTuple(int count) {
        long p = state.allocate(types.tupleType, ObjectLayout.TUPLE_ITEMS + 8 * count);
        Memory.putLong(p + ObjectLayout.SIZE, count);
        Memory.putLong(p + ObjectLayout.TUPLE_HASH, -1);
        return p;
    }

    /** A tuple of lent items, lent itself. */
    public long lendTuple(Object[] items, int from, int count) {
        if (count == 0) {
            return state.emptyTuple;
        }
        long p = newTuple(count);
        for (int i = 0; i < count; i++) {
            Memory.putLong(p + ObjectLayout.TUPLE_ITEMS + 8L * i, lend(items[from + i]));
        }
        return p;
    }

    /** Ends the loan of a tuple, which C may have kept. */
    public void takeBackTuple(Object[] items, int from, int count, long p) {
        if (count == 0) {
            return;
        }
        if (ObjectLayout.refcount(p) == 1 && handles.at(p) == null) {
            for (int i = 0; i < count; i++) {
                takeBack(items[from + i], Memory.getLong(p + ObjectLayout.TUPLE_ITEMS + 8L * i));
            }
            state.free(p);
        } else {
            for (int i = 0; i < count; i++) {
                keep(items[from + i]);
            }
            release(p);
        }
    }

    /** C keeps what was lent. */
    private static void keep(Object o) {
        if (o instanceof PyObject x && HandleTable.of(x) != null) {
            HandleTable.hold(HandleTable.of(x), x);
        }
    }

    /**
     * The object for C, which must not count on it for longer than the object that contains it
     * lives: a borrowed reference. Values, which have no native home of their own, stay until the
     * outermost call into C returns.
     */
    public long toBorrowed(Object o) {
        if (o instanceof PyObject p) {
            Handle h = HandleTable.of(p);
            if (h != null && !h.ownsObjects) {
                if (h.ownValues != null) {
                    mirrors.takeItems(h, p);
                }
                if (!h.isHeld() || h.borrows > 0) {
                    // C may take a reference of its own, of which Java hears when C has returned.
                    context.boundary.holdUntilReturn(h, p);
                }
                if (readsListsDirectly) {
                    mirrors.bringUpToDate(p, h.address);
                }
                return h.address;
            }
        }
        long address = toNew(o);
        if (!ObjectLayout.isImmortal(address)) {
            context.boundary.releaseLater(address);
        }
        return address;
    }

    // ---- C to Java ----

    /** The object at a borrowed address. */
    public Object borrowed(long p) {
        Handle h = handles.at(p);
        if (h != null) {
            return resolve(h);
        }
        return unknown(p);
    }

    private Object resolve(Handle h) {
        PyObject o = h.object();
        if (readsListsDirectly && o instanceof PyList list) {
            mirrors.readChanges(h, list);
        } else if (readsListsDirectly && o instanceof PyMemoryView view) {
            MemoryViewMirrors.readChanges(h.address, view);
        }
        if (h.isUnfinished && o instanceof PyBytes b) {
            UnfinishedBytes.complete(h, b);
        }
        return o != null ? o : context.revive(h);
    }

    /** The object at an address that C gives away, with a reference, but may know on. */
    public Object taken(long p) {
        Object o = borrowed(p);
        release(p);
        return o;
    }

    /** The object at an address of which C has no more than the one reference that it gives up. */
    public Object stolen(long p) {
        Handle h = handles.at(p);
        if (h != null) {
            Object o = resolve(h);
            if (readsListsDirectly && o instanceof PyDateTime dt) {
                DateTimeMirrors.readFold(dt, p);
            }
            if (ObjectLayout.decref(p)) {
                if (h.kind == Handle.Kind.PROXY
                        && !h.ownsObjects
                        && h.ownValues == null
                        && !h.isUnfinished) {
                    HandleTable.letGo(h);
                } else {
                    dead(p);
                }
            }
            return o;
        }
        if (p == state.none) {
            ObjectLayout.resetImmortal(p);
            return Singleton.NONE;
        }
        Object value;
        if (ObjectLayout.type(p) == types.strType && state.inArena(p)) {
            value = strs.readLast(p);
        } else {
            value = isLast(p) ? ended(p) : unknown(p);
        }
        if (ObjectLayout.decref(p)) {
            if (value instanceof Long || value instanceof Double) {
                state.free(p);
            } else {
                dead(p);
            }
        }
        return value;
    }

    /** Whether an object that Java does not know has one reference alone. */
    private boolean isLast(long p) {
        return ObjectLayout.refcount(p) == 1 && state.inArena(p);
    }

    /** An object of that kind, whose reference is given up: a container of C's has no heir. */
    private Object ended(long p) {
        long type = ObjectLayout.type(p);
        if (type == types.tupleType) {
            return PyTuple.of(
                    endedItems(
                            p + ObjectLayout.TUPLE_ITEMS, Memory.getLong(p + ObjectLayout.SIZE)));
        }
        if (type == types.listType) {
            long items = Memory.getLong(p + ObjectLayout.LIST_ITEMS);
            return new PyList(endedItems(items, Memory.getLong(p + ObjectLayout.SIZE)));
        }
        if (type == types.bytesType) {
            // What C made without content, and has not written so far, it means to write later.
            return UnfinishedBytes.isUnfilled(p) && ObjectLayout.isUnwritten(p)
                    ? unfinishedBytes.adopt(p)
                    : readBytes(p);
        }
        return type == types.strType ? strs.readLast(p) : unknown(p);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private Object[] endedItems(long from, long size) {
        Object[] items = new Object[Math.toIntExact(size)];
        for (int i = 0; i < items.length; i++) {
            long item = Memory.getLong(from + 8L * i);
            if (item == 0) {
                items[i] = NullItemType.Item.NULL;
            } else {
                Handle h = handles.at(item);
                items[i] = h != null ? resolve(h) : isLast(item) ? ended(item) : unknown(item);
            }
        }
        return items;
    }

    /** Objects without handle: values, singletons, containers made in C, new instances. */
    private Object unknown(long p) {
        if (p == state.none) {
            return Singleton.NONE;
        }
        long type = ObjectLayout.type(p);
        if (type == types.intType) {
            return ValueReader.readInt(p);
        }
        if (type == types.strType) {
            return state.isOurs(p) ? strs.read(p) : ValueReader.readStr(p);
        }
        if (type == types.floatType) {
            return ValueReader.readFloat(p);
        }
        if (type == types.boolType) {
            return p == state.trueValue;
        }
        return unknownObject(p, type);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private Object unknownObject(long p, long type) {
        if (type == types.bytesType) {
            return state.inArena(p) && UnfinishedBytes.isUnfilled(p)
                    ? unfinishedBytes.adopt(p)
                    : readBytes(p);
        }
        if (type == types.tupleType) {
            return state.inArena(p) ? mirrors.adoptTuple(p) : readTuple(p);
        }
        if (type == types.complexType) {
            return new PyComplex(
                    Memory.getDouble(p + ObjectLayout.COMPLEX_REAL),
                    Memory.getDouble(p + ObjectLayout.COMPLEX_IMAG));
        }
        if (type == types.listType) {
            return adoptList(p);
        }
        if (p == state.notImplemented) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (p == state.ellipsis) {
            return Singleton.ELLIPSIS;
        }
        if (state.isStatic(p)) {
            PyType t = types.typeAt(p);
            if (t == null) {
                throw Errors.systemError("this type is not available on Jabiru");
            }
            context.types.bindStatic(t, p);
            return t;
        }
        return context.types.wrap(p, type);
    }

    private PyBytes readBytes(long p) {
        PyBytes lent = lentBytes.find(p);
        return lent != null ? lent : PyBytes.of(ValueReader.readBytes(p));
    }

    private PyTuple readTuple(long p) {
        int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        if (size == 0) {
            return PyTuple.EMPTY;
        }
        return new PyTuple(readItems(p + ObjectLayout.TUPLE_ITEMS, size));
    }

    /** The items of a tuple of arguments, which nobody keeps: Java does not come to know it. */
    public Object[] items(long tuple) {
        if (handles.at(tuple) != null) {
            return ((PyTuple) borrowed(tuple)).items;
        }
        return readItems(
                tuple + ObjectLayout.TUPLE_ITEMS,
                Math.toIntExact(Memory.getLong(tuple + ObjectLayout.SIZE)));
    }

    Object[] readItems(long from, int size) {
        Object[] items = new Object[size];
        for (int i = 0; i < size; i++) {
            long item = Memory.getLong(from + 8L * i);
            items[i] = item == 0 ? NullItemType.Item.NULL : borrowed(item);
        }
        return items;
    }

    /** From now on Java's list is the truth, and the memory its mirror. */
    private PyList adoptList(long p) {
        for (Adoption a = adoption; a != null; a = a.outer) {
            if (a.address == p) {
                return a.list;
            }
        }
        int size = Math.toIntExact(Memory.getLong(p + ObjectLayout.SIZE));
        PyList list = new PyList();
        if (size != 0) {
            adoption = new Adoption(p, list, adoption);
            try {
                list.setBacking(readItems(Memory.getLong(p + ObjectLayout.LIST_ITEMS), size), size);
            } finally {
                adoption = adoption.outer;
            }
        }
        Handle h = handles.bind(list, p, Handle.Kind.PROXY);
        mirrors.adopted(h, list);
        unfinishedLists.adopted(h, list);
        HandleTable.hold(h, list);
        return list;
    }

    /** Whether an object is a number, a str or bytes: Java's value has no tie to the memory. */
    public boolean isValue(long p) {
        long type = ObjectLayout.type(p);
        return type == types.intType
                || type == types.strType
                || type == types.floatType
                || type == types.bytesType;
    }

    // ---- references that Java holds ----

    /** Gives up what is kept only to save work. */
    public void clearCaches() {
        strs.clear();
    }

    /** Gives up one reference to an object. */
    public void release(long p) {
        if (ObjectLayout.decref(p)) {
            dead(p);
        }
    }

    /** The count of an object fell to 0. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    private void dead(long p) {
        if (!state.inArena(p)) {
            state.functions.jabiru_dealloc(p);
            context.boundary.drainIfIdle();
            return;
        }
        int flags = ObjectLayout.flags(p);
        if ((flags & ObjectLayout.FLAG_PROXY) != 0) {
            context.boundary.proxyWithoutReferences(p);
            return;
        }
        long type = ObjectLayout.type(p);
        if (type == types.intType || type == types.floatType || type == types.bytesType) {
            state.free(p);
        } else if (type != types.strType || !strs.outlives(p)) {
            state.functions.jabiru_dealloc(p);
            // What it referred to may have no other reference.
            context.boundary.drainIfIdle();
        }
    }
}
