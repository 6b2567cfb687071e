package org.jabiru.capi.types;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.Arena;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Attributes;

/** The {@code PyTypeObject} of each type that crossed, and the wrappers of native instances. */
public final class TypeMirrors {
    private final CapiContext context;

    public TypeMirrors(CapiContext context) {
        this.context = context;
    }

    /** The type's {@code PyTypeObject}; a borrowed reference. */
    public long addressOf(PyType type) {
        Handle h = HandleTable.of(type);
        return h != null ? h.address : make(type);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private long make(PyType type) {
        long symbol = context.staticTypes.addressOrZero(type);
        if (symbol != 0) {
            bindStatic(type, symbol);
            context.slotFunctions.fillLate(type, symbol);
            return symbol;
        }
        PyType base = type.base();
        long baseAddress = addressOf(base);
        long flags = 0;
        if (type.subclassable) {
            flags |= TypeLayout.BASETYPE;
        }
        if (type.immutable) {
            flags |= TypeLayout.IMMUTABLE;
        }
        if (type.hasInstanceDict) {
            flags |= TypeLayout.MANAGED_DICT;
        }
        if (type.isAbstract) {
            flags |= TypeLayout.IS_ABSTRACT;
        }
        flags |= type.collectionFlag;
        TruffleString[] slots = SlotMembers.of(type);
        long size = Memory.getLong(baseAddress + TypeLayout.BASICSIZE);
        try (Arena arena = Arena.ofConfined()) {
            long name = arena.allocateFrom(type.fullName()).address();
            long p =
                    context.state.functions.jabiru_type_new(
                            addressOf(type.type()),
                            baseAddress,
                            name,
                            size + 8L * slots.length,
                            flags,
                            SlotMembers.tailSize(slots));
            boolean heap = type.isHeapType();
            Handle h = context.handles.bind(type, p, heap ? Handle.Kind.TYPE : Handle.Kind.PROXY);
            HandleTable.hold(h, type);
            if ((Memory.getLong(p + TypeLayout.FLAGS) & TypeLayout.READY) == 0) {
                context.specTypes.takeSlots(type, p);
                context.state.functions.jabiru_class_ready(p);
            }
            showNames(type, p);
            showManaged(type, p);
            if (heap) {
                // What follows may make other types' memory, which shows this one.
                context.slotFunctions.fillClass(type, p);
                if (slots.length > 0) {
                    SlotMembers.define(context, type, p, slots, size);
                }
                if (SlotMembers.isMadeByC(type)) {
                    context.newClasses.made(type, p);
                }
                context.typeLifetimes.begin(type, h, null);
                ObjectLayout.setRefcount(p, ObjectLayout.refcount(p) - 1);
            } else {
                // The first reference stays with the runtime: it lives as long as the process.
                context.slotFunctions.fillLate(type, p);
                writeTuple(p + TypeLayout.BASES, type.tuples.bases(type));
                showOrder(type, p);
            }
            return p;
        }
    }

    /** Gives C the type's dict, to which CPython's own modules and Cython's code add attributes. */
    public void showNamespace(PyType type, Handle h) {
        PyDict dict = type.namespace();
        // The type's own reference: the dict's memory stays, and with it the handle.
        Memory.putLong(h.address + TypeLayout.DICT, context.crossing.toNew(dict));
        HandleTable.of(dict).namespaceOf = h;
    }

    /** Negative offsets say that there is a dict, or references, and that they are not C's. */
    private static void showManaged(PyType type, long p) {
        long dict = org.jabiru.builtins.type.TypeLayout.dictOffset(type);
        if (dict < 0) {
            Memory.putLong(p + TypeLayout.DICTOFFSET, dict);
        }
        long weak = org.jabiru.builtins.type.TypeLayout.weakReferenceOffset(type);
        if (weak < 0) {
            Memory.putLong(p + TypeLayout.WEAKLISTOFFSET, weak);
        }
    }

    /** Inlined code reads the names of a heap type in its memory. */
    private void showNames(PyType type, long p) {
        Object qualified = type.qualifiedName();
        Memory.putLong(p + TypeLayout.HT_NAME, context.crossing.toNew(type.nameObject()));
        Memory.putLong(p + TypeLayout.HT_QUALNAME, context.crossing.toNew(qualified));
    }

    /** Gives C the order in which a type's attributes are looked for. */
    void showOrder(PyType type, long p) {
        if (Memory.getLong(p + TypeLayout.MRO) == 0) {
            writeTuple(p + TypeLayout.MRO, type.tuples.order(type));
        }
    }

    /** Ties a builtin type to its symbol in the library. */
    public void bindStatic(PyType type, long symbol) {
        context.handles.bind(type, symbol, Handle.Kind.STATIC);
        type.basicSize = Memory.getLong(symbol + TypeLayout.BASICSIZE);
        writeTuple(symbol + TypeLayout.BASES, type.tuples.bases(type));
        writeTuple(symbol + TypeLayout.MRO, type.tuples.order(type));
    }

    /** Has a field of a type that never ends refer to a tuple. */
    private void writeTuple(long field, PyTuple types) {
        Memory.putLong(field, context.crossing.toNew(types));
    }

    /**
     * Makes a static type ready of which an extension has instances without PyType_Ready (f2py).
     */
    private void makeReady(long p) {
        if (p == 0
                || context.handles.at(p) != null
                || (Memory.getLong(p + TypeLayout.FLAGS) & TypeLayout.READY) != 0
                || Memory.getLong(p + TypeLayout.NAME) == 0) {
            return;
        }
        long failed;
        context.boundary.enter();
        try {
            failed = context.state.functions.jabiru_type_ready(p);
        } finally {
            context.boundary.leave();
        }
        if (failed != 0) {
            throw context.errors.take("PyType_Ready");
        }
    }

    /** A wrapper for an object of a type made in C that Java has not seen, or has forgotten. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object wrap(long p, long typeAddress) {
        makeReady(typeAddress);
        if (typeAddress == 0 || !(context.crossing.borrowed(typeAddress) instanceof PyType type)) {
            throw Errors.systemError("object at 0x%x has no type that Jabiru knows", p);
        }
        if (type.isSubtype(TypeType.TYPE)) {
            // A static type that its module has without PyType_Ready (BTrees).
            makeReady(p);
            Handle made = context.handles.at(p);
            if (made != null) {
                return made.object();
            }
        }
        if (!isNative(type)) {
            return context.crossing.mirrors().adopt(type, p);
        }
        // Its tp_dealloc asks something of Java; nothing can keep it.
        boolean dying = ObjectLayout.refcount(p) == 0;
        PyNativeObject made = new PyNativeObject(type);
        if (!dying) {
            ObjectLayout.incref(p);
            made = Finalizers.watched(made);
        }
        context.handles.bind(made, p, Handle.Kind.INSTANCE).isDying = dying;
        long offset = Memory.getLong(typeAddress + TypeLayout.DICTOFFSET);
        if (offset != 0 && offset != TypeLayout.MANAGED_DICTOFFSET) {
            Attributes.setInstanceDict(made, new SharedDict(context, made, typeAddress, offset));
        }
        return made;
    }

    /** Where an object's memory is; made when it has none, and its own from then on. */
    long memoryOf(PyObject o) {
        Handle known = HandleTable.of(o);
        if (known != null) {
            return known.address;
        }
        long p = context.crossing.toNew(o);
        context.crossing.release(p);
        return p;
    }

    /** Whether C made the type, not only one of its bases. */
    public static boolean isMadeInC(PyType t) {
        Handle h = HandleTable.of(t);
        return h != null && h.isMadeInC;
    }

    /** Whether instances are native memory: some base was made in C over object. */
    static boolean isNative(PyType t) {
        // A class with __slots__ is a solid base, too, but its slots are Java's.
        for (PyType s = t.solidBase; s.isHeapType(); s = s.base().solidBase) {
            Handle h = HandleTable.of(s);
            if (h != null && h.isMadeInC) {
                return true;
            }
        }
        return false;
    }

    /** The bare instance for {@code object.__new__}: {@code tp_alloc}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    Object allocate(PyType type) {
        long address = addressOf(type);
        long allocate = Memory.getLong(address + TypeLayout.ALLOC);
        context.boundary.enter();
        long p;
        try {
            p = context.state.functions.jabiru_item_call(allocate, address, 0);
        } finally {
            context.boundary.leave();
        }
        return context.calls.result(p, type);
    }

    /** The bare instance that C's {@code tp_alloc} asks for. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object makeForC(PyType type) {
        if (!isNative(type)) {
            return type.factory.make(type);
        }
        // Java's factory would ask tp_alloc again.
        long p = context.state.functions.PyType_GenericAlloc(addressOf(type), 0);
        return context.calls.result(p, type);
    }
}
