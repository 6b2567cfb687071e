package org.jabiru.capi.types;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.generated.NativeTypes;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.LayoutInC;
import org.jabiru.object.NewWrapper;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/**
 * C functions for slots that Java implements. That of a builtin type calls this type's own method,
 * as {@code PyList_Type.tp_repr} does; that of a class of Python looks the method up on the object,
 * so there is one for all classes. A slot that only wraps a C function is that function.
 */
public final class SlotFunctions {
    /** A function handed out: of a type, or of any (null). */
    private record Made(PyType owner, SlotGroup group) {}

    private final CapiContext context;
    private final SlotUpcalls upcalls;
    private final List<Made> made = new ArrayList<>();
    private final Set<Long> functions = new HashSet<>();
    private final Map<PyType, Map<SlotGroup, Long>> addresses = new IdentityHashMap<>();
    private boolean allFilled;

    /** The builtin types that C saw before, and where their memory is. */
    private final Map<PyType, Long> seenUnfilled = new LinkedHashMap<>();

    public SlotFunctions(CapiContext context) {
        this.context = context;
        this.upcalls = new SlotUpcalls(context);
        context.handles.onTypeChange(this::attributeSet);
    }

    /** What C called: the result, or the slot's way of saying that an exception is set. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public long call(long a, long b, long c, int number) {
        Made m = made.get(number);
        return upcalls.call(m.owner(), m.group(), a, b, c);
    }

    /** The function for a field of a type that is NULL in C's memory; 0 when there is none. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public long find(PyType type, int table, int field) {
        SlotGroup group = SlotGroup.at(table, field);
        return group == null ? 0 : find(type, group);
    }

    private long find(PyType type, SlotGroup group) {
        if (group.kind() == SlotKind.NEW) {
            Object make = type.special().make;
            PyType owner = make instanceof NewWrapper wrapper ? wrapper.newOf() : type;
            return make == null ? 0 : functionFor(owner, make, group);
        }
        for (PyType t : type.mro()) {
            for (Slot s : group.slots()) {
                Object method = t.namespace().get(Str.name(s.method()));
                if (method != null) {
                    return functionFor(t, method, group);
                }
            }
        }
        return 0;
    }

    private long functionFor(PyType owner, Object method, SlotGroup group) {
        if (method instanceof PyNativeSlot s
                && s.slot.table() == group.table()
                && s.slot.field() == group.field()) {
            return s.function;
        }
        if (method instanceof PyNativeNew n) {
            return n.function();
        }
        if (method == Singleton.NONE && group.kind() == SlotKind.HASH) {
            return context.hashNotImplemented();
        }
        if (owner == ObjectType.TYPE && group.table() < 0) {
            long own = Memory.getLong(context.staticTypes.objectType + group.field());
            if (own != 0) {
                return own;
            }
        }
        return address(owner.isHeapType() ? null : owner, group);
    }

    /** Whether a slot's function is one that calls Java. */
    boolean isOurs(long function) {
        return functions.contains(function);
    }

    /** The function that stands for the slot of a builtin type, or of any class (null). */
    private long address(PyType owner, SlotGroup group) {
        Map<SlotGroup, Long> ofOwner = addresses.computeIfAbsent(owner, k -> new HashMap<>());
        Long known = ofOwner.get(group);
        if (known != null) {
            return known;
        }
        long p = context.state.slotThunk(made.size());
        if (p == 0) {
            // All numbers are in use: the object's own type decides.
            return owner == null ? 0 : address(null, group);
        }
        made.add(new Made(owner, group));
        functions.add(p);
        ofOwner.put(group, p);
        return p;
    }

    /** Fills the slots of the mirror of a class born in Python with what the class defines. */
    void fillClass(PyType type, long p) {
        boolean javas = !TypeMirrors.isNative(type);
        for (PyType t : type.mro()) {
            if (!t.isHeapType() || TypeMirrors.isMadeInC(t)) {
                continue;
            }
            PyDict own = t.namespace();
            for (int i = own.first(); i >= 0; i = own.next(i)) {
                TruffleString name = Str.valueOrNull(own.keyAt(i));
                if (name != null && Str.java(name).startsWith("__")) {
                    for (SlotGroup g : SlotGroup.ofMethod(Str.java(name))) {
                        // Finalizers of Java's objects are Java's affair.
                        if (!javas || g.kind() != SlotKind.FINALIZE) {
                            Memory.putLong(g.placeIn(p), find(type, g));
                        }
                    }
                }
            }
        }
        if (javas) {
            Memory.putLong(p + TypeLayout.NEW, address(null, SlotGroup.NEW));
        } else if (type.lookup("__call__") instanceof PyNativeSlot) {
            long base = HandleTable.of(type.base()).address;
            long flags = Memory.getLong(base + TypeLayout.FLAGS) & TypeLayout.HAVE_VECTORCALL;
            setFlags(p, flags, true);
        }
    }

    private static void setFlags(long p, long flags, boolean on) {
        long before = Memory.getLong(p + TypeLayout.FLAGS);
        Memory.putLong(p + TypeLayout.FLAGS, on ? before | flags : before & ~flags);
    }

    /** PEP 590: a class with a {@code __call__} of its own is not called by its function in C. */
    private static void noteCall(PyType type, long p) {
        if (!(type.lookup("__call__") instanceof PyNativeSlot)) {
            setFlags(p, TypeLayout.HAVE_VECTORCALL, false);
        }
    }

    /** A type got or lost an attribute: a special method is seen by C too, also in subclasses. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    private void attributeSet(PyType type, TruffleString name) {
        if (Str.equal(name, Str.name("__abstractmethods__"))) {
            setFlags(HandleTable.of(type).address, TypeLayout.IS_ABSTRACT, type.isAbstract);
            return;
        }
        for (SlotGroup g : SlotGroup.ofMethod(Str.java(name))) {
            update(type, g);
        }
    }

    private void update(PyType type, SlotGroup group) {
        Handle h = HandleTable.of(type);
        LayoutInC layout = type.layoutInC;
        boolean isStaticInC = layout != null && (layout.flags & TypeLayout.HEAPTYPE) == 0;
        if (h == null || !type.isHeapType() || isStaticInC) {
            return;
        }
        boolean keeps =
                TypeMirrors.isNative(type)
                        // A PyNativeNew finds its function there.
                        ? group == SlotGroup.NEW
                        : group == SlotGroup.NEW || group.kind() == SlotKind.FINALIZE;
        if (!keeps && group.placeIn(h.address) != 0) {
            Memory.putLong(group.placeIn(h.address), combined(type, group));
        }
        if (group.kind() == SlotKind.CALL && TypeMirrors.isNative(type)) {
            noteCall(type, h.address);
        }
        for (PyType t : type.subclasses()) {
            update(t, group);
        }
    }

    /** The function that does what all special methods of the group do. */
    private long combined(PyType type, SlotGroup group) {
        long own = 0;
        for (Slot s : group.slots()) {
            Object method = type.lookup(s.method());
            if (method instanceof PyNativeSlot n
                    && n.slot.table() == group.table()
                    && n.slot.field() == group.field()
                    && (own == 0 || own == n.function)) {
                own = n.function;
            } else if (method != null
                    && (type.definingType(Str.name(s.method())).isHeapType() || own != 0)) {
                return method == Singleton.NONE ? find(type, group) : address(null, group);
            }
        }
        boolean asks = group == SlotGroup.GET_ATTRIBUTE && type.lookup("__getattr__") != null;
        return asks ? address(null, group) : own != 0 ? own : find(type, group);
    }

    /**
     * Fills the slots of all builtin types, for extensions that read them straight from memory:
     * those built without the limited API.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public void fillBuiltinTypes() {
        if (allFilled) {
            return;
        }
        allFilled = true;
        for (int i = 0; i < NativeTypes.NAMES.length; i++) {
            long p = context.state.types[i];
            PyType type = context.staticTypes.typeAt(p);
            if (type != null) {
                fillBuiltin(type, p);
            }
        }
        seenUnfilled.forEach(this::fillBuiltin);
        seenUnfilled.clear();
    }

    /** Fills the slots of a builtin type that C sees, now or when all are filled. */
    void fillLate(PyType type, long p) {
        if (allFilled) {
            fillBuiltin(type, p);
        } else {
            seenUnfilled.put(type, p);
        }
    }

    /** Whether a builtin type's + and * are those of sequences. */
    private static boolean isSequence(PyType type) {
        return type.lookup("__getitem__") != null && type.lookup("__or__") == null;
    }

    private void fillBuiltin(PyType type, long p) {
        for (SlotGroup g : SlotGroup.all()) {
            boolean attributes =
                    g.field() == TypeLayout.GETATTRO || g.field() == TypeLayout.SETATTRO;
            if (g.table() < 0 && !attributes && Memory.getLong(p + g.field()) != 0) {
                continue;
            }
            long function = g.isOfSequences() && isSequence(type) ? 0 : find(type, g);
            if (function == 0) {
                continue;
            }
            if (g.placeIn(p) == 0) {
                Memory.putLong(p + g.table(), context.state.calloc(g.tableSize()));
            }
            Memory.putLong(g.placeIn(p), function);
        }
    }
}
